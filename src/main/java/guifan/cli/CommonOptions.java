package guifan.cli;

import guifan.source.Diagnostic;
import guifan.source.Diagnostic.Severity;
import guifan.source.Language;
import guifan.source.Problems;
import guifan.source.Text;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command: language and messages. */
final class CommonOptions {

    @Option(names = "--lang", paramLabel = "zh|en", description = "语言（默认 zh，或环境变量 GUIFAN_LANG）")
    private @Nullable Tongue language;

    @Option(names = "--message-format", paramLabel = "text|json", description = "消息格式（默认 text）")
    private @Nullable MessageFormat messageFormat;

    @Option(
            names = {"-q", "--quiet"},
            description = "不打印提示，只打印警告和错误")
    private boolean quiet;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "显示帮助")
    @SuppressWarnings("unused") // picocli looks at it
    private boolean help;

    @Option(names = "--debug", description = "出现内部错误时打印调用栈")
    private boolean debug;

    @Option(names = "--unannounced", hidden = true)
    private boolean unannounced;

    /** The languages, in the words of the option. */
    enum Tongue {
        zh,
        en
    }

    /** The forms of messages, in the words of the option. */
    enum MessageFormat {
        text,
        json
    }

    /** Takes over what was said before the verb; what is said after it goes before. */
    void within(CommonOptions outer) {
        language = language == null ? outer.language : language;
        messageFormat = messageFormat == null ? outer.messageFormat : messageFormat;
        quiet |= outer.quiet;
        debug |= outer.debug;
    }

    private MessageFormat format() {
        return messageFormat == null ? MessageFormat.text : messageFormat;
    }

    Language language(Map<String, String> environment) {
        return language(language == null ? "" : language.name(), environment);
    }

    /** Returns the language that was {@code asked} for, otherwise that of the environment, otherwise Chinese. */
    static Language language(String asked, Map<String, String> environment) {
        String word = asked.isEmpty() ? environment.getOrDefault("GUIFAN_LANG", "") : asked;
        return word.toLowerCase(Locale.ROOT).startsWith("en") ? Language.EN : Language.ZH;
    }

    /** Prints what was found, notes only if they are wanted. */
    void print(Problems problems, Surroundings world) {
        print(problems.all(), world);
    }

    void print(List<Diagnostic> diagnostics, Surroundings world) {
        DiagnosticPrinter printer = new DiagnosticPrinter(world.err(), language(world.environment()), format());
        diagnostics.stream()
                .filter(diagnostic -> !quiet || diagnostic.severity() != Severity.NOTE)
                .forEach(printer::print);
        printer.summary(diagnostics);
    }

    /** Says which files were written; a folder stands for many. Within a batch, that says it itself. */
    void announce(List<Text> written, Surroundings world) {
        if (!quiet && !unannounced && !written.isEmpty()) {
            Text files = Text.join(written, "、", ", ");
            world.err().println(Text.of("已写 %s", "written: %s", files).in(language(world.environment())));
        }
    }

    /** Says which file was written. */
    void announce(String file, Surroundings world) {
        announce(List.of(Text.of(file)), world);
    }

    /** Returns the words for {@code number} files in a folder. */
    static Text folder(String name, int number) {
        String ended = name.endsWith("/") || name.endsWith("\\") ? name : name + "/";
        return Text.of("%s（%s 个文件）", "%s (%s files)", ended, number);
    }

    boolean isQuiet() {
        return quiet;
    }

    boolean isDebug() {
        return debug;
    }
}
