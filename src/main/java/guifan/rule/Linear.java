package guifan.rule;

import guifan.number.Rational;
import guifan.source.Fields;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Full points from a mark on; below it points are lost for every so many units of the measure, not below 0.
 *
 * @param points full points
 * @param fullAt the measure that gives full points
 * @param loses points lost for each {@code per}
 * @param per units of the measure, such as one percentage point
 * @param part what a part of a step loses: the texts seen leave it open, so a standard must say it
 * @param zeroBelow a measure below which nothing is given, or null
 * @param type the type of the measure
 * @param in what the measure is counted in
 */
public record Linear(
        Rational points,
        Rational fullAt,
        Rational loses,
        Rational per,
        PartOfStep part,
        @Nullable Rational zeroBelow,
        MeasureType type,
        String in)
        implements Rule {

    /** What a part of a step loses. */
    public enum PartOfStep {
        PRO_RATA("不足部分按比例扣", "parts of a step pro rata"),
        BEGUN("不足 1 步按 1 步扣", "a step that has begun counts in full"),
        FULL_STEPS("不足 1 步不扣", "only full steps count");

        private static final Map<String, PartOfStep> WORDS =
                Map.of("pro-rata", PRO_RATA, "begun", BEGUN, "full-steps", FULL_STEPS);

        private final String zh;
        private final String en;

        PartOfStep(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }
    }

    /** The kind as standards name it. */
    public static final RuleKind KIND =
            new RuleKind("linear", Text.of("达标得满分，每低一个百分点扣分", "loses points in proportion below a mark"), Linear::read);

    private static final int MOST_STEPS = 10_000;

    private static Linear read(Fields fields, Worth worth) {
        Rational points = worth.required(fields);
        Rational fullAt = fields.positive("full-at");
        Rational loses = fields.positive("loses");
        Rational per = fields.positive("per", Rational.ONE);
        PartOfStep part = fields.requiredChoice("part-of-step", PartOfStep.WORDS, PartOfStep.PRO_RATA);
        @Nullable Rational zeroBelow = fields.optionalPositive("zero-below").orElse(null);
        if (points.dividedBy(loses).compareTo(Rational.of(MOST_STEPS)) > 0) {
            fields.error("too-many-steps", "loses", Text.of("步数过多", "too many steps"));
        } else if (zeroBelow != null && zeroBelow.compareTo(fullAt) >= 0) {
            fields.error(
                    "zero-below",
                    "zero-below",
                    Text.of(
                            "“zero-below”应小于“full-at”（%s）",
                            "\"zero-below\" must be less than \"full-at\" (%s)", fullAt));
        }
        MeasureType type = worth.typeOr(MeasureType.decimal());
        return new Linear(points, fullAt, loses, per, part, zeroBelow, type, worth.in());
    }

    @Override
    public RuleKind kind() {
        return KIND;
    }

    @Override
    public Form form() {
        Curve curve = part == PartOfStep.PRO_RATA ? slope() : stairs();
        return Form.of(type, zeroBelow == null ? curve : cut(curve, zeroBelow));
    }

    /** Returns nothing below {@code cliff}, and {@code curve} from there on. */
    private static Curve cut(Curve curve, Rational cliff) {
        Rational slope = curve.hit(cliff).piece().slope();
        List<Curve.Piece> pieces = new ArrayList<>();
        pieces.add(new Curve.Piece(Rational.ZERO, false, Rational.ZERO, Rational.ZERO));
        pieces.add(new Curve.Piece(cliff, false, curve.at(cliff), slope));
        curve.pieces().stream().filter(piece -> !piece.startsAtOrBefore(cliff)).forEach(pieces::add);
        return new Curve(pieces);
    }

    private Curve slope() {
        Rational slope = loses.dividedBy(per);
        return Curve.line(type.least(), points.minus(slope.times(fullAt.minus(type.least()))), slope)
                .then(fullAt, points, Rational.ZERO)
                .clamped(Rational.ZERO, points);
    }

    private Curve stairs() {
        int last = points.dividedBy(loses).ceiling().intValueExact();
        boolean begun = part == PartOfStep.BEGUN;
        List<Curve.Piece> pieces = new ArrayList<>();
        pieces.add(new Curve.Piece(type.least(), false, Rational.ZERO, Rational.ZERO));
        for (int lost = last; lost >= 0; lost--) {
            Rational value = points.minus(loses.times(Rational.of(lost))).max(Rational.ZERO);
            Rational start = fullAt.minus(per.times(Rational.of(begun ? lost : lost + 1L)));
            int order = start.compareTo(type.least());
            if (order < 0 || (order == 0 && begun)) {
                pieces.set(0, new Curve.Piece(type.least(), false, value, Rational.ZERO));
            } else {
                pieces.add(new Curve.Piece(start, !begun, value, Rational.ZERO));
            }
        }
        return new Curve(pieces);
    }

    @Override
    public Text sentence() {
        Text rule = Text.of(
                "达到 %1$s得 %2$s 分，每低 %3$s扣 %4$s 分，扣完为止",
                "%2$s from %5$s on; each %6$s below loses %4$s, not below 0",
                level(fullAt),
                points,
                per + (in.isEmpty() ? " " : " " + in),
                loses,
                level(fullAt).strip(),
                per + (in.equals("个百分点") ? percentagePoints() : in.isEmpty() ? "" : " " + in));
        Text step = Text.of("（%s）", " (%s)", Text.of(part.zh, part.en));
        Text cliff = zeroBelow == null
                ? Text.of("")
                : Text.of(
                        "；低于 %1$s不得分",
                        "; nothing below %2$s",
                        level(zeroBelow),
                        level(zeroBelow).strip());
        return rule.plus(step).plus(cliff);
    }

    private String percentagePoints() {
        return per.equals(Rational.ONE) ? " percentage point" : " percentage points";
    }

    private String level(Rational value) {
        return value + (in.equals("个百分点") ? "% " : in.isEmpty() ? " " : " " + in);
    }
}
