package guifan.report;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Gives names of files to units: any name is a file name on every system, and no two are the same. */
public final class FileNames {

    private static final int MOST_BYTES = 200;
    private static final String UNSAFE = "/\\:*?\"<>|";

    private final Set<String> given = new HashSet<>();

    /** Returns the name of a file called after {@code name}, which may hold anything. */
    public String of(String name, String ending) {
        return free(name, "." + ending, UNSAFE + "%");
    }

    /** Returns the name of a folder called after {@code name}, which may hold anything. */
    public String folder(String name) {
        return free(name, "", UNSAFE + "%");
    }

    /** Returns the name of a copy of a file that is called {@code name} elsewhere. */
    public String copy(String name) {
        int dot = name.lastIndexOf('.');
        boolean ends = dot > 0 && name.substring(dot).matches("\\.[A-Za-z0-9]{1,16}");
        return ends ? free(name.substring(0, dot), name.substring(dot), UNSAFE) : free(name, "", UNSAFE);
    }

    private String free(String name, String ending, String escaped) {
        StringBuilder safe = new StringBuilder();
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC).strip();
        composed.codePoints()
                .takeWhile(point -> safe.toString().getBytes(StandardCharsets.UTF_8).length < MOST_BYTES)
                .forEach(point -> append(safe, point, escaped));
        while (!safe.isEmpty() && ". ".indexOf(safe.charAt(safe.length() - 1)) >= 0) {
            safe.setLength(safe.length() - 1);
        }
        boolean bad = safe.isEmpty() || ".- ".indexOf(safe.charAt(0)) >= 0 || isReserved(safe.toString());
        String base = bad ? "_" + safe : safe.toString();
        String free = base;
        for (int i = 2; !given.add((free + ending).toLowerCase(Locale.ROOT)); i++) {
            free = base + "_" + i;
        }
        return free + ending;
    }

    private static void append(StringBuilder safe, int point, String escaped) {
        boolean unsafe = escaped.indexOf(point) >= 0
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
