package guifan.evaluate;

import guifan.evaluate.RowHeader.Word;
import guifan.evaluate.Target.Part;
import guifan.source.CellPlace;
import guifan.source.Problems;
import guifan.source.SheetCell;
import guifan.source.SheetRow;
import guifan.source.SheetTable;
import guifan.source.Similar;
import guifan.source.Text;
import guifan.source.Width;
import guifan.standard.Question;
import guifan.standard.Standard;
import java.util.List;
import java.util.Optional;

/** A sheet with a row per indicator or item: of many units (long), or of one whose name stands above the header. */
final class RowSheet {

    private final Standard standard;
    private final Columns columns;
    private final UnitDrafts drafts;
    private final Problems problems;
    private final SheetTable table;
    private final RowHeader header;
    private final boolean ofOneUnit;
    private Optional<Target> current = Optional.empty();

    private RowSheet(Standard standard, Columns columns, UnitDrafts drafts, Problems problems, SheetTable table) {
        this.standard = standard;
        this.columns = columns;
        this.drafts = drafts;
        this.problems = problems;
        this.table = table;
        this.header = new RowHeader(table.header());
        this.ofOneUnit = header.isOfOneUnit();
    }

    /** Returns whether a sheet with that header has a row per indicator or item. */
    static boolean isHeader(List<String> header) {
        return new RowHeader(header).isHeader();
    }

    /** Returns whether a sheet with that header is about one unit, which stands above. */
    static boolean isOfOneUnit(List<String> header) {
        return new RowHeader(header).isOfOneUnit();
    }

    static void read(Standard standard, Columns columns, UnitDrafts drafts, Problems problems, SheetTable table) {
        RowSheet sheet = new RowSheet(standard, columns, drafts, problems, table);
        sheet.tellIgnored();
        for (SheetRow row : table.rows()) {
            String name = sheet.header.text(row, Word.UNIT);
            if (SheetReading.isTotal(name)) {
                SheetReading.tellTotal(name, row, problems);
            } else if (name.isEmpty()) {
                problems.error("no-unit", row.place(), Text.of("没有填单位", "the unit is missing"));
            } else {
                Draft draft = drafts.of(name, row.place(), sheet.header.cell(row, Word.KIND), true);
                draft.checkedBy(sheet.header.text(row, Word.GROUP));
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
        long before = draft.answered();
        for (SheetRow row : table.rows()) {
            draft.row(row.place());
            sheet.row(row, draft);
        }
        if (draft.isOfSeveral()) {
            sheet.tellSecond(draft, unit, draft.answered() > before);
        }
    }

    /** A second sheet of a unit completes the first, or else is a copy, or the wrong file. */
    private void tellSecond(Draft draft, SheetCell unit, boolean isMore) {
        CellPlace first = draft.place();
        String sheet = first.file() + (first.worksheet().isEmpty() ? "" : " [" + first.worksheet() + "]");
        Text both =
                Text.of("“%s”另有一张表：%s；", "there is another sheet of \"%s\", %s; ", Width.visible(draft.unit()), sheet);
        if (isMore) {
            problems.note("second-sheet", unit.place(), both.plus(Text.of("两张合在一起用", "both are used together")));
        } else {
            problems.warning(
                    "second-sheet",
                    unit.place(),
                    both.plus(Text.of(
                            "这张没有新的内容，是副本，还是放错了表？", "this one adds nothing: is it a copy, or the wrong file?")));
        }
    }

    private void tellIgnored() {
        List<String> ignored = header.ignored();
        if (!ignored.isEmpty()) {
            problems.warning(
                    "ignored-column",
                    table.place(),
                    Text.of(
                            "以下各列与本标准无关，未使用：%s",
                            "columns of no meaning to this standard, not used: %s", Text.list(ignored)));
        }
    }

    private void row(SheetRow row, Draft draft) {
        String name = header.text(row, Word.NAME);
        String code = header.text(row, Word.CODE);
        boolean silent = header.measures(row).values().stream().allMatch(SheetCell::isBlank);
        if (SheetReading.isTotal(name) || SheetReading.isTotal(header.text(row, Word.ITEM))) {
            return;
        }
        Optional<Target> found = target(row, code, name);
        if (found.isEmpty()) {
            if (!silent || !code.isEmpty() || !ofOneUnit) {
                unknown(row, code.isEmpty() ? title(row) : code);
            }
            return;
        }
        Target target = found.get();
        current = target.assessor().isEmpty() ? found : current;
        String assessor = header.assessor(row);
        boolean marked = !assessor.isEmpty()
                && columns.question(target).panel()
                && target.item().isEmpty();
        Target asked = marked && target.assessor().isEmpty() ? target.by(assessor) : target;
        header.measures(row).forEach((part, cell) -> drafts.add(draft, filled(row, asked.with(part), cell)));
        note(row, draft, asked.with(Part.REASON), header.text(row, Word.REASON));
        if (!marked) {
            note(row, draft, asked.with(Part.CHECKER), assessor);
        }
    }

    private void note(SheetRow row, Draft draft, Target target, String text) {
        if (!text.isEmpty() && header.has(Word.CHECKED)) {
            drafts.add(draft, new Filled(target, text, row.place()));
        }
    }

    /** Returns what a row is about: by its code, by the name of an item of the indicator above, or by its name. */
    private Optional<Target> target(SheetRow row, String code, String name) {
        CellPlace place = header.place(row);
        String item = header.text(row, Word.ITEM);
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
        Optional<Target> below =
                ofOneUnit ? current.flatMap(above -> columns.names().itemOf(above, name)) : Optional.empty();
        return below.or(() -> columns.target(name, place));
    }

    private void unknown(SheetRow row, String name) {
        problems.error(
                "unknown-indicator",
                header.place(row).column(header.place(row).column(), name),
                Text.of("标准中没有“%s”", "the standard has no \"%s\"", Width.visible(name))
                        .plus(Similar.nearest(
                                        name,
                                        standard.indicators()
                                                .map(one -> one.base().name())
                                                .toList())
                                .map(near -> Text.of("，是否应为“%s”？", ", did you mean \"%s\"?", near))
                                .orElse(Text.of(""))));
    }

    private String title(SheetRow row) {
        String item = header.text(row, Word.ITEM);
        return header.text(row, Word.NAME) + (item.isEmpty() ? "" : "·" + item);
    }

    private Filled filled(SheetRow row, Target target, SheetCell cell) {
        Question question = columns.question(target);
        String label = ofOneUnit ? columns.names().label(target) : title(row) + marker(target);
        CellPlace place = cell.place().column(cell.place().column(), label);
        String evidence = header.text(row, Word.EVIDENCE);
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
