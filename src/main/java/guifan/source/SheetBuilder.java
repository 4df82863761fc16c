package guifan.source;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Makes a {@link SheetTable} of raw rows: finds the header, and refuses rows that do not fit it. */
final class SheetBuilder {

    /** How many rows, blank ones not counted, are looked at for the header. */
    static final int HEADER_WITHIN = 10;

    private static final int MOST_MISFITS = 20;
    private static final int MOST_SHARED = 1 << 13;

    private static final Text TWO_ROWS = new Text(
            "表头占了两行（合并单元格）；请取消合并，只留一行表头，每列一个，如“指标”“指标·子项”",
            "the header takes two rows (merged cells); unmerge it and keep one row, with a name for every column");

    private record Raw(CellPlace place, List<String> texts) {}

    private final Predicate<List<String>> isHeader;
    private final boolean ragged;
    private final Problems problems;
    private final List<Raw> waiting = new ArrayList<>();
    private final List<SheetRow> above = new ArrayList<>();
    private final List<SheetRow> rows = new ArrayList<>();
    private final BitSet unnamed = new BitSet();
    private final Map<String, String> shared = new HashMap<>();
    private Optional<CellPlace> headerPlace = Optional.empty();
    private List<String> header = List.of();
    private int width;
    private int misfits;
    private int pair = -1;
    private boolean full;
    private boolean recognised;

    /**
     * Starts a table.
     *
     * @param isHeader tells the header by its texts
     * @param ragged whether rows may have fewer cells than the header, as in a workbook
     */
    SheetBuilder(Predicate<List<String>> isHeader, boolean ragged, Problems problems) {
        this.isHeader = isHeader;
        this.ragged = ragged;
        this.problems = problems;
    }

    /**
     * Adds the next row of the sheet; blank rows are passed over. A header of two cells may as well be a label with its
     * value ({@code 单位 | 白沙镇}), so that it waits for a longer one.
     */
    void add(CellPlace place, List<String> cells) {
        List<String> texts = cells.stream().map(this::text).toList();
        if (texts.stream().allMatch(String::isEmpty) || full) {
            return;
        }
        if (headerPlace.isPresent()) {
            addRow(place, texts);
            return;
        }
        waiting.add(new Raw(place, texts));
        if (isHeader.test(names(texts))) {
            recognised = true;
            boolean isPair = texts.stream().filter(text -> !text.isEmpty()).count() <= 2;
            if (!isPair) {
                begin(waiting.size() - 1);
                return;
            }
            pair = pair < 0 ? waiting.size() - 1 : pair;
        }
        if (waiting.size() == HEADER_WITHIN) {
            begin(Math.max(pair, 0));
        }
    }

    /** Returns whether a row was the header by its texts, and not only for want of a better one. */
    boolean hasHeader() {
        return recognised;
    }

    /** Returns whether the header may still come. */
    boolean isWaiting() {
        return headerPlace.isEmpty();
    }

    /** Returns the header of the column of index {@code column}, empty if it has none or is not known yet. */
    String header(int column) {
        return column < header.size() ? header.get(column) : "";
    }

