package guifan.report;

import guifan.number.Rational;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Typed reading of one JSON object; what is missing or of another type is refused, what is unknown is passed over. */
final class JsonFields {

    private final Map<?, ?> fields;
    private final String path;

    /**
     * Makes the fields of an object.
     *
     * @param path where it stands, such as {@code units[2].place}, empty for the whole
     */
    JsonFields(Object value, String path) throws ResultFormatException {
        this.path = path;
        if (!(value instanceof Map<?, ?> map)) {
            throw refused(path.isEmpty() ? "JSON" : path, new Text("应为对象", "must be an object"));
        }
        this.fields = map;
    }

    /** Reads one object. */
    @FunctionalInterface
    interface Reading<T> {
        T read(JsonFields fields) throws ResultFormatException;
    }

    /** Returns the text under {@code name}, empty if there is none. */
    String text(String name) throws ResultFormatException {
        return fields.containsKey(name) ? string(required(name), path(name)) : "";
    }

    /** Returns the text under {@code name}, which must be there. */
    String requiredText(String name) throws ResultFormatException {
        return string(required(name), path(name));
    }

    List<String> texts(String name) throws ResultFormatException {
        List<String> texts = new ArrayList<>();
        for (Object value : values(name)) {
            texts.add(string(value, path(name)));
        }
        return texts;
    }

    /** Returns the words under {@code name}, empty if there are none. */
    Text words(String name) throws ResultFormatException {
        return fields.containsKey(name) ? words(required(name), path(name)) : Text.of("");
    }

    List<Text> wordsList(String name) throws ResultFormatException {
        List<Text> words = new ArrayList<>();
        for (Object value : values(name)) {
            words.add(words(value, path(name)));
        }
        return words;
    }

    private static Text words(Object value, String path) throws ResultFormatException {
        if (value instanceof String same) {
            return Text.of(same);
        }
        JsonFields words = new JsonFields(value, path);
        return new Text(words.text("zh"), words.text("en"));
    }

    boolean flag(String name) throws ResultFormatException {
        if (!fields.containsKey(name)) {
            return false;
        }
        if (required(name) instanceof Boolean flag) {
            return flag;
        }
        throw refused(path(name), new Text("应为 true 或 false", "must be true or false"));
    }

    int integer(String name) throws ResultFormatException {
        Rational number = number(name);
        boolean fits = number.isWhole() && number.abs().compareTo(Rational.of(Integer.MAX_VALUE)) <= 0;
        if (!fits) {
            throw refused(path(name), new Text("应为整数", "must be a whole number"));
        }
        return number.intValueExact();
    }

    @Nullable
    Integer optionalInteger(String name) throws ResultFormatException {
        return fields.containsKey(name) ? (Integer) integer(name) : null;
    }

    /** Returns the number under {@code name}: a decimal, or an object with a fraction. */
    Rational number(String name) throws ResultFormatException {
        Object value = required(name);
        if (value instanceof Rational number) {
            return number;
        }
        if (value instanceof Map<?, ?>) {
            return Rational.parse(new JsonFields(value, path(name)).requiredText("fraction"))
                    .orElseThrow(() -> refused(path(name), new Text("不是分数", "is no fraction")));
        }
        throw refused(path(name), new Text("应为数字", "must be a number"));
    }

    @Nullable
    Rational optionalNumber(String name) throws ResultFormatException {
        return fields.containsKey(name) ? number(name) : null;
    }

    <T> T object(String name, Reading<T> reading) throws ResultFormatException {
        return reading.read(new JsonFields(required(name), path(name)));
    }

    <T> @Nullable T optional(String name, Reading<T> reading) throws ResultFormatException {
        return fields.containsKey(name) ? object(name, reading) : null;
    }

    /** Returns the objects of the list under {@code name}, none if there is no list. */
    <T> List<T> list(String name, Reading<T> reading) throws ResultFormatException {
        List<T> read = new ArrayList<>();
        for (Object value : values(name)) {
            read.add(reading.read(new JsonFields(value, path(name) + "[" + read.size() + "]")));
        }
        return read;
    }

    /** Returns the constant whose word stands under {@code name}. */
    <E extends Enum<E>> E constant(String name, Class<E> type) throws ResultFormatException {
        String word = requiredText(name);
        for (E constant : Objects.requireNonNull(type.getEnumConstants())) {
            if (word(constant).equals(word)) {
                return constant;
            }
        }
        throw refused(path(name), new Text("不是已知的词", "is not a known word"));
    }

    /** Returns the word for a constant, such as {@code not-reported}. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    ResultFormatException refused(String name, String zh, String en) {
        return refused(path(name), new Text(zh, en));
    }

    private static ResultFormatException refused(String path, Text problem) {
        return new ResultFormatException(Text.of("不是有效的评价结果：%s %s", "not a valid result: %s %s", path, problem));
    }

    private List<?> values(String name) throws ResultFormatException {
        if (!fields.containsKey(name)) {
            return List.of();
        }
        if (required(name) instanceof List<?> list) {
            return list;
        }
        throw refused(path(name), new Text("应为列表", "must be a list"));
    }

    private Object required(String name) throws ResultFormatException {
        Object value = fields.get(name);
        if (value == null) {
            throw refused(path(name), new Text("缺少", "is missing"));
        }
        return value;
    }

    private String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static String string(Object value, String path) throws ResultFormatException {
        if (value instanceof String text) {
            return text;
        }
        throw refused(path, new Text("应为文字", "must be a text"));
    }
}
