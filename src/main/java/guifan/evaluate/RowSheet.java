package guifan.evaluate;

import guifan.evaluate.Target.Part;
import guifan.evaluate.UnitDrafts.Draft;
import guifan.source.CellPlace;
import guifan.source.Names;
import guifan.source.Problems;
import guifan.source.SheetCell;
import guifan.source.SheetRow;
import guifan.source.SheetTable;
import guifan.source.Similar;
import guifan.source.Text;
import guifan.source.Width;
import guifan.standard.Question;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A sheet with a row per indicator or item: of many units (long), or of one whose name stands above the header. */
final class RowSheet {

    private enum Word {
        UNIT,
        KIND,
        GROUP,
        CODE,
        NAME,
        ITEM,
        PLAIN,
        SELF,
        CHECKED,
        REASON,
        ASSESSOR,
        ROLE,
        EVIDENCE
    }

    private static final Map<String, Word> WORDS = Map.ofEntries(
            Map.entry("指标代码", Word.CODE),
            Map.entry("代码", Word.CODE),
            Map.entry("指标/子项", Word.NAME),
            Map.entry("指标", Word.NAME),
            Map.entry("子项", Word.ITEM),
            Map.entry("实绩", Word.PLAIN),
            Map.entry("自评实绩", Word.SELF),
            Map.entry("核定实绩", Word.CHECKED),
            Map.entry("核减理由", Word.REASON),
            Map.entry("考评员", Word.ASSESSOR),
            Map.entry("角色", Word.ROLE),
            Map.entry("佐证", Word.EVIDENCE),
            Map.entry(Columns.UNIT, Word.UNIT),
            Map.entry(Columns.KIND, Word.KIND),
            Map.entry(Columns.GROUP, Word.GROUP));

    /** Columns that help whoever fills in the sheet. */
    private static final Set<String> ASIDE =
            Set.of("序号", "方面", "计量单位", "满分", "分值", "评分标准", "填法", "备注", "说明", "日期", Columns.YEAR);

    private final Standard standard;
    private final Columns columns;
    private final UnitDrafts drafts;
    private final Problems problems;
    private final SheetTable table;
    private final Map<Word, Integer> index;
    private Optional<Target> current = Optional.empty();

    private RowSheet(Standard standard, Columns columns, UnitDrafts drafts, Problems problems, SheetTable table) {
        this.standard = standard;
        this.columns = columns;
        this.drafts = drafts;
        this.problems = problems;
        this.table = table;
        this.index = index(table.header());
    }

    private static Map<Word, Integer> index(List<String> header) {
        Map<Word, Integer> index = new EnumMap<>(Word.class);
        for (int i = 0; i < header.size(); i++) {
            Word word = WORDS.get(word(header.get(i)));
            if (word != null) {
                index.putIfAbsent(word, i);
            }
        }
        return index;
    }

    private static String word(String header) {
        String own = Columns.own(header);
        return own.isEmpty() ? Names.normalise(header) : own;
    }

    /** Returns whether a sheet with that header has a row per indicator or item. */
    static boolean isHeader(List<String> header) {
        Set<Word> words = index(header).keySet();
        return (words.contains(Word.CODE) || words.contains(Word.NAME))
                && (words.contains(Word.PLAIN) || words.contains(Word.SELF) || words.contains(Word.CHECKED));
    }

    /** Returns whether a sheet with that header is about one unit, which stands above. */
    static boolean isOfOneUnit(List<String> header) {
        return isHeader(header) && !index(header).containsKey(Word.UNIT);
    }

    static void read(Standard standard, Columns columns, UnitDrafts drafts, Problems problems, SheetTable table) {
        RowSheet sheet = new RowSheet(standard, columns, drafts, problems, table);
        sheet.tellIgnored();
        for (SheetRow row : table.rows()) {
            String name = sheet.text(row, Word.UNIT);
            if (SheetReading.isTotal(name)) {
                SheetReading.tellTotal(name, row, problems);
            } else if (name.isEmpty()) {
                problems.error("no-unit", row.place(), Text.of("没有填单位", "the unit is missing"));
            } else {
                Integer kind = sheet.index.get(Word.KIND);
                Draft draft = drafts.of(name, row.place(), kind == null ? null : row.cell(kind), true);
                draft.checkedBy(sheet.text(row, Word.GROUP));
                sheet.row(row, draft);
            }
        }
    }

    /** Reads the sheet of the unit that {@code title} names. */
    static void read(
            Standard standard,
            Columns columns,
            UnitDrafts drafts,
            Problems problems,
            SheetTable table,
            SheetCell unit) {
        RowSheet sheet = new RowSheet(standard, columns, drafts, problems, table);
        sheet.tellIgnored();
        if (unit.text().isEmpty()) {
            problems.error(
                    "no-unit",
                    table.place(),
                    Text.of(
                            "不知道是哪个单位的表；请在表头以上写明“单位：…”",
                            "whose sheet this is is not said; write 单位：… above the header"));
            return;
        }
        TitleBlock title = new TitleBlock(table);
        Draft draft =
                drafts.of(unit.text(), unit.place(), title.value(Columns.KIND).orElse(null), false);
        title.value(Columns.GROUP).ifPresent(group -> draft.checkedBy(group.text()));
        for (SheetRow row : table.rows()) {
            draft.rows().add(row.place());
            sheet.row(row, draft);
        }
    }

