package guifan.report;

import guifan.evaluate.StandardCard;
import guifan.source.Language;
import guifan.source.Text;
import guifan.standard.Blank;
import guifan.standard.BlankColumn;
import guifan.standard.Standard;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The empty sheets of a standard. Headings are Chinese in every language, because reading goes by them.
 *
 * @param units the units that they are for; none if they are not known
 * @param assessors how many assessors there is room for
 * @param year the year evaluated, or null if it is left open
 * @param language the language of what explains
 */
public record Template(
        Standard standard,
        List<TemplateUnit> units,
        int assessors,
        @Nullable Integer year,
        Language language) {

    static final String NOT_APPLICABLE = "不适用";

    /** The headings of the sheet of one unit; reading goes by these words. */
    static final List<String> UNIT_HEADER =
            List.of("序号", "方面", "指标代码", "指标/子项", "计量单位", "满分", "评分标准", "填法", "自评实绩", "佐证", "核定实绩", "核减理由", "考评员");

    static final List<String> LONG_HEADER = List.of("指标", "子项", "实绩", "计量单位", "填法", "考评员", "佐证", "备注");

    static final Text RULE_OF_THUMB = new Text(
            "填次数，不填分。每格都要填：没有的填 0，确未报送的填“未报”；不适用的不用填。",
            "Fill in counts, not points. Fill in every cell: 0 for none, 未报 for what was not reported.");

    /** The layouts of sheets. */
    public enum Layout {
        /** A row per unit. */
        WIDE,
        /** A row per measure. */
        LONG,
        /** A sheet per unit. */
        UNIT
    }

    /** Returns the columns that come before those of the standard. */
    List<String> ownHeader() {
        List<String> own = new ArrayList<>(List.of(standard.bodies().called()));
        own.addAll(standard.bodies().details());
        own.add("类别");
        if (year != null) {
            own.add("年度");
        }
        return own;
    }

    /** Returns what a row says in the columns of {@link #ownHeader}. */
    List<String> own(TemplateUnit unit) {
        List<String> own = new ArrayList<>(List.of(unit.name()));
        own.addAll(Collections.nCopies(standard.bodies().details().size(), ""));
        own.add(unit.kind());
        if (year != null) {
            own.add(year.toString());
        }
        return own;
    }

    /** Returns the units, or else one without a name for every kind. */
    public List<TemplateUnit> sheets() {
        return units.isEmpty()
                ? standard.kinds().stream()
                        .map(kind -> new TemplateUnit("", kind))
                        .toList()
                : units;
    }

    /** Writes the sheet with a row per unit, or a row per measure, as CSV. */
    public void writeCsv(Layout layout, Appendable out) throws IOException {
        CsvTable.write(layout == Layout.WIDE ? wide() : longRows(), out);
    }

    /** Writes the sheet of one unit as CSV. */
    public void writeCsv(TemplateUnit unit, Appendable out) throws IOException {
        CsvTable.write(unitRows(unit), out);
    }

    private List<List<String>> wide() {
        List<BlankColumn> columns = BlankColumn.of(standard, assessors);
        List<List<String>> rows = new ArrayList<>();
        rows.add(join(ownHeader(), columns.stream().map(BlankColumn::heading).toList()));
        for (TemplateUnit unit : units) {
            rows.add(join(
                    own(unit),
                    columns.stream()
                            .map(column -> column.cell(unit.kind()).isPresent() ? "" : NOT_APPLICABLE)
                            .toList()));
        }
        return rows;
    }

    private List<List<String>> longRows() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(join(ownHeader(), LONG_HEADER));
        for (TemplateUnit unit : sheets()) {
            rows(unit).forEach(row -> rows.add(join(own(unit), longCells(row))));
        }
        return rows;
    }

    /** Returns the cells of a row in the columns of {@link #LONG_HEADER}. */
    List<String> longCells(TemplateRow row) {
        Blank blank = row.blank();
        String prefix = blank.question().role().prefix();
        return List.of(
                prefix.isEmpty() ? row.spoken() : prefix + "·" + row.spoken(),
                blank.itemName(),
                row.prefilled(),
                blank.measuredIn(),
                row.applies() ? blank.hint().in(language) : "",
                blank.assessor(),
                "",
                "");
    }

    /** Returns the rows of a unit. */
    List<TemplateRow> rows(TemplateUnit unit) {
        return TemplateRow.of(standard, unit.kind(), assessors);
    }

    private List<List<String>> unitRows(TemplateUnit unit) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(title()));
        rows.add(List.of(RULE_OF_THUMB.in(language)));
        rows.add(above(unit));
        standardLines().forEach(line -> rows.add(List.of(line)));
        rows.add(UNIT_HEADER);
        rows(unit)
                .forEach(row -> rows.add(
                        cells(row).stream().map(cell -> cell.replace("\n", "；")).toList()));
        return rows;
    }

    /** Returns the title of the sheet of a unit. */
    String title() {
        return standard.identity().title() + "填报表";
    }

    /** Returns what stands above the table of a unit: its name, its kind, the year. */
    List<String> above(TemplateUnit unit) {
        return List.of("单位：" + unit.name(), "类别：" + unit.kind(), "年度：" + (year == null ? "" : year));
    }

    /** Returns the lines that name the standard and its provenance. */
    public List<String> standardLines() {
        return StandardLine.lines(StandardCard.of(standard)).stream()
                .map(line -> line.in(language))
                .toList();
    }

    /** Returns the cells of a row in the columns of {@link #UNIT_HEADER}. */
    List<String> cells(TemplateRow row) {
        Blank blank = row.blank();
        boolean marked = !blank.assessor().isEmpty();
        return List.of(
                row.number() == 0 ? "" : String.valueOf(row.number()),
                row.area(),
                blank.code(),
                row.name(),
                blank.measuredIn(),
                row.terms().map(TemplateRow.Terms::points).orElse(""),
                row.terms().map(terms -> terms.full().in(language)).orElse(""),
                row.applies() ? blank.hint().in(language) : "",
                row.prefilled(),
                "",
                "",
                "",
                marked ? blank.assessor() : "");
    }

    static List<String> join(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
