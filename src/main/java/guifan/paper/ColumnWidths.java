package guifan.paper;

import guifan.source.Width;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How wide the columns of a table are: in proportion to what stands in them on average, so that the cells of a row are
 * about equally high, but no less than the longest word needs.
 *
 * @param widths the widths in twentieths of a point, which add up to that of the table
 * @param sign the width of half a Chinese sign, in twentieths of a point
 */
record ColumnWidths(List<Integer> widths, int sign) {

    /** A table with more columns is wide: it is set in smaller type, on a page that lies on its side. */
    private static final int MOST_UPRIGHT = 8;

    /** Half a Chinese sign of 五号 and of 小五, in twentieths of a point. */
    private static final int NORMAL = 105;

    private static final int SMALL = 90;

    /** What a cell has beside its words: a margin on both sides, and some play. */
    private static final int AROUND = 180;

    /** Cells as short as the first of these are not broken, or as the next if there is no room. */
    private static final int[] KEPT = {8, 6, 4, 0};

    /** Words that are not broken between their letters. */
    private static final Pattern WHOLE = Pattern.compile("[\\x21-\\x7E≈−→]+");

    /** Signs of both scripts, which stand as Chinese ones. */
    private static final Set<Integer> BOTH = "“”‘’…—→≈−×÷·≥≤".chars().boxed().collect(Collectors.toSet());

    /** Returns whether a table of {@code rows} is wide. */
    static boolean areWide(List<List<String>> rows) {
        return columns(rows) > MOST_UPRIGHT;
    }

    /** Returns those of a table of {@code rows} that is {@code width} wide. */
    static ColumnWidths of(List<List<String>> rows, int width) {
        int columns = columns(rows);
        int sign = areWide(rows) ? SMALL : NORMAL;
        int[] whole = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                whole[i] += signs(row.get(i)) * sign + AROUND;
            }
        }
        int[] least = new int[columns];
        for (int kept : KEPT) {
            least = least(rows, columns, kept, sign);
            if (Arrays.stream(least).sum() <= width) {
                break;
            }
        }
        return new ColumnWidths(fitted(shared(least, whole, width), width), sign);
    }

    private static int columns(List<List<String>> rows) {
        return rows.stream().mapToInt(List::size).max().orElse(1);
    }

    /** Returns what the columns need so that no word is broken, and no cell of at most {@code kept} signs. */
    private static int[] least(List<List<String>> rows, int columns, int kept, int sign) {
        int[] least = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                int signs = signs(row.get(i));
                least[i] = Math.max(least[i], (signs <= kept ? signs : longest(row.get(i))) * sign + AROUND);
            }
        }
        return least;
    }

    private static int longest(String words) {
        return WHOLE.matcher(words)
                .results()
                .map(MatchResult::group)
                .mapToInt(ColumnWidths::signs)
                .max()
                .orElse(2);
    }

    /** Returns how many halves of a Chinese sign words take. */
    private static int signs(String words) {
        return Width.of(words) + (int) words.chars().filter(BOTH::contains).count();
    }

    private static int[] shared(int[] least, int[] whole, int width) {
        int[] widths = least.clone();
        Set<Integer> open = IntStream.range(0, least.length).boxed().collect(Collectors.toCollection(TreeSet::new));
        while (!open.isEmpty()) {
            long sum = open.stream().mapToLong(i -> whole[i]).sum();
            long left = width
                    - IntStream.range(0, least.length)
                            .filter(i -> !open.contains(i))
                            .mapToLong(i -> least[i])
                            .sum();
            if (!open.removeIf(i -> whole[i] * left < least[i] * sum)) {
                open.forEach(i -> widths[i] = (int) (whole[i] * left / sum));
                return widths;
            }
        }
        return widths;
    }

    /** Makes the widths add up to that of the table, each in proportion. */
    private static List<Integer> fitted(int[] widths, int width) {
        int sum = Arrays.stream(widths).sum();
        List<Integer> fitted = new ArrayList<>();
        Arrays.stream(widths).forEach(one -> fitted.add(one * width / sum));
        int rest = width - fitted.stream().mapToInt(Integer::intValue).sum();
        fitted.set(fitted.size() - 1, fitted.get(fitted.size() - 1) + rest);
        return fitted;
    }

    /** Returns the size of the type in half points. */
    int halfPoints() {
        return sign / 5;
    }

    /** Returns about how many lines the highest cell of {@code row} has. */
    int lines(List<String> row) {
        return IntStream.range(0, row.size())
                .map(i -> signs(row.get(i)) * sign / Math.max(sign, widths.get(i) - AROUND) + 1)
                .max()
                .orElse(1);
    }
}
