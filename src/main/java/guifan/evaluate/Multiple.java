package guifan.evaluate;

import guifan.number.Rational;
import guifan.source.Text;
import guifan.standard.Combining;
import guifan.standard.Indicator;
import guifan.standard.Standard;
import java.util.Optional;

/** What an indicator is worth beside others, points or weight, as far as that can be tried otherwise. */
final class Multiple {

    private Multiple() {}

    private static Combining above(Standard standard, Indicator indicator) {
        return standard.areaOf(indicator.id()).orElseThrow().combining();
    }

    /** Returns its points, or its weight where scores are averaged above it. */
    static Rational now(Standard standard, Indicator indicator) {
        Combining above = above(standard, indicator);
        return above.method().isWeighted()
                ? above.weight(indicator.id())
                : indicator.base().points();
    }

    /**
     * Returns why it cannot be tried.
     *
     * @param name what it is called
     * @param weight whether a weight was asked for, otherwise points
     */
    static Optional<Text> refused(Standard standard, Indicator indicator, String name, boolean weight) {
        Combining above = above(standard, indicator);
        boolean weighted = above.method().isWeighted();
        if (above.isAveraged() && !weighted) {
            return Optional.of(Text.of(
                    "“%s”所在方面取最高、最低或中位数，没有权重", "\"%s\" stands where a single rate is taken and has no weight", name));
        }
        if (weighted && !weight) {
            return Optional.of(
                    Text.of("“%1$s”按权重计，请写“%1$s.weight=…”", "\"%1$s\" has a weight; write \"%1$s.weight=…\"", name));
        }
        if (weight && !weighted) {
            return Optional.of(
                    Text.of("“%1$s”按分值计，请写“%1$s.points=…”", "\"%1$s\" has points; write \"%1$s.points=…\"", name));
        }
        return now(standard, indicator).isZero()
                ? Optional.of(Text.of("“%s”在标准中权重为 0", "the standard gives \"%s\" a weight of 0", name))
                : Optional.empty();
    }
}
