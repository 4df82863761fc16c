package guifan.report;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Gives names of files to units: any name is a file name on every system, and no two are the same. */
public final class FileNames {

    private static final int MOST_BYTES = 200;

    private final Set<String> given = new HashSet<>();

    /** Returns the name of a file called after {@code name}, which may hold anything. */
    public String of(String name, String ending) {
        StringBuilder safe = new StringBuilder();
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC).strip();
        composed.codePoints()
                .takeWhile(point -> safe.toString().getBytes(StandardCharsets.UTF_8).length < MOST_BYTES)
                .forEach(point -> append(safe, point));
        while (!safe.isEmpty() && ". ".indexOf(safe.charAt(safe.length() - 1)) >= 0) {
            safe.setLength(safe.length() - 1);
        }
        boolean bad = safe.isEmpty() || ".- ".indexOf(safe.charAt(0)) >= 0 || isReserved(safe.toString());
        String base = bad ? "_" + safe : safe.toString();
        String free = base;
        for (int i = 2; !given.add(free.toLowerCase(Locale.ROOT)); i++) {
            free = base + "_" + i;
        }
        return free + "." + ending;
    }

    private static void append(StringBuilder safe, int point) {
        boolean unsafe = "/\\:*?\"<>|%".indexOf(point) >= 0
                || Character.getType(point) == Character.CONTROL
                || Character.getType(point) == Character.FORMAT
                || Character.getType(point) == Character.SURROGATE;
        if (unsafe) {
            safe.append('%').append(String.format(Locale.ROOT, "%02X", point));
        } else {
            safe.appendCodePoint(point);
        }
    }

    /** Windows keeps these names for devices, whatever their ending. */
    private static boolean isReserved(String name) {
        return name.toUpperCase(Locale.ROOT).matches("(CON|PRN|AUX|NUL|COM[0-9]|LPT[0-9])(\\..*)?");
    }
}
