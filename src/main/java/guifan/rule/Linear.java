package guifan.rule;

import guifan.number.Rational;
import guifan.source.Fields;
import guifan.source.Text;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Points at a target; below it points are lost for every so many units of the measure, above it points may be gained.
 *
 * @param points full points
 * @param target the measure that gives {@code atTarget}
 * @param atTarget what the target gives, full points unless the standard says otherwise
 * @param loses points lost for each {@code per}
 * @param gains points gained for each {@code per} above the target, or null where nothing is
 * @param per units of the measure, such as one percentage point
 * @param part what a part of a step counts: the texts seen leave it open, so a standard must say it
 * @param zeroBelow a measure below which nothing is given, or null
 * @param floor the least score, or null where the standard says that it may be negative without end
 * @param type the type of the measure
 * @param in what the measure is counted in
 */
public record Linear(
        Rational points,
        Amount target,
        Rational atTarget,
        Rational loses,
        @Nullable Gain gains,
        Step per,
        PartOfStep part,
        @Nullable Rational zeroBelow,
        @Nullable Rational floor,
        MeasureType type,
        String in)
        implements Rule {

    /**
     * What is gained above the target.
     *
     * @param each points for each step
     * @param most the most that is gained, or null for no limit
     */
    public record Gain(Rational each, @Nullable Rational most) {}

    /**
     * The distance that counts once.
     *
     * @param number units of the measure, or percent of the target
     * @param ofTarget whether it is percent of the target
     */
    public record Step(Rational number, boolean ofTarget) {

        /** Returns units of the measure. */
        Rational beside(Rational target) {
            return ofTarget ? target.times(number).dividedBy(Rational.HUNDRED) : number;
        }
    }

    /** What a part of a step counts. */
    public enum PartOfStep {
        PRO_RATA("不足部分按比例扣", "不足部分按比例", "parts of a step pro rata"),
        BEGUN("不足 1 步按 1 步扣", "不足 1 步按 1 步", "a step that has begun counts in full"),
        FULL_STEPS("不足 1 步不扣", "不足 1 步不计", "only full steps count");

        static final Map<String, PartOfStep> WORDS =
                Map.of("pro-rata", PRO_RATA, "begun", BEGUN, "full-steps", FULL_STEPS);

        private final String loses;
        private final String both;
        private final String en;

        PartOfStep(String loses, String both, String en) {
            this.loses = loses;
            this.both = both;
            this.en = en;
        }
    }

    /** The kind as standards name it. */
    public static final RuleKind KIND =
            new RuleKind("linear", Text.of("达标得满分，每低一个百分点扣分", "loses points in proportion below a mark"), Linear::read);

    /** Makes a rule that only loses points below a mark, not below 0. */
    public Linear(
            Rational points,
            Rational fullAt,
            Rational loses,
            Rational per,
            PartOfStep part,
            @Nullable Rational zeroBelow,
            MeasureType type,
            String in) {
        this(
                points,
                Amount.of(fullAt),
                points,
                loses,
                null,
                new Step(per, false),
                part,
                zeroBelow,
                Rational.ZERO,
                type,
                in);
    }

    private static Linear read(Fields fields, Worth worth) {
        return new LinearReader(fields, worth).read();
    }

    @Override
    public RuleKind kind() {
        return KIND;
    }

    @Override
    public boolean mayExceed() {
        return gains != null
                && (gains.most() == null || atTarget.plus(gains.most()).compareTo(points) > 0);
    }

    @Override
    public Set<String> facts() {
        return target.facts();
    }

    @Override
    public List<Working.Made> targets(Map<String, Rational> facts) {
        return target.made(facts);
    }

    @Override
    public Rule forUnit(Map<String, Rational> facts) {
        return new Linear(points, target.in(facts), atTarget, loses, gains, per, part, zeroBelow, floor, type, in);
    }

    @Override
    public Form form() {
        Curve curve = new LinearCurve(this).curve();
        Form.Part only = new Form.Part(Item.only(type), curve);
        @Nullable Rational least = floor != null && floor.signum() >= 0 ? Rational.ZERO : null;
        return new Form(List.of(only), Rational.ZERO, null, least, highest());
    }

    /** Returns the most points above the target, null where there is no limit or nothing is gained. */
    @Nullable
    Rational highest() {
        return gains == null || gains.most() == null ? null : atTarget.plus(gains.most());
    }

    @Override
    public Text sentence() {
        Text rule = gains == null
                ? Text.of(
                        "达到 %1$s得 %2$s 分，每低%3$s扣 %4$s 分",
                        "%2$s from %5$s on; each %6$s below loses %4$s",
                        level(target.words()),
                        atTarget,
                        step().zh(),
                        loses,
                        mark(target.words()),
                        step().en())
                : Text.of(
                        "以 %1$s为准得 %2$s 分，每高%3$s加 %7$s 分（%8$s），每低%3$s扣 %4$s 分",
                        "%2$s at %5$s; each %6$s above gains %7$s (%8$s), each below loses %4$s",
                        level(target.words()),
                        atTarget,
                        step().zh(),
                        loses,
                        mark(target.words()),
                        step().en(),
                        gains.each(),
                        mostGained(gains));
        Text least = floor == null
                ? Text.of("，不设下限，可为负分", ", may be negative")
                : floor.isZero() ? Text.of("，扣完为止", ", not below 0") : Text.of("，最低 %s 分", ", not below %s", floor);
        Text parts = Text.of("（%s）", " (%s)", Text.of(gains == null ? part.loses : part.both, part.en));
        Text cliff = zeroBelow == null
                ? Text.of("")
                : Text.of(
                        "；低于 %1$s不得分",
                        "; nothing below %2$s",
                        level(Text.of(zeroBelow.toString())),
                        mark(Text.of(zeroBelow.toString())));
        return rule.plus(least).plus(parts).plus(cliff);
    }

    private static Text mostGained(Gain gains) {
        return gains.most() == null
                ? Text.of("上不封顶", "without a cap")
                : Text.of("最多加 %s 分", "at most %s", gains.most());
    }

    private Text step() {
        String number = per.number().toString();
        if (per.ofTarget()) {
            return Text.of("目标的 " + number + "% ", number + "% of it");
        }
        boolean percent = in.equals("个百分点");
        String points = per.number().equals(Rational.ONE) ? " percentage point" : " percentage points";
        return Text.of(
                " " + number + (in.isEmpty() ? " " : " " + in),
                number + (percent ? points : in.isEmpty() ? "" : " " + in));
    }

    private Text mark(Text value) {
        String end = in.equals("个百分点") ? "%" : in.isEmpty() ? "" : " " + in;
        return value.plus(Text.of(end));
    }

    private Text level(Text value) {
        boolean spaced = in.isEmpty() || in.equals("个百分点");
        return spaced ? mark(value).plus(Text.of(" ")) : mark(value);
    }
}
