package guifan.source;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Something said in both languages.
 *
 * @param zh the Chinese words
 * @param en the English words
 */
public record Text(String zh, String en) {

    /** Returns what is written alike in both languages: names, numbers, what the user wrote. */
    public static Text of(String same) {
        return new Text(same, same);
    }

    /**
     * Returns both sentences with {@code %s} replaced by {@code parts}; a part that is a {@code Text} is said in the
     * same language. Things counted with 1 stand in the singular in English.
     */
    public static Text of(String zh, String en, Object... parts) {
        return new Text(fill(zh, Language.ZH, parts), fill(en, Language.EN, parts));
    }

    /** Returns {@code names}, which are written alike in both languages, as each language lists them. */
    public static Text list(Collection<String> names) {
        return new Text(String.join("、", names), String.join(", ", names));
    }

    /** Returns {@code parts} one after the other, with a separator for each language. */
    public static Text join(List<Text> parts, String zhSeparator, String enSeparator) {
        return new Text(
                String.join(zhSeparator, parts.stream().map(Text::zh).toList()),
                String.join(enSeparator, parts.stream().map(Text::en).toList()));
    }

    /** Returns the words in {@code language}. */
    public String in(Language language) {
        return language == Language.ZH ? zh : en;
    }

    /** Returns this followed by {@code more}. */
    public Text plus(Text more) {
        return new Text(zh + more.zh, en + more.en);
    }

    private static String fill(String words, Language language, Object... parts) {
        if (parts.length == 0) {
            return words;
        }
        Object[] said = Arrays.stream(parts)
                .map(part -> part instanceof Text text ? text.in(language) : part)
                .toArray();
        String filled = isPlain(words, said.length) ? inOrder(words, said) : String.format(Locale.ROOT, words, said);
        return language == Language.EN && filled.contains("1 ") ? Singular.after1(filled) : filled;
    }

    /** Returns whether all that has to be replaced is {@code %s}, for as many parts as there are. */
    private static boolean isPlain(String words, int parts) {
        int found = 0;
        for (int at = words.indexOf('%'); at >= 0; at = words.indexOf('%', at + 2)) {
            if (!words.startsWith("%s", at)) {
                return false;
            }
            found++;
        }
        return found == parts;
    }

    private static String inOrder(String words, Object[] parts) {
        StringBuilder filled = new StringBuilder(words.length() + 16 * parts.length);
        int from = 0;
        for (Object part : parts) {
            int at = words.indexOf("%s", from);
            filled.append(words, from, at).append(part);
            from = at + 2;
        }
        return filled.append(words, from, words.length()).toString();
    }
}
