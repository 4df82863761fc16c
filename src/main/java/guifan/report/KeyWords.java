package guifan.report;

import guifan.diff.Labels;
import guifan.diff.Part.Subject;
import guifan.evaluate.StandardCard;
import guifan.number.Rounding;
import guifan.source.Node;
import guifan.source.Node.Mapping;
import guifan.source.Node.Scalar;
import guifan.source.Node.Sequence;
import guifan.source.Text;
import guifan.standard.Area;
import guifan.standard.Claim;
import guifan.standard.Combining;
import guifan.standard.FromStandard;
import guifan.standard.Grades.Level;
import guifan.standard.Indicator;
import guifan.standard.Indicator.Link;
import guifan.standard.Indicator.Missing;
import guifan.standard.Panel;
import guifan.standard.Quota;
import guifan.standard.Standard;
import guifan.standard.Standard.RoundingPolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a key in the text of a standard says, in the words that a reader of the paper text would use. */
final class KeyWords {

    /** What the words of closed lists mean, by the key under which they stand. */
    private static final Map<String, Text> WORDS = Map.ofEntries(
            word("by final", "最终得分", "the final total"),
            word("by base", "基础分", "the base total"),
            word("by area", "方面得分", "the points of an area"),
            word("compare rounded", "舍入后的数", "the rounded number"),
            word("compare exact", "未舍入的数", "the exact number"),
            word("type yes-no", "是或否", "yes or no"),
            word("type count", "个数", "a count"),
            word("type percent", "百分数", "a percentage"),
            word("type decimal", "数", "a number"),
            word("evidence required", "须有佐证", "required"),
            word("evidence optional", "可无佐证", "optional"));

    private static final Set<String> MISSING = Set.of("missing", "when-zero");

    private final Standard standard;

    KeyWords(Standard standard) {
        this.standard = standard;
    }

    private static Map.Entry<String, Text> word(String word, String zh, String en) {
        return Map.entry(word, new Text(zh, en));
    }

    /**
     * Returns what stands at a key.
     *
     * @param subject the part in which it stands
     * @param id the id of the part
     * @param value what is written there, or null if nothing is
     */
    Text of(Subject subject, String id, String key, @Nullable Node value) {
        return value == null
                ? new Text("", "")
                : meant(subject, id, key.substring(key.indexOf('.') + 1)).orElseGet(() -> written(key, value));
    }

    private Optional<Text> meant(Subject subject, String id, String key) {
        return switch (key) {
            case "from-standard" ->
                Optional.ofNullable(standard.fromStandards().get(id)).map(FromStandard::sentence);
            case "rule" -> indicator(id, one -> one.base().rule().sentence());
            case "from" ->
                indicator(
                        id,
                        one -> Text.join(one.from().stream().map(KeyWords::link).toList(), "、", ", "));
            case "tally" ->
                indicator(id, Indicator::tally)
                        .map(tally -> Text.list(tally.all().toList()));
            case "panel" -> area(subject, id).map(Area::panel).map(Panel::clause);
            case "combine" ->
                area(subject, id).map(area -> area.combining().method().words());
            case "round" ->
                subject == Subject.INDICATOR
                        ? indicator(id, Indicator::rounding).map(RoundingPolicy::words)
                        : area(subject, id).map(Area::combining).flatMap(KeyWords::rounded);
            case "factor" ->
                area(subject, id).map(Area::combining).map(Combining::factor).map(one -> Text.of(one.name()));
            case "rounding" -> Optional.of(rounding(standard.rounding()));
            case "not-applicable" -> Optional.of(RuleBook.notApplicable(standard));
            case "ranking" -> Optional.of(RankingWords.of(standard)).map(KeyWords::withoutStop);
            case "groups" -> Optional.of(Text.join(GroupTable.clauses(StandardCard.of(standard)), "；", "; "));
            case "requires" ->
                level(id, Level::requires)
                        .map(claims ->
                                Text.join(claims.stream().map(Claim::words).toList(), "；", "; "));
            case "quota" -> level(id, Level::quota).map(Quota::words);
            case "when" ->
                standard.grades().caps().stream()
                        .filter(cap -> cap.id().equals(id))
                        .map(cap -> cap.when().words(standard))
                        .findFirst();
            case "consequences" -> Optional.of(Text.join(consequences(standard), "；", "; "));
            default -> Optional.empty();
        };
    }

    private static Text withoutStop(Text sentence) {
        return new Text(sentence.zh().replaceFirst("。$", ""), sentence.en().replaceFirst("\\.$", ""));
    }

