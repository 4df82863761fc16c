package guifan.evaluate;

import guifan.evaluate.Columns.Target;
import guifan.evaluate.UnitDrafts.Draft;
import guifan.evaluate.UnitDrafts.Filled;
import guifan.rule.Item;
import guifan.rule.MeasureType;
import guifan.rule.Rule.Shape;
import guifan.source.CellPlace;
import guifan.source.Names;
import guifan.source.Numerals;
import guifan.source.Problems;
import guifan.source.SheetRow;
import guifan.source.SheetTable;
import guifan.source.Similar;
import guifan.source.Text;
import guifan.standard.Indicator;
import guifan.standard.Question;
import guifan.standard.Question.Role;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads sheets, wide (a row per unit) or long (a row per item), into what each unit filled in. */
public final class SheetReading {

    private static final Set<String> TOTAL_ROWS = Set.of("合计", "总计", "平均", "平均分", "小计");
    private static final Pattern EVIDENCE = Pattern.compile("(.*?)\\s*[（(](.*)[）)]");

    private final Standard standard;
    private final Problems problems;
    private final Columns columns;
    private final UnitDrafts drafts;
    private final Map<String, Map<String, Question>> questionsByKind = new HashMap<>();

    private SheetReading(Standard standard, Problems problems) {
        this.standard = standard;
        this.problems = problems;
        this.columns = new Columns(standard, problems);
        this.drafts = new UnitDrafts(standard, problems);
    }

    /** Returns whether a record is the header of a sheet of any layout. */
    public static boolean isHeader(List<String> cells) {
        return Columns.isHeader(cells);
    }

    /** Returns the year that the sheets state, if they state one; more than one is reported. */
    public static Optional<Integer> year(List<SheetTable> tables, Problems problems) {
        Map<Integer, CellPlace> years = new LinkedHashMap<>();
        for (SheetTable table : tables) {
            for (int i = 0; i < table.header().size(); i++) {
                if (!Columns.own(table.header().get(i)).equals(Columns.YEAR)) {
                    continue;
                }
                for (SheetRow row : table.rows()) {
                    String text =
                            Numerals.fold(row.cells().get(i).text()).strip().replaceAll("年度?$", "");
                    CellPlace place = row.cells().get(i).place();
                    if (text.matches("[12][0-9]{3}")) {
                        years.putIfAbsent(Integer.valueOf(text), place);
                    } else if (!text.isEmpty()) {
                        problems.error(
                                "year", place, Text.of("“%s”不是年度，应如 2019", "\"%s\" is no year such as 2019", text));
                    }
                }
            }
        }
        if (years.size() > 1) {
            List<Integer> all = List.copyOf(years.keySet());
            problems.error(
                    "year",
                    Objects.requireNonNull(years.get(all.get(1))),
                    Text.of("填报表中有两个年度：%s 和 %s", "the sheets state two years: %s and %s", all.get(0), all.get(1)));
        }
        return years.keySet().stream().findFirst();
    }

    /** What was read: the units in the order of the sheets, and what was changed by hand. */
    record Readings(List<Reported> units, List<Overrides.Change> changes) {}

    /** Returns what each unit filled in, in the order of the sheets; all that is wrong goes to {@code problems}. */
    static List<Reported> read(Standard standard, List<SheetTable> tables, Problems problems) {
        return read(standard, tables, List.of(), problems).units();
    }

    /** Returns what each unit filled in, as {@link #read(Standard, List, Problems)} does, with manual changes. */
    static Readings read(
            Standard standard, List<SheetTable> tables, List<OverrideSheet.Line> overrides, Problems problems) {
        SheetReading reading = new SheetReading(standard, problems);
        tables.forEach(reading::table);
        List<Overrides.Change> changes = new Overriding(
                        standard,
                        reading.drafts,
                        reading.columns,
                        (question, filled) -> entries(question, filled, problems),
                        problems)
                .apply(overrides);
        return new Readings(reading.reported(), changes);
    }

    private void table(SheetTable table) {
        Map<String, Integer> own = new HashMap<>();
        for (int i = 0; i < table.header().size(); i++) {
            own.putIfAbsent(longWord(table.header().get(i)), i);
        }
        Integer unit = own.get(Columns.UNIT);
        if (unit == null) {
            problems.error(
                    "no-unit-column",
                    table.place(),
                    Text.of(
                            "没有“单位”列；现有各列：%s",
                            "there is no column 单位 (unit); the columns are %s", String.join("、", table.header())));
            return;
        }
        boolean isLong = own.containsKey("指标") && own.containsKey("实绩");
        Map<Integer, Target> targets = isLong ? Map.of() : columns.match(table);
        if (!isLong) {
            checkMissingColumns(table, targets);
        }
        for (SheetRow row : table.rows()) {
            String name = row.cells().get(unit).text();
            if (TOTAL_ROWS.contains(Names.normalise(name))) {
                problems.warning(
                        "total-row", row.place(), Text.of("“%s”行不是单位，未使用", "row \"%s\" is no unit, not used", name));
            } else if (name.isEmpty()) {
                problems.error("no-unit", row.place(), Text.of("没有填单位", "the unit is missing"));
            } else {
                Draft draft = drafts.of(name, row, own.get(Columns.KIND), isLong);
                if (isLong) {
                    longRow(row, own).ifPresent(filled -> drafts.addOnce(draft, filled));
                } else {
                    targets.forEach((i, target) -> draft.cells()
                            .add(new Filled(
                                    target,
                                    row.cells().get(i).text(),
                                    row.cells().get(i).place())));
                }
            }
        }
    }

