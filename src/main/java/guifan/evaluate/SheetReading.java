package guifan.evaluate;

import guifan.evaluate.Takings.Overridden;
import guifan.source.Names;
import guifan.source.Problems;
import guifan.source.SheetCell;
import guifan.source.SheetRow;
import guifan.source.SheetTable;
import guifan.source.Similar;
import guifan.source.Text;
import guifan.source.Width;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads sheets of all layouts into what each unit filled in: a row per unit, a row per item, a sheet per unit. */
public final class SheetReading {

    private static final Set<String> TOTAL_ROWS = Set.of("合计", "总计", "平均", "平均分", "小计");

    private static final int MOST_COLUMNS = 12;

    /** What offices write below a table. */
    private static final Pattern FOOTER = Pattern.compile(
            "(填表|制表|填报|审核|复核|负责|联系|经办)人(签[字名章])?[:：].*|(填表|填报)?(日期|时间|说明|须知)[:：].*|[备附]?注[:：].*", Pattern.DOTALL);

    private final Standard standard;
    private final Terms terms;
    private final Problems problems;
    private final Columns columns;
    private final UnitDrafts drafts;
    private final BodyColumns bodies;
    private Takings takings;
    private final List<StatedScore> stated = new ArrayList<>();
    private final MissingColumns missing;
    private final Set<String> untold = new HashSet<>();
    private final Map<String, Asked> askedByKind = new HashMap<>();

    /**
     * How sheets are read.
     *
     * @param roster the list of units, or null if there is none
     * @param stage which facts count
     * @param others the results under other standards
     * @param past earlier results of the units
     * @param partial whether units without a sheet are left out, otherwise they are an error
     */
    record Terms(@Nullable Roster roster, Stage stage, OtherResults others, PastResults past, boolean partial) {

        static final Terms PLAIN = new Terms(null, Stage.FINAL, OtherResults.NONE, PastResults.NONE, false);
    }

    private SheetReading(Standard standard, Terms terms, Problems problems) {
        this.standard = standard;
        this.terms = terms;
        this.problems = problems;
        this.columns = new Columns(standard, problems);
        this.drafts = new UnitDrafts(standard, standard.bodies().areUnits() ? terms.roster() : null, problems);
        this.missing = new MissingColumns(standard, terms.others(), problems);
        this.takings = Takings.none(standard);
        this.bodies = new BodyColumns(standard.bodies(), terms.roster(), problems);
    }

    /** Returns whether a record is the header of a sheet of any layout. */
    public static boolean isHeader(List<String> cells) {
        return Columns.isHeader(cells) || RowSheet.isHeader(cells);
    }

    /** Says what was skipped above the header; above that of one unit stands what is read. */
    static void noteTitles(SheetTable table, Problems problems) {
        if (!RowSheet.isOfOneUnit(table.header())) {
            table.noteTitles(problems);
        }
    }

    /** Returns what each unit filled in, in the order of the sheets; all that is wrong goes to {@code problems}. */
    static List<Reported> read(Standard standard, List<SheetTable> tables, Problems problems) {
        return read(standard, tables, Terms.PLAIN, List.of(), problems).units();
    }

    /**
     * Returns what each unit filled in, in the order of the roster, otherwise in that of the sheets.
     *
     * @param overrides manual changes, which are put in the place of what the sheets say
     */
    static Submission read(
            Standard standard,
            List<SheetTable> tables,
            Terms terms,
            List<OverrideSheet.Line> overrides,
            Problems problems) {
        SheetReading reading = new SheetReading(standard, terms, problems);
        reading.untold.addAll(terms.others().refused());
        tables.forEach(table -> reading.table(table, tables));
        reading.missing.mean(reading.columns.meant());
        reading.untold.addAll(reading.missing.tell(tables, reading.kinds()));
        return reading.submission(overrides);
    }

    private void table(SheetTable table, List<SheetTable> all) {
        if (!standard.bodies().areUnits() && RowSheet.isHeader(table.header())) {
            bodies.refuseLayout(table);
        } else if (RowSheet.isOfOneUnit(table.header())) {
            boolean several = all.stream()
                            .filter(other -> other.file().equals(table.file()))
                            .filter(other -> RowSheet.isOfOneUnit(other.header()))
                            .count()
                    > 1;
            SheetCell unit = new TitleBlock(table).unit(terms.roster(), several);
            RowSheet.read(standard, columns, drafts, problems, table, unit);
        } else if (RowSheet.isHeader(table.header())) {
            RowSheet.read(standard, columns, drafts, problems, table);
        } else {
            wide(table);
        }
    }

    private void wide(SheetTable table) {
        Map<String, Integer> own = new HashMap<>();
        for (int i = 0; i < table.header().size(); i++) {
            own.putIfAbsent(Columns.own(table.header().get(i)), i);
        }
        Integer unit = bodies.nameColumn(table, own);
        if (unit == null) {
            missing.giveUp();
            tellNoUnits(table);
            return;
        }
        Map<Integer, Target> targets = columns.match(table);
        missing.ask(targets.values());
        Integer kind = own.get(Columns.KIND);
        Integer group = own.get(Columns.GROUP);
        boolean distinct = Set.copyOf(targets.values()).size() == targets.size();
        List<Integer> scores = new ArrayList<>();
        for (int i = 0; i < table.header().size(); i++) {
            if (Columns.isScore(table.header().get(i))) {
                scores.add(i);
            }
        }
        for (SheetRow row : table.rows()) {
            String name = row.cell(unit).text();
            if (isTotal(name)) {
                tellTotal(name, row, problems);
            } else if (FOOTER.matcher(name).matches()) {
                problems.note(
                        "footer-row",
                        row.place(),
                        Text.of("“%s”不是单位，未使用", "\"%s\" is no unit, not used", Width.visible(name)));
            } else if (name.isEmpty()) {
                problems.error("no-unit", row.place(), Text.of("没有填单位", "the unit is missing"));
            } else {
                Draft draft = drafts.of(name, row.place(), kind == null ? null : row.cell(kind), false);
                bodies.read(table, row, draft);
                draft.checkedBy(group == null ? "" : row.cell(group).text());
                if (distinct && draft.cells().isEmpty() && !draft.isOfSeveral()) {
                    draft.take(row, targets);
                } else {
                    targets.forEach((i, target) -> add(
                            draft,
                            new Filled(target, row.cell(i).text(), row.cell(i).place())));
                }
                scores.stream()
                        .map(row::cell)
                        .filter(cell -> !cell.isBlank())
                        .forEach(cell -> stated.add(new StatedScore(draft.unit(), cell)));
            }
        }
    }

