package guifan.standard;

import guifan.number.Rational;
import guifan.number.Rounding;
import guifan.source.Fields;
import guifan.source.NamedNumber;
import guifan.source.Text;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many units may have a grade (名额). The places go by rank to those who reach the grade otherwise; whoever is capped
 * below it takes none.
 *
 * @param numbers the places by kind of unit; under an empty word those of every group
 * @param percent the places as a share of the units of a group that have a score, or null where they are stated
 * @param mode how a share becomes a number of heads
 * @param withinKind whether every kind of unit has places of its own
 * @param ties what happens to equal units of whom only some would get a place
 * @param passOn whether places that are left go to the next grade, otherwise they lapse
 */
public record Quota(
        Map<String, Integer> numbers,
        @Nullable Rational percent,
        Rounding.Mode mode,
        boolean withinKind,
        Ties ties,
        boolean passOn) {

    /** What happens to equal units of whom only some would get a place. */
    public enum Ties {
        EXCLUDE("exclude", "名额不足以容纳的同分单位均不列入", "units tied across the last place are all left out"),
        OVERFLOW("overflow", "与末位同分的一并列入", "units tied with the last one are all taken in"),
        TIE_BREAK("tie-break", "同分的按排名办法排定", "units tied across the last place go by the chain of the ranking");

        private final String key;
        private final String zh;
        private final String en;

        Ties(String key, String zh, String en) {
            this.key = key;
            this.zh = zh;
            this.en = en;
        }
    }

    private static final int MOST = 1_000_000;

    static Quota read(Fields fields, List<String> kinds) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        @Nullable Rational percent = fields.optionalPositive("percent").orElse(null);
        long ways = List.of("number", "numbers", "percent").stream()
                .filter(fields::has)
                .count();
        if (ways != 1) {
            fields.error(
                    "quota",
                    "number",
                    Text.of(
                            "名额写“number”（个数）、“numbers”（各类别个数）或“percent”（百分比）之一",
                            "a quota is one of number, numbers (by kind) and percent"));
        }
        if (percent != null && percent.compareTo(Rational.HUNDRED) > 0) {
            fields.error("quota", "percent", Text.of("名额不能超过 100%", "a quota is at most 100 %"));
        }
        if (fields.has("number")) {
            numbers.put("", fields.whole("number", 0, 0));
        }
        if (fields.has("numbers")) {
            fields.pairs("numbers").forEach(pair -> put(fields, pair, kinds, numbers));
            kinds.stream()
                    .filter(kind -> !numbers.containsKey(kind))
                    .forEach(kind -> fields.error("quota", "numbers", Text.of("没有写“%s”的名额", "no number for %s", kind)));
        }
        boolean byKind = fields.choice("within", Map.of("all", false, "kind", true), false);
        Rounding.Mode mode = percent == null
                ? Rounding.Mode.HALF_UP
                : fields.requiredChoice("heads", modes(), Rounding.Mode.HALF_UP);
        Map<String, Ties> ties = new HashMap<>();
        for (Ties one : Ties.values()) {
            ties.put(one.key, one);
        }
        return new Quota(
                Map.copyOf(numbers),
                percent,
                mode,
                byKind || fields.has("numbers"),
                fields.requiredChoice("ties", ties, Ties.EXCLUDE),
                fields.choice("unused", Map.of("lapse", false, "pass-on", true), false));
    }

    private static void put(Fields fields, NamedNumber pair, List<String> kinds, Map<String, Integer> numbers) {
        Rational number = pair.number();
        if (!kinds.contains(pair.name())) {
            fields.problems()
                    .error("unknown-kind", pair.place(), Text.of("没有“%s”这一类别", "there is no kind \"%s\"", pair.name()));
        } else if (!number.isWhole() || number.signum() < 0 || number.compareTo(Rational.of(MOST)) > 0) {
            fields.problems().error("quota", pair.place(), Text.of("名额应为整数", "a quota is a whole number"));
        } else {
            numbers.put(pair.name(), number.intValueExact());
        }
    }

    private static Map<String, Rounding.Mode> modes() {
        return Map.of("half-up", Rounding.Mode.HALF_UP, "down", Rounding.Mode.DOWN, "up", Rounding.Mode.UP);
    }

    /** Returns how many places {@code units} units have together, all of {@code kind} where kinds are told apart. */
    public int places(String kind, int units) {
        if (percent != null) {
            Rational share = Rational.of(units).times(percent).dividedBy(Rational.HUNDRED);
            return new Rounding(0, mode).apply(share).intValueExact();
        }
        return numbers.getOrDefault(kind, numbers.getOrDefault("", 0));
    }

    /** Returns it in words. */
    public Text words() {
        Text number = percent == null
                ? Text.of("名额 %s", "places: %s", stated())
                : Text.of("名额为有得分单位的 %s%%，%s", "places: %s %% of the units with a score, %s", percent, heads());
        Text group = withinKind && numbers.size() < 2 ? new Text("，各类别分别计", ", in each kind") : Text.of("");
        return number.plus(group)
                .plus(Text.of("；%s", "; %s", new Text(ties.zh, ties.en)))
                .plus(
                        passOn
                                ? new Text("；余额转入下一等次", "; places left go to the next grade")
                                : new Text("；余额作废", "; places left lapse"));
    }

    private Text stated() {
        return numbers.containsKey("")
                ? Text.of("%s 个", "%s", numbers.getOrDefault("", 0))
                : Text.join(
                        numbers.keySet().stream()
                                .sorted()
                                .map(kind -> Text.of("%s %s 个", "%s %s", kind, numbers.getOrDefault(kind, 0)))
                                .toList(),
                        "、",
                        ", ");
    }

    /** Returns how a share becomes a number of heads, in words. */
    public Text heads() {
        return switch (mode) {
            case DOWN -> new Text("不足 1 个的舍去", "parts of a head dropped");
            case UP -> new Text("不足 1 个的按 1 个计", "parts of a head counted as one");
            default -> new Text("四舍五入取整", "rounded half up to heads");
        };
    }
}
