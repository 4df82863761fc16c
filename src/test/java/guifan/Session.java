package guifan;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.cli.Cli;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replays the {@code console} blocks of a page in this process.
 *
 * <p>It knows the words {@code guifan}, {@code scripts/guifan}, {@code scripts/evaluate} and {@code cat}, quotes as a
 * shell has them, and {@code \} at the end of a line. A block that shows {@code ./mvnw}, {@code git} or {@code cd} is
 * left as it is. Lines before a command that begin with {@code #} are its comment.
 *
 * @param directory where the commands run
 * @param hidden the folders whose names are left out of what is printed, the innermost first
 */
record Session(Path directory, List<Path> hidden) {

    private static final Pattern FENCE = Pattern.compile("(`{3,})(\\w*) *");

    private static final Pattern ELSEWHERE = Pattern.compile("\\$ (?:\\./mvnw|git|cd)\\b.*");

    private static final Pattern WORD_PART = Pattern.compile("'([^']*)'|\"([^\"]*)\"|([^\\s'\"]+)|(\\s+)");

    /** Returns {@code page} with the output of each command replaced by what it prints now. */
    String replay(String page) throws IOException {
        List<String> result = new ArrayList<>();
        List<String> lines = page.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            result.add(lines.get(i));
            Matcher fence = FENCE.matcher(lines.get(i));
            if (fence.matches()) {
                int end = i + 1;
                while (end < lines.size() && !lines.get(end).equals(fence.group(1))) {
                    end++;
                }
                assertThat(end).as("the end of the block in line " + (i + 1)).isLessThan(lines.size());
                List<String> block = lines.subList(i + 1, end);
                List<String> replayed = fence.group(2).equals("console") ? replayBlock(block) : block;
                assertThat(replayed).as("a longer fence is needed").doesNotContain(fence.group(1));
                result.addAll(replayed);
                result.add(lines.get(end));
                i = end;
            }
        }
        return String.join("\n", result) + "\n";
    }

    private List<String> replayBlock(List<String> block) throws IOException {
        if (block.stream().anyMatch(line -> ELSEWHERE.matcher(line).matches())) {
            return block;
        }
        List<String> result = new ArrayList<>();
        List<String> printed = List.of();
        int start = 0;
        for (int i = 0; i < block.size(); i++) {
            if (!block.get(i).startsWith("$ ")) {
                continue;
            }
            result.addAll(comments(block.subList(start, i), printed));
            StringBuilder command = new StringBuilder(block.get(i).substring(2));
            result.add(block.get(i));
            while (command.charAt(command.length() - 1) == '\\' && i + 1 < block.size()) {
                i++;
                command.setLength(command.length() - 1);
                command.append(block.get(i));
                result.add(block.get(i));
            }
            printed = run(words(command.toString())).lines().toList();
            result.addAll(printed);
            start = i + 1;
        }
        return result;
    }

    /** Returns the last lines of {@code old} that begin with {@code #} and are not output themselves. */
    private static List<String> comments(List<String> old, List<String> printed) {
        int first = old.size();
        while (first > 0 && old.get(first - 1).startsWith("#")) {
            first--;
        }
        boolean unchanged =
                old.size() >= printed.size() && old.subList(0, printed.size()).equals(printed);
        return old.subList(unchanged ? Math.max(first, printed.size()) : first, old.size());
    }

    private static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        StringBuilder word = null;
        Matcher part = WORD_PART.matcher(command);
        int end = 0;
        while (part.find()) {
            assertThat(part.start()).as("a quote is not closed: " + command).isEqualTo(end);
            end = part.end();
            if (part.group(4) != null) {
                if (word != null) {
                    words.add(word.toString());
                }
                word = null;
                continue;
            }
            if (part.group(3) != null) {
                assertThat(part.group(3)).as(command).doesNotContainPattern("[<>|&;`$*?]");
            }
            word = word == null ? new StringBuilder() : word;
            for (int group = 1; group <= 3; group++) {
                word.append(part.group(group) == null ? "" : part.group(group));
            }
        }
        assertThat(end).as("a quote is not closed: " + command).isEqualTo(command.length());
        if (word != null) {
            words.add(word.toString());
        }
        return words;
    }

    private String run(List<String> words) throws IOException {
        List<String> args = new ArrayList<>(words.subList(1, words.size()));
        switch (words.get(0)) {
            case "cat":
                StringBuilder text = new StringBuilder();
                for (String file : args) {
                    text.append(read(directory.resolve(file)));
                }
                return text.toString();
            case "scripts/evaluate":
                args.add(0, "evaluate");
                break;
            case "guifan", "scripts/guifan":
                break;
            default:
                throw new AssertionError("a page may not run this command: " + words);
        }
        StringWriter printed = new StringWriter();
        PrintWriter out = new PrintWriter(printed);
        int exit = Cli.run(directory, InputStream.nullInputStream(), out, out, Map.of(), args.toArray(String[]::new));
        out.flush();
        String text = printed.toString().replace("\uFEFF", "");
        for (Path folder : hidden) {
            text = text.replace(folder + "/", "");
        }
        if (exit == 0) {
            return text;
        }
        return text + (text.isEmpty() || text.endsWith("\n") ? "" : "\n") + "[exit " + exit + "]\n";
    }

    /** Returns the text of a file, which is UTF-8 or else GB18030, without its byte order mark. */
    private static String read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.UTF_8);
        boolean intact = Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes);
        return (intact ? text : new String(bytes, Charset.forName("GB18030"))).replace("\uFEFF", "");
    }
}