    private static String longWord(String header) {
        String own = Columns.own(header);
        return own.isEmpty() ? Names.normalise(header) : own;
    }

    private Optional<Filled> longRow(SheetRow row, Map<String, Integer> own) {
        String indicator = cell(row, own.get("指标"));
        String item = cell(row, own.get("子项"));
        String assessor = cell(row, own.get("考评员"));
        CellPlace at = row.cells().get(Objects.requireNonNull(own.get("实绩"))).place();
        String header = indicator + (item.isEmpty() ? "" : "·" + item) + (assessor.isEmpty() ? "" : "·" + assessor);
        CellPlace place = at.column(at.column(), header);
        Optional<Target> target = columns.target(header, place);
        if (target.isEmpty()) {
            problems.error(
                    "unknown-indicator",
                    place,
                    Text.of("标准中没有“%s”", "the standard has no \"%s\"", header)
                            .plus(Similar.nearest(
                                            header,
                                            standard.indicators()
                                                    .map(one -> one.base().name())
                                                    .toList())
                                    .map(near -> Text.of("，是否应为“%s”？", ", did you mean \"%s\"?", near))
                                    .orElse(Text.of(""))));
        }
        String text = row.cells().get(Objects.requireNonNull(own.get("实绩"))).text();
        String evidence = cell(row, own.get("佐证"));
        boolean bracket = !evidence.isEmpty()
                && target.filter(found -> !columns.question(found).evidence().isEmpty())
                        .isPresent();
        return target.map(found -> new Filled(found, bracket ? text + "（" + evidence + "）" : text, place));
    }

    private static String cell(SheetRow row, @Nullable Integer index) {
        return index == null ? "" : row.cells().get(index).text();
    }

    /** A column that is missing would make every unit's cell a blank; it is told once, at the header. */
    private void checkMissingColumns(SheetTable table, Map<Integer, Target> targets) {
        Set<String> there =
                Set.copyOf(targets.values().stream().map(Target::question).toList());
        List<String> adjustments = new ArrayList<>();
        for (Question question : standard.questions(standard.kinds().get(0))) {
            if (there.contains(question.id())) {
                continue;
            }
            if (question.role() == Role.BONUS || question.role() == Role.PENALTY) {
                adjustments.add(question.role().prefix() + "·" + question.name());
            } else if (standard.indicator(question.id()).map(Indicator::missing).orElse(Indicator.Missing.ERROR)
                    == Indicator.Missing.ERROR) {
                problems.error(
                        "missing-column",
                        table.place(),
                        Text.of("缺少“%s”（%s）一列", "column \"%s\" (%s) is missing", question.name(), question.id()));
            }
        }
        if (!adjustments.isEmpty()) {
            problems.note(
                    "no-adjustments",
                    table.place(),
                    Text.of(
                            "没有以下加扣分列，按无计：%s",
                            "no columns for these, taken as none: %s", String.join("、", adjustments)));
        }
    }

    private List<Reported> reported() {
        List<Reported> units = drafts.all().stream()
                .map(draft -> new Reported(filing(draft), List.copyOf(draft.rows())))
                .toList();
        drafts.repeated().forEach(this::filing);
        return units;
    }

    private Filing filing(Draft draft) {
        Problems found = new Problems();
        Map<String, List<Entry>> answers = new LinkedHashMap<>();
        Map<String, Question> questions = questions(draft.kind());
        for (Filled filled : draft.cells()) {
            Question question =
                    Objects.requireNonNull(questions.get(filled.target().question()));
            answers.computeIfAbsent(question.id(), id -> new ArrayList<>()).addAll(entries(question, filled, found));
        }
        Map<String, List<Entry>> complete = new LinkedHashMap<>();
        new AnswerCheck(standard, draft, found).check(questions.values(), answers, complete);
        problems.addAll(found);
        return new Filing(draft.unit(), draft.kind(), draft.place(), complete);
    }

    private Map<String, Question> questions(String kind) {
        return questionsByKind.computeIfAbsent(kind, key -> {
            Map<String, Question> questions = new LinkedHashMap<>();
            standard.questions(key).forEach(question -> questions.put(question.id(), question));
            return questions;
        });
    }

    private static List<Entry> entries(Question question, Filled filled, Problems problems) {
        Target target = filled.target();
        CellReader reader = new CellReader(problems);
        if (target.item().isEmpty() && question.shape() != Shape.SINGLE) {
            return CompositeCell.read(question, filled.text(), filled.place(), problems);
        }
        if (target.item().equals(Question.PART) || target.item().equals(Question.WHOLE)) {
            Item count = new Item(target.item(), "", MeasureType.count(), false);
            return List.of(reader.read(filled.text(), count, "件", "", filled.place()));
        }
        Item item = question.items().stream()
                .filter(one -> one.id().equals(target.item()))
                .findFirst()
                .orElse(question.items().get(0));
        Matcher evidence = EVIDENCE.matcher(filled.text());
        if (!question.evidence().isEmpty() && evidence.matches()) {
            Entry bare = reader.read(evidence.group(1), item, question.measuredIn(), target.assessor(), filled.place());
            return List.of(new Entry(
                    bare.item(),
                    bare.assessor(),
                    bare.state(),
                    bare.value(),
                    filled.text(),
                    evidence.group(2),
                    bare.place()));
        }
        return List.of(reader.read(filled.text(), item, question.measuredIn(), target.assessor(), filled.place()));
    }
}
