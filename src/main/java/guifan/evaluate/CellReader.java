package guifan.evaluate;

import guifan.number.Rational;
import guifan.rule.Item;
import guifan.rule.MeasureType;
import guifan.source.CellPlace;
import guifan.source.Numerals;
import guifan.source.Problems;
import guifan.source.Text;
import guifan.source.Width;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a cell that holds one measure. */
final class CellReader {

    private static final Map<String, Rational> YES_NO = Map.ofEntries(
            Map.entry("是", Rational.ONE),
            Map.entry("有", Rational.ONE),
            Map.entry("√", Rational.ONE),
            Map.entry("✓", Rational.ONE),
            Map.entry("✔", Rational.ONE),
            Map.entry("1", Rational.ONE),
            Map.entry("否", Rational.ZERO),
            Map.entry("无", Rational.ZERO),
            Map.entry("×", Rational.ZERO),
            Map.entry("✗", Rational.ZERO),
            Map.entry("x", Rational.ZERO),
            Map.entry("X", Rational.ZERO),
            Map.entry("0", Rational.ZERO));

    private static final List<String> DIGITS = List.of("零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十");

    private static final Text DATE_CURE = new Text(
            "。表格软件会把 11/12 这样的输入变成日期：请先把单元格格式设为“文本”再填，两个数的比请分两列填",
            ". Spreadsheets make dates of input such as 11/12: format the cell as text first, and fill two counts into"
                    + " two columns");

    private final Problems problems;

    CellReader(Problems problems) {
        this.problems = problems;
    }

    /** Returns what the cell says of {@code item}; what cannot be understood is reported and counts as blank. */
    Entry read(String cell, Item item, String measuredIn, String assessor, CellPlace place) {
        String text = Numerals.fold(cell).strip();
        if (text.isEmpty()) {
            return new Entry(item.id(), assessor, CellState.BLANK, null, cell, "", place);
        }
        boolean stroke =
                text.equals("/") && item.mayNotArise() && item.type().words().isEmpty();
        Optional<CellState> state = stroke ? Optional.of(CellState.NOT_APPLICABLE) : CellState.named(text);
        boolean levelWord = item.type().words().contains(text);
        if (state.isPresent() && !levelWord) {
            checkState(state.get(), item.mayNotArise(), assessor, place);
            return new Entry(item.id(), assessor, state.get(), null, cell, "", place);
        }
        Optional<Rational> value = value(text, item.type(), measuredIn, place, cell);
        return value.map(found -> new Entry(item.id(), assessor, CellState.VALUE, found, cell, "", place))
                .orElse(new Entry(item.id(), assessor, CellState.BLANK, null, cell, "", place));
    }

    /** Reports a state that cannot stand there; what else depends on the unit and the standard is checked later. */
    void checkState(CellState state, boolean mayNotArise, String assessor, CellPlace place) {
        if (state == CellState.NOT_ARISING && !mayNotArise) {
            problems.error(
                    "may-not-arise",
                    place,
                    Text.of("标准没有规定这里可以“不涉及”", "the standard does not allow 不涉及 (does not arise) here"));
        } else if ((state == CellState.RECUSED || state == CellState.ABSENT) && assessor.isEmpty()) {
            problems.error(
                    "assessor-word",
                    place,
                    Text.of("“%s”只能由考评员填写", "%s can be said by an assessor only", state.word()));
        }
    }

    private Optional<Rational> value(String text, MeasureType type, String measuredIn, CellPlace place, String raw) {
        Optional<Rational> value = switch (type.kind()) {
            case YES_NO -> Optional.ofNullable(YES_NO.get(text));
            case LEVEL, TIMELY -> level(text, type);
            case COUNT, DECIMAL -> number(text, type, measuredIn, place, raw);
            case PERCENT ->
                number(
                        withoutEnd(text, "%"),
                        type,
                        Numerals.fold(measuredIn).equals("%") ? "" : measuredIn,
                        place,
                        raw);
        };
        if (value.isEmpty() && (!type.words().isEmpty() || type.kind() == MeasureType.Kind.YES_NO)) {
            problems.error(
                    "unknown-word",
                    place,
                    Text.of("“%s”无法识别；%s", "\"%s\" is not understood; %s", Width.visible(raw), type.expected()));
        }
        return value;
    }

