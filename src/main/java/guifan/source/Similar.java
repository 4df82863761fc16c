package guifan.source;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Finds the name that was probably meant. */
public final class Similar {

    private static final int MOST_LISTED = 12;
    private static final int LONGEST = 200;

    private Similar() {}

    /**
     * Returns the one of {@code known} nearest to {@code word}, the first of several that are equally near.
     *
     * <p>Names are compared as {@link Names#normalise} has them; at most a third of the characters may differ, a swap
     * of neighbours being one difference.
     */
    public static Optional<String> nearest(String word, Collection<String> known) {
        int[] wanted = points(word);
        String nearest = null;
        int least = Integer.MAX_VALUE;
        for (String candidate : known) {
            int[] given = points(candidate);
            int longer = Math.max(wanted.length, given.length);
            if (longer > LONGEST || Math.abs(wanted.length - given.length) > longer / 3) {
                continue;
            }
            int distance = distance(wanted, given);
            if (distance <= longer / 3 && distance < least) {
                least = distance;
                nearest = candidate;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /**
     * Returns what to add to a message about an unknown word: the nearest known one, otherwise a list of those known.
     */
    public static Text suggestion(String word, Collection<String> known) {
        return nearest(word, known).map(Similar::question).orElse(list(known, "；", "; "));
    }

    /** Returns the nearest of the names that are {@code known}, if one is near, and a list of all. */
    static Text suggestionAndList(String word, Collection<String> known) {
        return nearest(word, known)
                .map(near -> question(near).plus(list(known, "", " ")))
                .orElse(list(known, "；", "; "));
    }

    private static Text question(String name) {
        return Text.of("，是否应为“%s”？", ", did you mean \"%s\"?", Width.visible(name));
    }

    private static Text list(Collection<String> known, String zh, String en) {
        if (known.isEmpty()) {
            return Text.of("");
        }
        List<Text> listed = known.stream()
                .limit(MOST_LISTED)
                .map(name -> Text.of(Width.visible(name)))
                .toList();
        Text more = known.size() > MOST_LISTED ? Text.of("……等 %s 个", ", … (%s in all)", known.size()) : Text.of("");
        return Text.of(
                "%s已知的有：%s",
                "%sknown are: %s",
                new Text(zh, en),
                Text.join(listed, "、", ", ").plus(more));
    }

    private static int[] points(String word) {
        return Names.normalise(word).codePoints().toArray();
    }

    /** Returns the optimal string alignment distance: insertions, deletions, replacements and swaps of neighbours. */
    private static int distance(int[] a, int[] b) {
        int[] beforeLast = new int[b.length + 1];
        int[] last = new int[b.length + 1];
        int[] row = new int[b.length + 1];
        for (int j = 0; j <= b.length; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length; i++) {
            row[0] = i;
            for (int j = 1; j <= b.length; j++) {
                int replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[b.length];
    }
}
