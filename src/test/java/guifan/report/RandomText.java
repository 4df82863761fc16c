package guifan.report;

import java.util.Random;

/** Short texts with characters that some format has to escape, or that are not shown as they are. */
final class RandomText {

    private static final String ALPHABET = "镇街道人大aZ09 =<>&|*_\"'\\/：，。“”\n\r\t\0\u001B\u202E\u2028\uFEFF\uD83D\uDE00é";

    private RandomText() {}

    static String next(Random random) {
        StringBuilder text = new StringBuilder();
        int[] points = ALPHABET.codePoints().toArray();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }
}