    private void tellIgnored() {
        List<String> ignored = new ArrayList<>();
        for (String header : table.header()) {
            if (!header.isEmpty() && !WORDS.containsKey(word(header)) && !ASIDE.contains(word(header))) {
                ignored.add(Width.visible(header));
            }
        }
        if (!ignored.isEmpty()) {
            problems.warning(
                    "ignored-column",
                    table.place(),
                    Text.of(
                            "以下各列与本标准无关，未使用：%s",
                            "columns of no meaning to this standard, not used: %s", String.join("、", ignored)));
        }
    }

    private String text(SheetRow row, Word word) {
        Integer column = index.get(word);
        return column == null ? "" : row.cell(column).text();
    }

    private void row(SheetRow row, Draft draft) {
        String name = text(row, Word.NAME);
        String code = text(row, Word.CODE);
        boolean silent = measures(row).values().stream().allMatch(SheetCell::isBlank);
        if (SheetReading.isTotal(name) || SheetReading.isTotal(text(row, Word.ITEM))) {
            return;
        }
        Optional<Target> found = target(row, code, name);
        if (found.isEmpty()) {
            if (!silent || !code.isEmpty() || !isOfOneUnit(table.header())) {
                unknown(row, code.isEmpty() ? header(row) : code);
            }
            return;
        }
        Target target = found.get();
        current = target.assessor().isEmpty() ? found : current;
        String assessor = assessor(row);
        boolean marked = !assessor.isEmpty()
                && columns.question(target).panel()
                && target.item().isEmpty();
        Target asked = marked && target.assessor().isEmpty() ? target.by(assessor) : target;
        measures(row).forEach((part, cell) -> drafts.add(draft, filled(row, asked.with(part), cell)));
        note(row, draft, asked.with(Part.REASON), text(row, Word.REASON));
        if (!marked) {
            note(row, draft, asked.with(Part.CHECKER), assessor);
        }
    }

    private void note(SheetRow row, Draft draft, Target target, String text) {
        if (!text.isEmpty() && index.containsKey(Word.CHECKED)) {
            drafts.add(draft, new Filled(target, text, row.place()));
        }
    }

    private Map<Part, SheetCell> measures(SheetRow row) {
        Map<Part, SheetCell> measures = new LinkedHashMap<>();
        for (Part part : List.of(Part.PLAIN, Part.SELF, Part.CHECKED)) {
            Integer column = index.get(Word.valueOf(part.name()));
            if (column != null) {
                measures.put(part, row.cell(column));
            }
        }
        return measures;
    }

    private String assessor(SheetRow row) {
        String name = Names.normalise(text(row, Word.ASSESSOR));
        String role = Names.normalise(text(row, Word.ROLE));
        return name.isEmpty() || role.isEmpty()
                ? Assessor.parse(name).words()
                : new Assessor(Assessor.parse(name).name(), role).words();
    }

    /** Returns what a row is about: by its code, by the name of an item of the indicator above, or by its name. */
    private Optional<Target> target(SheetRow row, String code, String name) {
        CellPlace place = place(row);
        String item = text(row, Word.ITEM);
        if (!code.isEmpty()) {
            Optional<Target> coded = columns.target(code, place);
            String named = item.isEmpty() ? name : item;
            return coded.filter(Target::isWhole)
                    .filter(whole -> !named.isEmpty())
                    .flatMap(whole -> columns.names().itemOf(whole, named))
                    .or(() -> coded);
        }
        if (name.isEmpty()) {
            return Optional.empty();
        }
        if (!item.isEmpty()) {
            return columns.target(name + "·" + item, place);
        }
        Optional<Target> below = isOfOneUnit(table.header())
                ? current.flatMap(above -> columns.names().itemOf(above, name))
                : Optional.empty();
        return below.or(() -> columns.target(name, place));
    }

    private void unknown(SheetRow row, String header) {
        problems.error(
                "unknown-indicator",
                place(row).column(place(row).column(), header),
                Text.of("标准中没有“%s”", "the standard has no \"%s\"", Width.visible(header))
                        .plus(Similar.nearest(
                                        header,
                                        standard.indicators()
                                                .map(one -> one.base().name())
                                                .toList())
                                .map(near -> Text.of("，是否应为“%s”？", ", did you mean \"%s\"?", near))
                                .orElse(Text.of(""))));
    }

    private String header(SheetRow row) {
        String item = text(row, Word.ITEM);
        return text(row, Word.NAME) + (item.isEmpty() ? "" : "·" + item);
    }

    /** Returns the place of the first measure of the row. */
    private CellPlace place(SheetRow row) {
        int column = List.of(Word.PLAIN, Word.SELF, Word.CHECKED).stream()
                .filter(index::containsKey)
                .mapToInt(word -> Objects.requireNonNull(index.get(word)))
                .min()
                .orElse(0);
        return row.cell(column).place();
    }

    private Filled filled(SheetRow row, Target target, SheetCell cell) {
        Question question = columns.question(target);
        String label = isOfOneUnit(table.header()) ? columns.names().label(target) : header(row) + marker(target);
        CellPlace place = cell.place().column(cell.place().column(), label);
        String evidence = text(row, Word.EVIDENCE);
        boolean bracket = !evidence.isEmpty()
                && !cell.isBlank()
                && !question.evidence().isEmpty()
                && !cell.text().matches(".*[（(].*[）)]");
        return new Filled(target, bracket ? cell.text() + "（" + evidence + "）" : cell.text(), place);
    }

    private static String marker(Target target) {
        return target.assessor().isEmpty() ? "" : "·" + target.assessor();
    }
}
