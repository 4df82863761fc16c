package guifan.report;

import guifan.evaluate.Evaluation;
import guifan.evaluate.Producer;
import guifan.number.Rational;
import guifan.source.InputException;
import guifan.source.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A result as it was archived, to the letter.
 *
 * @param text the file, its line ends made {@code \n}
 * @param evaluation what it says
 * @param version the version of the program that wrote it
 */
public record ArchivedResult(String text, Evaluation evaluation, String version) {

    /**
     * Reads a result.
     *
     * @param file where it was read, for messages
     * @throws InputException if it is not a result, or of another format version
     */
    public static ArchivedResult read(String file, String text) throws InputException {
        String plain = text.replace("\r\n", "\n").replace('\r', '\n');
        Evaluation evaluation = JsonReader.read(file, plain);
        return new ArchivedResult(plain, evaluation, version(plain));
    }

    private static String version(String json) {
        return member(tree(json), "producedBy")
                .flatMap(producer -> member(producer, "version"))
                .map(Object::toString)
                .orElse("");
    }

    private static Optional<Object> member(Object object, String name) {
        return object instanceof Map<?, ?> members ? Optional.ofNullable(members.get(name)) : Optional.empty();
    }

    /** Returns whether the program that wrote it is another version than this. */
    public boolean isOfOtherVersion() {
        return !version.equals(Producer.version());
    }

    /**
     * Returns the values in which {@code recomputed} differs; members that later minor versions of the format have
     * added are no difference.
     */
    public List<JsonDifference> differences(Evaluation recomputed) {
        boolean older = isOlderFormat();
        return JsonDifference.between(tree(text), tree(written(recomputed)), !older).stream()
                .filter(difference -> !older || !difference.path().equals("formatVersion"))
                .toList();
    }

    /** Returns the first line that is spelled otherwise than the program would, though it says the same. */
    public Optional<Integer> respelledLine(Evaluation recomputed) {
        if (isOlderFormat()) {
            return Optional.empty();
        }
        List<String> mine = new ArrayList<>(written(recomputed).lines().toList());
        List<String> archived = new ArrayList<>(text.lines().toList());
        if (text.equals(written(recomputed))) {
            return Optional.empty();
        }
        for (int i = 0; i < Math.min(mine.size(), archived.size()); i++) {
            if (!mine.get(i).equals(archived.get(i))) {
                return Optional.of(i + 1);
            }
        }
        return Optional.of(Math.min(mine.size(), archived.size()) + 1);
    }

    private boolean isOlderFormat() {
        String format =
                member(tree(text), "formatVersion").map(Object::toString).orElse("");
        return Rational.parse(minor(format))
                .filter(number -> number.compareTo(
                                Rational.parse(minor(JsonWriter.FORMAT_VERSION)).orElse(Rational.ZERO))
                        < 0)
                .isPresent();
    }

    private static String minor(String format) {
        return format.substring(format.indexOf('.') + 1);
    }

    private String written(Evaluation evaluation) {
        StringBuilder json = new StringBuilder();
        try {
            new JsonWriter(version).write(evaluation, Language.ZH, json);
        } catch (IOException e) {
            throw new IllegalStateException("a string can be written", e);
        }
        return json.toString();
    }

    private static Object tree(String json) {
        try {
            return JsonReader.parse(json.startsWith("\uFEFF") ? json.substring(1) : json);
        } catch (ResultFormatException e) {
            throw new IllegalStateException("it was read before", e);
        }
    }
}
