package guifan.cli;

import guifan.evaluate.Producer;
import guifan.source.Language;
import guifan.source.Text;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page of a verb, in the language of {@code man} (roff), from the words of its help. */
final class ManualPage {

    private final CommandLine command;
    private final CommandSpec spec;
    private final Language language;
    private final StringBuilder page = new StringBuilder();

    ManualPage(CommandLine command, Language language) {
        this.command = command;
        this.spec = command.getCommandSpec();
        this.language = language;
    }

    /** Returns the verbs below {@code command} that its help shows. */
    static List<CommandLine> verbs(CommandLine command) {
        return command.getSubcommands().values().stream()
                .filter(verb -> !verb.getCommandSpec().usageMessage().hidden())
                .distinct()
                .toList();
    }

    /** Returns the name of the page, such as {@code guifan-standards-check}. */
    String name() {
        return spec.qualifiedName("-");
    }

    /** Returns the page. */
    String text() {
        if (language == Language.ZH) {
            // Lines may break between hanzi, and are not spread.
            page.append(".mso zh.tmac\n");
        }
        macro("TH", name().toUpperCase(java.util.Locale.ROOT), "1", "", "guifan " + Producer.version());
        if (language == Language.ZH) {
            page.append(".ad l\n");
        }
        section("名称", "NAME");
        line(name() + " - " + String.join(" ", spec.usageMessage().description()));
        section("用法", "SYNOPSIS");
        macro("nf");
        command.getHelp().synopsis(0).strip().lines().forEach(this::line);
        macro("fi");
        List<PositionalParamSpec> parameters = spec.positionalParameters().stream()
                .filter(one -> !one.hidden())
                .toList();
        if (!parameters.isEmpty()) {
            section("参数", "ARGUMENTS");
            parameters.forEach(one -> entry(one.paramLabel(), one.description()));
        }
        section("选项", "OPTIONS");
        spec.options().stream()
                .filter(option -> !option.hidden())
                .sorted(Comparator.comparing(OptionSpec::longestName))
                .forEach(option -> entry(signature(option), option.description()));
        List<CommandLine> verbs = verbs(command);
        if (!verbs.isEmpty()) {
            section("命令", "COMMANDS");
            verbs.forEach(verb -> entry(
                    verb.getCommandName(), verb.getCommandSpec().usageMessage().description()));
        }
        exitCodes();
        seeAlso(verbs);
        return page.toString();
    }

    private static String signature(OptionSpec option) {
        String names = String.join(", ", option.names());
        return option.arity().max() == 0 ? names : names + " " + option.paramLabel();
    }

    private void exitCodes() {
        Map<String, String> codes = spec.root().usageMessage().exitCodeList();
        if (spec.equals(spec.root())) {
            section("退出码", "EXIT STATUS");
            codes.forEach((code, words) -> entry(code, words));
        }
    }

    private void seeAlso(List<CommandLine> verbs) {
        CommandSpec parent = spec.parent();
        List<String> others = parent == null
                ? verbs.stream()
                        .map(verb -> verb.getCommandSpec().qualifiedName("-"))
                        .toList()
                : List.of(parent.qualifiedName("-"));
        section("另见", "SEE ALSO");
        line(String.join(", ", others.stream().map(name -> name + "(1)").toList()));
    }

    private void section(String zh, String en) {
        macro("SH", new Text(zh, en).in(language));
    }

    private void entry(String term, String... words) {
        macro("TP");
        line(term);
        Arrays.stream(words).map(ManualPage::plain).forEach(this::line);
    }

    private void macro(String name, String... arguments) {
        page.append('.').append(name);
        for (String argument : arguments) {
            page.append(" \"").append(escaped(argument).replace("\"", "\\(dq")).append('"');
        }
        page.append('\n');
    }

    private void line(String words) {
        String text = escaped(words);
        page.append(text.startsWith(".") || text.startsWith("'") ? "\\&" : "")
                .append(text)
                .append('\n');
    }

    private static String plain(String words) {
        return Ansi.OFF.string(words);
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\e").replace("-", "\\-").replace("%n", " ");
    }
}