    /** A level may be written with 级 at its end, or 五星 as 5. */
    private static Optional<Rational> level(String text, MeasureType type) {
        List<String> words = type.words();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int stars = word.length() == 2 && word.endsWith("星") ? DIGITS.indexOf(word.substring(0, 1)) : -1;
            if (text.equals(word)
                    || text.equals(word + "级")
                    || (stars >= 0 && (text.equals(String.valueOf(stars)) || text.equals(stars + "星")))) {
                return Optional.of(Rational.of(i));
            }
        }
        return Optional.empty();
    }

    private Optional<Rational> number(String text, MeasureType type, String measuredIn, CellPlace place, String raw) {
        String bare = measuredIn.isEmpty() ? text : withoutEnd(text, Numerals.fold(measuredIn));
        Optional<Rational> number = Numerals.parse(bare);
        if (number.isEmpty()) {
            boolean date = Numerals.looksLikeDate(bare);
            String code = date ? "excel-date" : Numerals.looksLikeSheetError(bare) ? "sheet-error" : "not-a-number";
            Text message = Numerals.complaint(raw).plus(Text.of("；%s", "; %s", type.expected()));
            problems.error(code, place, date ? message.plus(DATE_CURE) : message);
            return Optional.empty();
        }
        return number.filter(value -> inRange(value, type, place, raw));
    }

    private boolean inRange(Rational value, MeasureType type, CellPlace place, String raw) {
        Rational most = type.most();
        if (value.compareTo(type.least()) < 0 || (most != null && value.compareTo(most) > 0)) {
            problems.error(
                    "out-of-range", place, Text.of("“%s”超出范围；%s", "\"%s\" is out of range; %s", raw, type.expected()));
            return false;
        }
        Rational step = type.step();
        if (step != null && !value.minus(type.least()).dividedBy(step).isWhole()) {
            boolean count = type.kind() == MeasureType.Kind.COUNT;
            problems.error(
                    count ? "not-whole" : "step",
                    place,
                    count
                            ? Text.of("“%s”不是整数；%s", "\"%s\" is not a whole number; %s", raw, type.expected())
                            : Text.of("%s 不是 %s 的倍数；%s", "%s is not a multiple of %s; %s", raw, step, type.expected()));
            return false;
        }
        boolean bare = type.kind() == MeasureType.Kind.PERCENT
                && !Numerals.fold(raw).strip().endsWith("%");
        if (bare && value.equals(Rational.ONE)) {
            problems.warning(
                    "percent-one",
                    place,
                    new Text(
                            "“1”按 1% 计；若指百分之百，请填 100，确为百分之一的请写 1%",
                            "\"1\" is taken for 1 %; write 100 if all is meant, and 1% if it is one percent"));
        }
        if (bare && value.signum() > 0 && value.compareTo(Rational.ONE) < 0) {
            problems.error(
                    "percent-fraction",
                    place,
                    Text.of(
                            "“%1$s”是百分之 %1$s，还是 %2$s%%？百分数请填 0–100 的数，小于 1%% 的请写百分号",
                            "does \"%1$s\" mean %1$s %% or %2$s %%? Give percentages as 0 to 100, below 1 with a"
                                    + " percent sign",
                            raw,
                            value.times(Rational.HUNDRED)));
            return false;
        }
        return true;
    }

    private static String withoutEnd(String text, String end) {
        return text.endsWith(end)
                ? text.substring(0, text.length() - end.length()).strip()
                : text;
    }
}
