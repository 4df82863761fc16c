package guifan.cli;

import guifan.source.Language;
import guifan.source.Text;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;

/** The words of the help: Chinese ones stand in the annotations, English ones and those of picocli in resources. */
final class HelpWords {

    /** The verbs that most people need; the others come after them. */
    private static final List<String> FIRST = List.of("evaluate", "explain", "diff", "template", "batch");

    private static final Text MORE = new Text("更多命令：", "More commands:");

    private HelpWords() {}

    /** Returns the words by the keys that picocli looks for: command, option or parameter. */
    static ResourceBundle in(Language language) {
        String name = language == Language.EN ? "help_en.properties" : "help_zh.properties";
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(HelpWords.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
            return new PropertyResourceBundle(reader);
        } catch (IOException e) {
            throw new IllegalStateException(name + " cannot be read", e);
        }
    }

    /** Returns what writes the list of commands: on the first screen in two parts. */
    static IHelpSectionRenderer commands(Language language) {
        return help -> {
            Map<String, Help> all = help.subcommands();
            Map<String, Help> first = new LinkedHashMap<>(all);
            first.keySet().retainAll(FIRST);
            Map<String, Help> others = new LinkedHashMap<>(all);
            others.keySet().removeAll(FIRST);
            return first.isEmpty()
                    ? help.commandList(others)
                    : help.commandList(first) + MORE.in(language) + System.lineSeparator() + help.commandList(others);
        };
    }
}