    /** Returns the table, if the rows make one; {@code whole} is the place of the sheet. */
    Optional<SheetTable> finish(CellPlace whole) {
        if (headerPlace.isEmpty() && !waiting.isEmpty()) {
            begin(Math.max(pair, 0));
        }
        if (headerPlace.isEmpty()) {
            problems.error("empty-file", whole, Text.of("是空的，没有表头", "is empty, there is no header"));
            return Optional.empty();
        }
        if (misfits > MOST_MISFITS) {
            problems.error(
                    "more-rows",
                    whole,
                    Text.of("另有 %s 行的单元格数与表头不符", "%s more rows do not fit the header", misfits - MOST_MISFITS));
        }
        CellPlace place = headerPlace.get();
        if (rows.isEmpty() && misfits == 0) {
            problems.error("no-rows", place, Text.of("只有表头，没有数据行", "there is only a header, and no rows"));
        }
        int surplus = width - header.size();
        if (surplus > 0 && unnamed.nextSetBit(header.size()) < 0) {
            problems.note(
                    "empty-columns",
                    place.column(header.size() + 1, ""),
                    Text.of("忽略右边的 %s 个空列", "the empty columns at the right are ignored: %s", surplus));
        }
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new SheetTable(place, header, List.copyOf(above), Collections.unmodifiableList(rows)));
    }

    /** Returns {@code texts} as headers. */
    static List<String> names(List<String> texts) {
        return texts.stream().map(Names::header).toList();
    }

    private String text(String cell) {
        String text = Names.strip(cell);
        if (text.length() > 16 || (shared.size() >= MOST_SHARED && !shared.containsKey(text))) {
            return text;
        }
        return shared.computeIfAbsent(text, same -> same);
    }

    private void begin(int index) {
        Raw head = waiting.get(index);
        List<String> names = names(head.texts());
        int named = names.size();
        while (named > 0 && names.get(named - 1).isEmpty()) {
            named--;
        }
        headerPlace = Optional.of(head.place());
        header = List.copyOf(names.subList(0, named));
        width = names.size();
        waiting.subList(0, index).forEach(raw -> above.add(new SheetRow(raw.place(), List.of(), raw.texts())));
        refuseDuplicates(head.place());
        waiting.subList(index + 1, waiting.size()).forEach(raw -> addRow(raw.place(), raw.texts()));
    }

    /** Returns the words of a row, shortened. */
    static Text title(List<String> texts) {
        String words =
                String.join(" ", texts.stream().filter(text -> !text.isEmpty()).toList());
        int most = Math.min(words.codePointCount(0, words.length()), 40);
        return Text.of(Width.visible(words.substring(0, words.offsetByCodePoints(0, most))));
    }

    private void refuseDuplicates(CellPlace place) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i);
            Integer first = name.isEmpty() ? null : columns.putIfAbsent(Names.normalise(name), i);
            if (first != null) {
                problems.error(
                        "duplicate-header",
                        place.column(i + 1, name),
                        Text.of(
                                "与 %s 列「%s」同名",
                                "has the same name as column %s \"%s\"",
                                CellPlace.letters(first + 1),
                                Width.visible(header.get(first))));
            }
        }
    }

    private void addRow(CellPlace place, List<String> texts) {
        if (full) {
            return;
        }
        if (rows.size() == SheetTable.MAX_ROWS) {
            full = true;
            Text message = Text.of("超过 %s 行的上限", "more rows than the limit of %s", SheetTable.MAX_ROWS);
            problems.error("too-many-rows", place, message);
            return;
        }
        if (rows.isEmpty() && misfits == 0 && isSecondHeader(texts)) {
            full = true;
            misfit("two-row-header", place, TWO_ROWS);
            return;
        }
        for (int i = width; i < texts.size(); i++) {
            if (!texts.get(i).isEmpty()) {
                misfit("long-row", place.column(i + 1, ""), longRow(texts.get(i)));
                return;
            }
        }
        for (int i = 0; i < Math.min(width, texts.size()); i++) {
            boolean nameless = i >= header.size() || header.get(i).isEmpty();
            if (nameless && !texts.get(i).isEmpty() && !unnamed.get(i)) {
                unnamed.set(i);
                Text message = Text.of(
                        "这一列没有表头，却有内容“%s”", "the column has no header, but holds \"%s\"", Width.visible(texts.get(i)));
                problems.error("no-header", place.column(i + 1, ""), message);
            }
        }
        if (texts.size() < header.size() && !ragged) {
            misfit("short-row", place, shortRow(texts));
            return;
        }
        List<String> fitted = new ArrayList<>(texts.subList(0, Math.min(texts.size(), header.size())));
        fitted.addAll(Collections.nCopies(header.size() - fitted.size(), ""));
        rows.add(new SheetRow(place, header, List.copyOf(fitted)));
    }

    /** A header of two rows, as merged cells make it: the second names columns that the first leaves blank. */
    private boolean isSecondHeader(List<String> texts) {
        boolean names = IntStream.range(0, texts.size())
                .anyMatch(i -> header(i).isEmpty() && !texts.get(i).isEmpty());
        boolean numbers = texts.stream().anyMatch(text -> Numerals.parse(text).isPresent());
        return names && !numbers && texts.get(0).isEmpty() && !header(0).isEmpty();
    }

    private Text longRow(String surplus) {
        if (ragged) {
            return Text.of(
                    "表头只有 %s 列，这里却有“%s”；请写上表头，或清空这一格",
                    "the header has %s columns, but here stands \"%s\"; give it a header, or clear the cell",
                    width,
                    Width.visible(surplus));
        }
        return Text.of(
                "单元格比表头的 %s 列多，多出“%s”；内容里有逗号的单元格要加引号",
                "has more cells than the header has columns (%s), namely \"%s\"; cells with commas need quotes",
                width,
                Width.visible(surplus));
    }

    private Text shortRow(List<String> texts) {
        boolean wide = texts.stream().anyMatch(text -> text.indexOf('，') >= 0 || text.indexOf('；') >= 0);
        Text hint = wide ? Text.of("；是否用了全角逗号或分号分隔？", "; were full-width commas or semicolons used?") : Text.of("");
        return Text.of(
                "只有 %s 个单元格，表头有 %s 列，从“%s”起缺少；空单元格也要保留分隔符%s",
                "has %s cells, the header has %s columns, those from \"%s\" on are missing; blank cells need their"
                        + " separators too%s",
                texts.size(),
                header.size(),
                Width.visible(header.get(texts.size())),
                hint);
    }

    private void misfit(String code, CellPlace place, Text message) {
        misfits++;
        if (misfits <= MOST_MISFITS) {
            problems.error(code, place, message);
        }
    }
}
