package guifan.rule;

import guifan.number.Rational;
import guifan.rule.Linear.Gain;
import guifan.rule.Linear.PartOfStep;
import guifan.rule.Linear.Step;
import guifan.source.Fields;
import guifan.source.Node.Scalar;
import guifan.source.Text;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a {@link Linear} rule. */
final class LinearReader {

    private final Fields fields;
    private final Worth worth;

    LinearReader(Fields fields, Worth worth) {
        this.fields = fields;
        this.worth = worth;
    }

    Linear read() {
        Rational points = worth.required(fields);
        boolean both = fields.has("gains") || fields.has("target");
        Amount target = Amount.read(fields, both ? "target" : "full-at", worth);
        Rational atTarget = fields.has("at-target") ? fields.positive("at-target") : points;
        Rational loses = fields.positive("loses");
        @Nullable Gain gains = both ? gain(points) : null;
        Step per = per();
        MeasureType type = worth.typeOr(MeasureType.decimal());
        PartOfStep part = part(type, per, target);
        @Nullable Rational zeroBelow = fields.optionalPositive("zero-below").orElse(null);
        @Nullable Rational floor = floor();
        Linear rule = new Linear(points, target, atTarget, loses, gains, per, part, zeroBelow, floor, type, worth.in());
        check(rule, zeroBelow, both ? "target" : "full-at");
        Optional<LinearCurve.Excess> excess = new LinearCurve(rule).excess();
        excess.ifPresent(much -> fields.error("too-many-steps", much.key(), much.message()));
        PartOfStep drawn = excess.isPresent() ? PartOfStep.PRO_RATA : part;
        return new Linear(points, target, atTarget, loses, gains, per, drawn, zeroBelow, floor, type, worth.in());
    }

    private Gain gain(Rational points) {
        Rational each = fields.positive("gains");
        String key = "gains-at-most";
        Optional<String> word = fields.mapping().text(key);
        if (word.filter("none"::equals).isPresent()) {
            fields.noteCanonical(key, () -> "none");
            return new Gain(each, null);
        }
        if (word.filter("points"::equals).isPresent()) {
            fields.noteCanonical(key, () -> "points");
            return new Gain(each, points);
        }
        if (word.isEmpty()) {
            fields.error(
                    "missing-key",
                    "gains",
                    Text.of(
                            "缺少“gains-at-most”：最多加几分（数字），加至基本分（points），还是不封顶（none）",
                            "\"gains-at-most\" is missing: a number, \"points\" (as much again) or \"none\" (no cap)"));
            return new Gain(each, null);
        }
        return new Gain(each, fields.positive(key));
    }

    /** Reads {@code per: 1}, or {@code per: 10%} of the target. */
    private Step per() {
        Optional<String> share = fields.mapping().text("per").filter(text -> text.endsWith("%"));
        if (share.isEmpty()) {
            return new Step(fields.positive("per", Rational.ONE), false);
        }
        String text = share.get();
        Optional<Rational> number =
                Rational.parse(text.substring(0, text.length() - 1).strip()).filter(value -> value.signum() > 0);
        if (number.isEmpty()) {
            fields.error("not-a-number", "per", Text.of("“%s”不是百分数", "\"%s\" is no percentage", text));
        }
        Step step = new Step(number.orElse(Rational.ONE), true);
        fields.noteCanonical("per", () -> step.number() + "%");
        return step;
    }

    /** Whole steps of a count leave no parts, so that nothing need be said of them. */
    private PartOfStep part(MeasureType type, Step per, Amount target) {
        boolean whole = type.kind() == MeasureType.Kind.COUNT
                && !per.ofTarget()
                && per.number().equals(Rational.ONE)
                && !target.isPerUnit()
                && target.plus().isWhole();
        return whole && !fields.has("part-of-step")
                ? fields.choice("part-of-step", PartOfStep.WORDS, PartOfStep.PRO_RATA)
                : fields.requiredChoice("part-of-step", PartOfStep.WORDS, PartOfStep.PRO_RATA);
    }

    private @Nullable Rational floor() {
        if (!fields.has("floor")) {
            return Rational.ZERO;
        }
        if (fields.mapping()
                .get("floor")
                .filter(Scalar.class::isInstance)
                .map(Scalar.class::cast)
                .filter(scalar -> scalar.text().equals("none"))
                .isPresent()) {
            fields.noteCanonical("floor", () -> "none");
            return null;
        }
        return fields.number("floor");
    }

    private void check(Linear rule, @Nullable Rational zeroBelow, String targetKey) {
        Rational target = rule.target().standIn();
        if (zeroBelow != null && zeroBelow.compareTo(target) >= 0) {
            fields.error(
                    "zero-below",
                    "zero-below",
                    Text.of(
                            "“zero-below”应小于“%1$s”（%2$s）",
                            "\"zero-below\" must be less than \"%1$s\" (%2$s)", targetKey, target));
        }
        if (rule.floor() != null && rule.floor().compareTo(rule.atTarget()) >= 0) {
            fields.error(
                    "floor",
                    "floor",
                    Text.of(
                            "下限 %s 不低于达标的 %s 分",
                            "the floor %s is not below the %s at the target", rule.floor(), rule.atTarget()));
        }
        Rational most = rule.type().most();
        if (most != null && !rule.target().isPerUnit() && target.compareTo(most) > 0) {
            fields.error(
                    "unreachable-target",
                    targetKey,
                    Text.of("%s 超过实绩的上限 %s，无法达到", "%s is beyond %s, the most that can be filled in", target, most));
        }
    }
}
