package guifan.standard;

import guifan.number.Rational;
import guifan.rule.Item;
import guifan.rule.MeasureType;
import guifan.rule.Rule;
import guifan.rule.Rule.Shape;
import guifan.source.Fields;
import guifan.source.Location;
import guifan.source.Similar;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a measure comes from beside the sheet: what a unit, or a body that belongs to it, got under another standard.
 *
 * @param standard the other standard: an edition, such as {@code liaison-station/2019}, or one of its texts
 * @param kinds the kinds of body that count, empty for all
 * @param take what is taken of each body
 * @param counts what grades count as, in order; empty where a grade counts as the word of the same name
 * @param which which bodies of a unit count
 * @param higher whether a result and what the sheet says are the same thing, of which the higher counts, once;
 *     otherwise a result stands in the place of what the sheet says
 * @param required whether it is an error that a unit has no result where results are given; otherwise the sheet counts
 * @param yearsBack how many years older than the evaluation a result may be
 * @param accepted what would be refused otherwise
 * @param place where it stands
 */
public record FromStandard(
        String standard,
        List<String> kinds,
        Take take,
        List<Case> counts,
        Which which,
        boolean higher,
        boolean required,
        int yearsBack,
        Set<Accepted> accepted,
        Location place) {

    /** What is taken of a body. */
    public enum Take {
        GRADE("等次", "grade"),
        TOTAL("最终得分", "final total"),
        RATE("得分率（%）", "share of full marks (%)");

        private final String zh;
        private final String en;

        Take(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }
    }

    /** Which bodies of a unit count. */
    public enum Which {
        ONLY("一个单位只能有一个", "a unit may have one"),
        BEST("一个单位有几个的，取最好的", "of several of a unit, the best counts"),
        SUM("一个单位有几个的，合计", "those of a unit are added up"),
        EACH("一个单位有几个的，各计一次", "each of a unit counts once");

        private final String zh;
        private final String en;

        Which(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }
    }

    /** What a standard may accept of a result although it is not settled. */
    public enum Accepted {
        /** A result of an earlier stage than the final one, or of some of the units. */
        PROVISIONAL("provisional", "未定的结果", "results that are not final"),
        /** A result under a text that is not at hand. */
        OTHER_TEXT("other-text", "按另一文本得出的结果", "results under another text");

        private final String key;
        private final String zh;
        private final String en;

        Accepted(String key, String zh, String en) {
            this.key = key;
            this.zh = zh;
            this.en = en;
        }
    }

    /**
     * What a grade counts as.
     *
     * @param kind the kind of body, empty for all
     * @param as the word or number that counts
     */
    public record Case(String kind, String grade, String as) {}

    private static final Map<String, Take> TAKES = Map.of("grade", Take.GRADE, "total", Take.TOTAL, "rate", Take.RATE);
    private static final Map<String, Which> WHICH =
            Map.of("only", Which.ONLY, "best", Which.BEST, "sum", Which.SUM, "each", Which.EACH);

    /** Reads it for a question with {@code rules}, one for each wording; it has to fit all of them. */
    static FromStandard read(Fields fields, List<Rule> rules) {
        int before = fields.problems().all().size();
        Set<Accepted> accepted = EnumSet.noneOf(Accepted.class);
        Map<String, Accepted> words = new HashMap<>();
        for (Accepted one : Accepted.values()) {
            words.put(one.key, one);
        }
        for (String word : fields.texts("accepts")) {
            if (words.containsKey(word)) {
                accepted.add(words.get(word));
            } else {
                fields.error(
                        "unknown-word",
                        "accepts",
                        Text.of("未知的词“%s”", "unknown word \"%s\"", word)
                                .plus(Similar.suggestion(word, List.copyOf(words.keySet()))));
            }
        }
        FromStandard read = new FromStandard(
                fields.text("standard"),
                fields.texts("kinds"),
                fields.choice("take", TAKES, Take.GRADE),
                fields.sections("counts").stream().map(FromStandard::counted).toList(),
                fields.requiredChoice("which", WHICH, Which.ONLY),
                fields.requiredChoice("sheet", Map.of("higher", true, "replaced", false), false),
                fields.requiredChoice("none", Map.of("sheet", false, "error", true), false),
                fields.whole("years-back", 0, 0),
                accepted,
                fields.place());
        if (fields.problems().all().size() == before) {
            rules.stream().distinct().forEach(rule -> read.check(fields, rule));
        }
        return read;
    }

    private static Case counted(Fields fields) {
        return new Case(fields.optionalText("for").orElse(""), fields.text("grade"), fields.text("as"));
    }

    private void check(Fields fields, Rule rule) {
        boolean measured = rule.shape() == Shape.SINGLE || rule.shape() == Shape.LEVELS;
        if (!measured || rule.relative().isPresent() || !rule.facts().isEmpty()) {
            fields.error(
                    "from-standard",
                    "standard",
                    Text.of(
                            "只有一个实绩或按级别计数的规则才能取自其他标准，与其他单位比较的、按事实推算的不能",
                            "only a rule on one measure or on counts of levels takes results of other standards, and"
                                    + " none that compares units or depends on facts"));
            return;
        }
        boolean levels = rule.shape() == Shape.LEVELS;
        boolean words = !levels && !only(rule).words().isEmpty();
        boolean fits =
                take == Take.GRADE ? levels || words || !counts.isEmpty() : !levels && !words && counts.isEmpty();
        if (!fits) {
            fields.error(
                    "from-standard",
                    take == Take.GRADE ? "counts" : "take",
                    take == Take.GRADE
                            ? Text.of("等次要写明折算成多少（counts）", "say what number each grade counts as (counts)")
                            : Text.of("得分只能用作数字实绩，不写 counts", "a total is taken as a number, without counts"));
        }
        boolean apt = switch (which) {
            case ONLY, BEST -> true;
            case SUM -> !levels && !words;
            case EACH -> levels;
        };
        if (!apt) {
            fields.error(
                    "from-standard",
                    "which",
                    Text.of("sum 只用于数字，each 只用于按级别计数的规则", "sum is for numbers, each for rules that count by level"));
        }
        for (Case one : counts) {
            if (value(rule, one.as()).isEmpty()) {
                List<String> known = levels ? names(rule) : only(rule).words();
                fields.error(
                        "from-standard",
                        "counts",
                        Text.of("“%s”不是本项能填的", "\"%s\" is nothing that can be filled in here", one.as())
                                .plus(Similar.suggestion(one.as(), known)));
            }
        }
    }

    private static MeasureType only(Rule rule) {
        return rule.form().items().get(0).type();
    }

    private static List<String> names(Rule rule) {
        return rule.form().items().stream().map(Item::name).toList();
    }

    /** Returns what a body of a kind and grade counts as; nothing if it does not count. */
    public Optional<String> counted(String kind, String grade) {
        if (counts.isEmpty()) {
            return Optional.of(grade);
        }
        return counts.stream()
                .filter(one -> one.grade().equals(grade)
                        && (one.kind().isEmpty() || one.kind().equals(kind)))
                .map(Case::as)
                .findFirst();
    }

    /** Returns the item of {@code rule} that {@code word} counts for, and its measure; nothing if there is none. */
    public static Optional<Map.Entry<String, Rational>> value(Rule rule, String word) {
        if (rule.shape() == Shape.LEVELS) {
            return rule.form().items().stream()
                    .filter(item -> item.name().equals(word))
                    .map(item -> Map.entry(item.id(), Rational.ONE))
                    .findFirst();
        }
        MeasureType type = only(rule);
        int index = type.words().indexOf(word);
        Optional<Rational> number = type.words().isEmpty()
                ? Rational.parse(word)
                : index < 0 ? Optional.empty() : Optional.of(Rational.of(index));
        return number.filter(value -> isAllowed(type, value)).map(value -> Map.entry("", value));
    }

    /** Returns whether {@code value} is in the range and on the steps of {@code type}. */
    public static boolean isAllowed(MeasureType type, Rational value) {
        Rational most = type.most();
        Rational step = type.step();
        return value.compareTo(type.least()) >= 0
                && (most == null || value.compareTo(most) <= 0)
                && (step == null || value.minus(type.least()).dividedBy(step).isWhole());
    }

    /** Returns whether a result under the standard of that id is meant. */
    public boolean means(String id) {
        StandardId wanted = StandardId.parse(standard);
        return wanted.amendment() == null
                ? StandardId.parse(id).edition().equals(wanted.edition())
                : id.equals(standard);
    }

    /** Returns the words of a rule with those of what it takes from, which may be null. */
    public static Text after(Text rule, @Nullable FromStandard from) {
        return from == null ? rule : rule.plus(Text.of("；", "; ")).plus(from.sentence());
    }

    /** Returns it in words. */
    public Text sentence() {
        List<Text> said = new ArrayList<>();
        Text bodies = kinds.isEmpty() ? Text.of("") : Text.list(kinds).plus(Text.of("的", ": "));
        said.add(Text.of(
                "给出 %1$s 的结果时取%2$s%3$s",
                "taken from results of %1$s where given: %2$s%3$s", standard, bodies, new Text(take.zh, take.en)));
        if (!counts.isEmpty()) {
            said.add(Text.join(counts.stream().map(FromStandard::words).toList(), "，", ", "));
        }
        said.add(new Text(which.zh, which.en));
        said.add(
                higher
                        ? Text.of("与填报的只计一次，就高", "counted once with what the sheet says, the higher")
                        : Text.of("代替填报的", "in the place of what the sheet says"));
        said.add(
                required
                        ? Text.of("结果中没有本单位的不评分", "a unit without a result is not scored")
                        : Text.of("没有结果的按填报计", "without a result, what the sheet says counts"));
        if (yearsBack > 0) {
            said.add(Text.of("可用 %s 年以内的结果", "a result may be up to %s years older", yearsBack));
        }
        accepted.forEach(one -> said.add(Text.of("接受%s", "%s are accepted", new Text(one.zh, one.en))));
        return Text.join(said, "；", "; ");
    }

    private static Text words(Case one) {
        return Text.of(
                "%s“%s”计%s",
                "%s\"%s\" counts as %s",
                Text.of(one.kind(), one.kind().isEmpty() ? "" : one.kind() + " "),
                one.grade(),
                one.as());
    }
}
