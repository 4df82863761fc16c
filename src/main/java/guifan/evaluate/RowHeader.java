package guifan.evaluate;

import guifan.evaluate.Target.Part;
import guifan.source.CellPlace;
import guifan.source.Names;
import guifan.source.SheetCell;
import guifan.source.SheetRow;
import guifan.source.Width;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The header of a sheet with a row per indicator or item: what each column is for, and what a row has there. */
final class RowHeader {

    /** What a column is for. */
    enum Word {
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

    private final List<String> header;
    private final Map<Word, Integer> index = new EnumMap<>(Word.class);

    RowHeader(List<String> header) {
        this.header = header;
        for (int i = 0; i < header.size(); i++) {
            Word word = WORDS.get(word(header.get(i)));
            if (word != null) {
                index.putIfAbsent(word, i);
            }
        }
    }

    private static String word(String header) {
        String own = Columns.own(header);
        return own.isEmpty() ? Names.normalise(header) : own;
    }

    /** Returns whether a sheet with that header has a row per indicator or item. */
    boolean isHeader() {
        return (has(Word.CODE) || has(Word.NAME)) && (has(Word.PLAIN) || has(Word.SELF) || has(Word.CHECKED));
    }

    /** Returns whether a sheet with that header is about one unit, which stands above. */
    boolean isOfOneUnit() {
        return isHeader() && !has(Word.UNIT);
    }

    boolean has(Word word) {
        return index.containsKey(word);
    }

    /** Returns the columns that neither say something nor help whoever fills in the sheet. */
    List<String> ignored() {
        return header.stream()
                .filter(column ->
                        !column.isEmpty() && !WORDS.containsKey(word(column)) && !ASIDE.contains(word(column)))
                .map(Width::visible)
                .toList();
    }

    /** Returns the cell of {@code row}, or null if the sheet has no such column. */
    @Nullable
    SheetCell cell(SheetRow row, Word word) {
        Integer column = index.get(word);
        return column == null ? null : row.cell(column);
    }

    String text(SheetRow row, Word word) {
        SheetCell cell = cell(row, word);
        return cell == null ? "" : cell.text();
    }

    /** Returns the cells of the measures that {@code row} may have. */
    Map<Part, SheetCell> measures(SheetRow row) {
        Map<Part, SheetCell> measures = new LinkedHashMap<>();
        for (Part part : List.of(Part.PLAIN, Part.SELF, Part.CHECKED)) {
            SheetCell cell = cell(row, Word.valueOf(part.name()));
            if (cell != null) {
                measures.put(part, cell);
            }
        }
        return measures;
    }

    /** Returns who gave the marks of {@code row} and in which role, or an empty text. */
    String assessor(SheetRow row) {
        String name = Names.normalise(text(row, Word.ASSESSOR));
        String role = Names.normalise(text(row, Word.ROLE));
        return name.isEmpty() || role.isEmpty()
                ? Assessor.parse(name).words()
                : new Assessor(Assessor.parse(name).name(), role).words();
    }

    /** Returns the place of the first measure of the row. */
    CellPlace place(SheetRow row) {
        int column = List.of(Word.PLAIN, Word.SELF, Word.CHECKED).stream()
                .filter(this::has)
                .mapToInt(word -> Objects.requireNonNull(index.get(word)))
                .min()
                .orElse(0);
        return row.cell(column).place();
    }
}