    private static Text link(Link link) {
        return Text.of(
                "%s（%s）",
                "%s (%s)",
                link.indicator(),
                switch (link.measure()) {
                    case SAME -> new Text("实绩相同", "the same measure");
                    case SUM -> new Text("实绩相加", "the sum of measures");
                    case MIN -> new Text("实绩取低", "the lowest measure");
                    case NONE -> new Text("实绩不可推算", "no measure follows");
                });
    }

    private <T> Optional<T> indicator(String id, Function<Indicator, @Nullable T> part) {
        return standard.indicator(id).map(part);
    }

    private <T> Optional<T> level(String name, Function<Level, @Nullable T> part) {
        return standard.grades().levels().stream()
                .filter(level -> level.name().equals(name))
                .findFirst()
                .map(part);
    }

    private Optional<Area> area(Subject subject, String id) {
        String wanted = subject == Subject.STANDARD ? "" : id;
        return standard.root()
                .withInner()
                .filter(area -> area.id().equals(wanted))
                .findFirst();
    }

    private static Optional<Text> rounded(Combining combining) {
        List<Text> said = new ArrayList<>();
        if (combining.digits() != null) {
            said.add(Text.of("开方算到 %s 位小数", "the root to %s decimals", combining.digits()));
        }
        if (combining.rounding() != null) {
            said.add(RoundingPolicy.words(combining.rounding()));
        }
        return said.isEmpty() ? Optional.empty() : Optional.of(Text.join(said, "，", ", "));
    }

    private static Text rounding(RoundingPolicy policy) {
        List<Text> said = new ArrayList<>();
        rounding(new Text("指标得分", "indicators"), policy.indicator(), said);
        rounding(new Text("方面得分", "areas"), policy.area(), said);
        rounding(new Text("基础分", "the base total"), policy.base(), said);
        rounding(new Text("最终得分", "the final total"), policy.finalTotal(), said);
        return Text.join(said, "，", ", ");
    }

    private static void rounding(Text what, @Nullable Rounding rounding, List<Text> said) {
        if (rounding != null) {
            said.add(Text.of("%s%s", "%s %s", what, RoundingPolicy.words(rounding)));
        }
    }

    /** Returns what follows from grades over years, one line each. */
    static List<Text> consequences(Standard standard) {
        return standard.grades().consequences().stream()
                .map(one -> Text.of("%s的，%s", "%s: %s", one.streak().words(), one.then()))
                .toList();
    }

    /** Returns a value with the words for its keys, as it is nowhere said in sentences. */
    private static Text written(String key, Node node) {
        if (node instanceof Scalar scalar) {
            return scalar(key, scalar.text());
        }
        if (node instanceof Sequence list) {
            boolean plain = list.items().stream().allMatch(Scalar.class::isInstance);
            List<Text> items =
                    list.items().stream().map(item -> written(key, item)).toList();
            return plain ? Text.join(items, "、", ", ") : Text.join(items, "；", "; ");
        }
        List<Text> said = new ArrayList<>();
        ((Mapping) node).entries().forEach((inner, entry) -> {
            Text value = written(inner, entry.value());
            said.add(
                    entry.value() instanceof Scalar
                            ? Text.of("%s %s", "%s %s", Labels.of(inner), value)
                            : Text.of("%s（%s）", "%s (%s)", Labels.of(inner), value));
        });
        return Text.join(said, "，", ", ");
    }

    /**
     * Returns a single value in words: of a closed list what it means, of a flag yes or no, otherwise as it stands.
     *
     * @param key the key under which it stands, such as {@code grades.by}
     */
    static Text scalar(String key, String text) {
        String last = key.substring(key.lastIndexOf('.') + 1);
        return switch (text) {
            case "true" -> new Text("是", "yes");
            case "false" -> new Text("否", "no");
            default -> missing(last, text).orElseGet(() -> WORDS.getOrDefault(last + " " + text, days(last, text)));
        };
    }

    private static Optional<Text> missing(String key, String text) {
        return Arrays.stream(Missing.values())
                .filter(one -> MISSING.contains(key) && one.name().equalsIgnoreCase(text))
                .map(Missing::words)
                .findFirst();
    }

    private static Text days(String key, String text) {
        return key.equals("rectify-within") && text.endsWith("d")
                ? Text.of("%s 天", "%s days", text.substring(0, text.length() - 1))
                : Text.of(text);
    }
}