    private void tellNoUnits(SheetTable table) {
        String called = standard.bodies().called();
        Optional<String> near = Similar.nearest(called, table.header());
        int more = table.header().size() - MOST_COLUMNS;
        problems.error(
                "no-unit-column",
                table.place(),
                Text.of(
                        "没有“%1$s”列%2$s；现有各列：%3$s%4$s",
                        "there is no column %1$s%5$s%2$s; the columns are %3$s%4$s",
                        called,
                        near.map(name -> Text.of("，“%s”是否应为此名？", ", should \"%s\" be called so?", Width.visible(name)))
                                .orElse(Text.of("")),
                        String.join(
                                "、",
                                table.header().stream()
                                        .limit(MOST_COLUMNS)
                                        .map(Width::visible)
                                        .toList()),
                        more > 0
                                ? Text.of(
                                        "……共 %s 列",
                                        ", … (%s in all)", table.header().size())
                                : Text.of(""),
                        standard.bodies().areUnits() ? " (unit)" : ""));
    }

    private void add(Draft draft, Filled filled) {
        if (!filled.isBlank() && !filled.target().part().isMeasure()) {
            drafts.add(draft, filled);
        } else if (draft.isOfSeveral()) {
            drafts.add(draft, filled);
        } else if (filled.target().part().isMeasure()) {
            draft.changed().add(filled);
        }
    }

    static boolean isTotal(String name) {
        return TOTAL_ROWS.contains(Names.normalise(name));
    }

    static void tellTotal(String name, SheetRow row, Problems problems) {
        problems.warning("total-row", row.place(), Text.of("“%s”行不是单位，未使用", "row \"%s\" is no unit, not used", name));
    }

    /** Returns the kinds of the units, all there are where some unit's is not known. */
    private Set<String> kinds() {
        Set<String> kinds = drafts.kinds();
        return kinds.contains("") ? Set.copyOf(standard.kinds()) : kinds;
    }

    private Asked asked(String kind) {
        return askedByKind.computeIfAbsent(kind, key -> Asked.of(standard, key));
    }

    private Submission submission(List<OverrideSheet.Line> overrides) {
        List<Draft> all = drafts.all();
        all.stream()
                .filter(draft -> !draft.again().isEmpty())
                .forEach(draft -> new SheetConflicts(draft, asked(draft.kind()).questions(), problems).tell());
        List<Overrides.Change> changes = new Overriding(
                        standard,
                        drafts,
                        columns,
                        (draft, question) -> answers(draft).counted(question),
                        problems)
                .apply(overrides);
        Set<Overridden> byHand = changes.stream()
                .map(change -> new Overridden(change.unit(), change.question()))
                .collect(Collectors.toSet());
        takings = new Takings(standard, terms.others(), terms.roster(), byHand::contains);
        terms.others().tellStrangers(all.stream().map(Draft::unit).toList(), terms.roster(), problems);
        new BodyLimits(problems).check(all, standard.bodies().limits());
        all.forEach(draft -> terms.past().held(standard, draft.unit()).forEach(draft.details()::exceed));
        Gaps gaps = new Gaps(terms.partial(), problems);
        drafts.repeated().forEach(draft -> filing(draft, answers(draft), gaps));
        Problems pointsTyped = new Problems();
        SheetDoubts doubts = new SheetDoubts(standard, pointsTyped);
        boolean few = DerivedUnits.areFew(standard, all.size());
        List<Reported> units = new ArrayList<>();
        List<UnitCheck> checks = new ArrayList<>();
        for (Draft draft : all) {
            Answers answers = answers(draft);
            Filing filing = filing(draft, answers, gaps);
            doubts.lookForPoints(filing);
            units.add(new Reported(draft, this::filing, few ? filing : null));
            new CheckedAnswers(standard, terms.stage(), draft, answers)
                    .check(asked(draft.kind()).questions().values())
                    .map(check -> check.without(id -> takings.isReplaced(draft.unit(), id)))
                    .ifPresent(checks::add);
        }
        gaps.tellUntouched(all);
        WideSheet merged = new WideSheet(standard, columns, all);
        return new Submission(
                units, changes, checks, takings.all(), stated, pointsTyped, drafts.missing(terms.partial()), merged);
    }

    /** Makes once more what a unit filled in; what is wrong with it has been told. */
    private Filing filing(Draft draft) {
        return answers(draft, new Problems()).filing();
    }

    private static Filing filing(Draft draft, Answers answers, Gaps gaps) {
        Filing filing = answers.filing();
        gaps.tell(draft, answers.found());
        return filing;
    }

    private Answers answers(Draft draft) {
        return answers(draft, problems);
    }

    private Answers answers(Draft draft, Problems found) {
        return new Answers(standard, terms, draft, takings, asked(draft.kind()), untold, found);
    }
}
