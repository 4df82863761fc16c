package guifan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Finds any text of the program that lacks one of its two languages. */
class BothLanguagesTest {

    private static final Pattern TEXT = Pattern.compile("(?:\\bText\\.of|new Text)\\(");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");
    private static final Pattern LIST = Pattern.compile("join(?:ing)?\\(\"、\"");
    private static final Pattern ENGLISH = Pattern.compile("[a-z]{2,} [a-z]{2,}");

    @Test
    void everyTextIsInBothLanguages() throws IOException {
        List<String> found = new ArrayList<>();
        int texts = 0;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                String source = Files.readString(file);
                Matcher start = TEXT.matcher(source);
                while (start.find()) {
                    List<String> arguments = arguments(source, start.end());
                    texts++;
                    wrong(arguments).ifPresent(what -> found.add(file.getFileName() + ": " + what + ": " + arguments));
                }
            }
        }
        assertThat(texts).isGreaterThan(1000);
        assertThat(found).isEmpty();
    }

    @Test
    void whatLacksALanguageIsFound() {
        assertThat(wrong(List.of("\"缺少一列\""))).contains("in Chinese only");
        assertThat(wrong(List.of("\"no such file\""))).contains("in English only");
        assertThat(wrong(List.of("\"no such file\"", "\"no such file\""))).contains("English in the place of Chinese");
        assertThat(wrong(List.of("\"没有单位\"", "\"没有单位\""))).contains("Chinese in the place of English");
        assertThat(wrong(List.of("\"没有\"", "\"no unit 单位\""))).contains("Chinese in the English");
        assertThat(wrong(List.of("\"没有这个单位的表\"", "\"\""))).contains("one is empty");
        assertThat(wrong(List.of("\"缺%s\"", "\"missing: %s\"", "String.join(\"、\", names)")))
                .contains("a Chinese list in the English");
        assertThat(wrong(List.of("\"没有“单位”列\"", "\"there is no column \" + \"单位 (unit)\"", "x")))
                .isEmpty();
        assertThat(arguments("Text.of(\"a, (\" + \"b\", f(c, d), e)", 8))
                .containsExactly("\"a, (\" + \"b\"", "f(c, d)", "e");
    }

    private static Optional<String> wrong(List<String> arguments) {
        Optional<String> zh = literal(arguments.get(0));
        if (zh.isEmpty()) {
            return Optional.empty();
        }
        boolean chinese = HAN.matcher(zh.get()).find();
        boolean english = !chinese && ENGLISH.matcher(zh.get()).find();
        if (arguments.size() == 1) {
            return chinese
                    ? Optional.of("in Chinese only")
                    : english ? Optional.of("in English only") : Optional.empty();
        }
        Optional<String> en = literal(arguments.get(1));
        if (english) {
            return Optional.of("English in the place of Chinese");
        }
        if (en.isEmpty()) {
            return Optional.empty();
        }
        // What only grammar asks for may have no counterpart.
        if (chinese && en.get().isBlank() && zh.get().length() > 6) {
            return Optional.of("one is empty");
        }
        if (zh.equals(en) && chinese) {
            return Optional.of("Chinese in the place of English");
        }
        if (arguments.stream()
                .skip(2)
                .anyMatch(
                        one -> !one.startsWith("new Text(") && LIST.matcher(one).find())) {
            return Optional.of("a Chinese list in the English");
        }
        // Words of sheets and standards stand in English sentences as well.
        Matcher word = HAN.matcher(en.get());
        while (word.find()) {
            if (!zh.get().contains(word.group())) {
                return Optional.of("Chinese in the English");
            }
        }
        return Optional.empty();
    }

    /** Returns the text of an argument that is made of literals only. */
    private static Optional<String> literal(String argument) {
        Matcher parts = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"").matcher(argument);
        StringBuilder text = new StringBuilder();
        while (parts.find()) {
            text.append(parts.group(1));
        }
        boolean only = argument.replaceAll("\"(?:[^\"\\\\]|\\\\.)*\"", "").matches("[\\s+]*");
        return only && !argument.isBlank() ? Optional.of(text.toString()) : Optional.empty();
    }

    /** Returns the arguments of a call, from behind its bracket. */
    private static List<String> arguments(String source, int from) {
        List<String> arguments = new ArrayList<>();
        int depth = 0;
        int start = from;
        boolean quoted = false;
        for (int i = from; i < source.length(); i++) {
            char c = source.charAt(i);
            if (quoted) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == '\'') {
                i = source.indexOf('\'', i + (source.charAt(i + 1) == '\\' ? 3 : 2));
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && depth-- == 0) {
                arguments.add(source.substring(start, i).strip());
                return arguments;
            } else if (c == ',' && depth == 0) {
                arguments.add(source.substring(start, i).strip());
                start = i + 1;
            }
        }
        return arguments;
    }
}
