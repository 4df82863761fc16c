package guifan.standard;

import guifan.source.Problems;
import guifan.source.Text;

/** Looks for ways of combining scores that can be read and are most likely not meant. */
final class CombiningLint {

    private CombiningLint() {}

    /** Of parts with other weights, a better one may be dropped and leave less than it brought. */
    static void check(Standard standard, Problems problems) {
        standard.root().withInner().forEach(area -> {
            Combining combining = area.combining();
            long weights = combining.weights().values().stream()
                    .filter(weight -> weight.signum() > 0)
                    .distinct()
                    .count();
            if (combining.dropLowest() + combining.dropHighest() > 0 && weights > 1) {
                problems.warning(
                        "drop-weights",
                        area.place(),
                        Text.of(
                                "“%s”去掉最低、最高，各项权重却不同：某项提高后得分可能反而下降",
                                "\"%s\" drops the lowest or highest of parts with different weights: a better part may lower the score",
                                area.name()));
            }
        });
    }
}
