package guifan.report;

import guifan.rule.MeasureType;
import guifan.source.CellPlace;
import guifan.source.Language;
import guifan.source.Text;
import guifan.source.Width;
import guifan.standard.Blank;
import guifan.standard.Question.Role;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;

/** The looks and the input checks of cells that are filled in. */
final class XlsxForm {

    /** The looks of a cell. */
    enum Look {
        HEADING("D9E1F2"),
        FIXED(""),
        /** To be filled in by the unit. */
        OPEN("FFFBE6"),
        /** Does not apply, so nothing is filled in. */
        CLOSED("D9D9D9");

        private final String color;

        Look(String color) {
            this.color = color;
        }
    }

    /** The most characters that a list of choices or a formula of a check may have. */
    private static final int MOST_IN_CHECK = 255;

    private static final int MOST_IN_MESSAGE = 200;

    private static final int LINE_HEIGHT = 14;
    private static final int MOST_HEIGHT = 400;
    private static final String TEXT_FORMAT = "@";

    private XlsxForm() {}

    /** Writes a cell; text stays text, so that nothing in it acts as a formula. */
    static void put(Worksheet sheet, int row, int column, String text, Look look) {
        if (!text.isEmpty()) {
            sheet.value(row, column, text);
        }
        look(sheet.style(row, column), look).set();
    }

    /** Returns {@code style} with the looks of a cell in a table. */
    static StyleSetter look(StyleSetter style, Look look) {
        style.fontName("宋体").fontSize(10).wrapText(true).verticalAlignment("center");
        style.borderStyle(BorderStyle.THIN);
        if (!look.color.isEmpty()) {
            style.fillColor(look.color);
        }
        if (look == Look.HEADING) {
            style.bold().horizontalAlignment("center");
        }
        return style;
    }

    /** Returns how a cell that takes a sentence stays what was typed: {@code 11/12} is no date then. */
    static void asText(Worksheet sheet, int row, int column, Look look) {
        look(sheet.style(row, column), look).format(TEXT_FORMAT).set();
    }

    /** Returns the height in points of a row whose cells are as wide as {@code widths} says. */
    static int height(List<String> cells, List<Integer> widths) {
        int lines = 1;
        for (int i = 0; i < cells.size(); i++) {
            int room = widths.get(i);
            lines = Math.max(
                    lines,
                    cells.get(i).lines().mapToInt(line -> lines(line, room)).sum());
        }
        return Math.min(lines * LINE_HEIGHT + 6, MOST_HEIGHT);
    }

    private static int lines(String line, int room) {
        return Math.max(1, (Width.of(line) + room - 1) / room);
    }

    /** Puts the choices or the range of {@code blank} on a column of cells from row {@code top} to {@code bottom}. */
    static void check(Worksheet sheet, int top, int bottom, int column, Blank blank, Language language) {
        Range range = sheet.range(top, column, bottom, column);
        if (!blank.choices().isEmpty()) {
            boolean strict = blank.question().evidence().isEmpty();
            choose(range, blank.choices(), strict, blank.hint().in(language), language);
            return;
        }
        MeasureType type = blank.type();
        String formula = type == null ? "" : formula(CellPlace.letters(column + 1) + (top + 1), blank, type);
        if (!formula.isEmpty() && formula.length() <= MOST_IN_CHECK) {
            range.validateWithFormula(xml(formula))
                    .errorStyle(DataValidationErrorStyle.STOP)
                    .showErrorMessage(true)
                    .errorTitle(title(language))
                    .error(message(blank.hint().in(language)));
        }
    }

    /** Offers {@code words} in cells; other words are refused if {@code strict}, with {@code message}. */
    static void choose(Range range, List<String> words, boolean strict, String message, Language language) {
        String list = String.join(",", words);
        boolean plain = words.stream().noneMatch(word -> word.contains(",") || word.contains("\""));
        if (plain && list.length() + 2 <= MOST_IN_CHECK) {
            range.validateWithListByFormula(xml("\"" + list + "\""))
                    .errorStyle(DataValidationErrorStyle.STOP)
                    .showErrorMessage(strict)
                    .errorTitle(title(language))
                    .error(message(message));
        }
    }

    private static String message(String text) {
        String shown = Width.visible(text);
        return xml(
                shown.codePointCount(0, shown.length()) <= MOST_IN_MESSAGE
                        ? shown
                        : shown.substring(0, shown.offsetByCodePoints(0, MOST_IN_MESSAGE)));
    }

    /** The library writes what belongs to a check as it is. */
    private static String xml(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String title(Language language) {
        return new Text("请按填法填写", "See how to fill in").in(language);
    }

    /** Returns a formula that is true of what may stand in the cell: a number in range, or a word for its state. */
    private static String formula(String cell, Blank blank, MeasureType type) {
        boolean marked = !blank.assessor().isEmpty();
        List<String> states = marked
                ? List.of("回避", "缺席")
                : blank.question().role() == Role.INDICATOR ? List.of("未报", "待核", "作假") : List.of("待核");
        String words = states.stream().map(word -> cell + "=\"" + word + "\"").collect(Collectors.joining(","));
        boolean whole = type.kind() == MeasureType.Kind.COUNT;
        Stream<String> range = Stream.of(
                cell + ">=" + type.least(),
                type.most() == null ? "" : type.most() + ">=" + cell,
                whole
                        ? cell + "=INT(" + cell + ")"
                        : type.step() == null ? "" : multiple(cell, type.step().toString()));
        String number = range.filter(part -> !part.isEmpty()).collect(Collectors.joining(","));
        return "OR(" + words + ",IF(ISNUMBER(" + cell + "),AND(" + number + ")))";
    }

    /** Spreadsheets compute in binary fractions, so that a multiple of 0.1 may miss it by a little. */
    private static String multiple(String cell, String step) {
        return "0.000001>ABS(" + cell + "-ROUND(" + cell + "/(" + step + "),0)*(" + step + "))";
    }
}
