package guifan.rule;

import guifan.number.Rational;
import java.util.List;

/**
 * Where a measure stands, as numbers.
 *
 * @param figures what it was compared with, then where it stands: the number that the rule goes on with
 */
public record Comparison(List<Figure> figures) {

    /** A number with its meaning. */
    public record Figure(Aspect aspect, Rational value) {}

    /** What a number of a comparison means. */
    public enum Aspect {
        UNITS("相比的单位", "units compared"),
        BEST("最好", "best"),
        LEAST("最小", "least"),
        MOST("最大", "most"),
        LOW("下限", "low mark"),
        HIGH("上限", "high mark"),
        MEAN("平均", "mean"),
        VARIANCE("方差", "variance"),
        SHARING("同名次的单位", "units in this place"),
        PLACE("名次", "place"),
        SHARE("与最好之比", "share of the best"),
        POSITION("所处位置（0–1）", "position (0 to 1)"),
        DEVIATIONS("离平均（标准差）", "deviations from the mean");

        private final String zh;
        private final String en;

        Aspect(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        public String zh() {
            return zh;
        }

        public String en() {
            return en;
        }
    }

    public Comparison {
        figures = List.copyOf(figures);
        if (figures.isEmpty()) {
            throw new IllegalArgumentException("a comparison has a result");
        }
    }

    /** Returns where the measure stands. */
    public Rational result() {
        return figures.get(figures.size() - 1).value();
    }

    /** Returns the score of where the measure stands on {@code curve}, not below {@code floor}. */
    Working working(Curve curve, Rational floor, Rational cap) {
        Rational place = result();
        Curve.Hit hit = curve.hit(place);
        Rational points = hit.piece().at(place);
        Rational score = points.max(floor).min(cap);
        return new Working(
                List.of(),
                List.of(new Working.Term("", place, hit, points)),
                Rational.ZERO,
                Joining.SUM,
                points,
                Rational.ONE,
                null,
                points,
                Rational.ONE,
                score,
                this);
    }
}
