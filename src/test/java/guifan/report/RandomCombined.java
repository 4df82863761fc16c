package guifan.report;

import guifan.evaluate.Combined;
import guifan.standard.Combining.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** How nodes may have come to their scores, with and without a rate, a coverage and a lack. */
final class RandomCombined {

    private RandomCombined() {}

    static Combined of(Random random) {
        List<Combined.Part> parts = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            parts.add(new Combined.Part(
                    "part" + i, random.nextBoolean() ? null : RandomNumbers.next(random), RandomNumbers.next(random)));
        }
        return new Combined(
                Method.values()[random.nextInt(Method.values().length)],
                parts,
                random.nextBoolean() ? null : RandomNumbers.next(random),
                RandomNumbers.next(random),
                random.nextBoolean() ? null : RandomNumbers.next(random),
                Combined.Lack.values()[random.nextInt(Combined.Lack.values().length)]);
    }
}
