package guifan.cli;

import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST;

import guifan.batch.BusyFolderException;
import guifan.evaluate.Producer;
import guifan.source.FileException;
import guifan.source.InputException;
import guifan.source.Language;
import guifan.source.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line as a whole: runs a verb and turns what happened into an exit code, in this one place. */
public final class Cli {

    private Cli() {}

    @CommandLine.Command(
            name = "guifan",
            description = "按书面标准给各单位评分（Guifan 规范）",
            versionProvider = Version.class,
            synopsisSubcommandLabel = "COMMAND",
            subcommands = {
                EvaluateCommand.class,
                ExplainCommand.class,
                DiffCommand.class,
                TemplateCommand.class,
                BatchCommand.class,
                TrendsCommand.class,
                TallyCommand.class,
                VerifyCommand.class,
                NoticesCommand.class,
                StandardsCommand.class,
                SchemaCommand.class,
                CompletionCommand.class,
                ManualCommand.class
            },
            exitCodeListHeading = "%n退出码 / exit codes:%n",
            exitCodeList = {
                "0:完成 / done",
                "1:已运行，结论为否 / ran, and the answer is no",
                "2:命令行有误 / usage",
                "3:填报数据被拒 / input data refused",
                "4:评价标准有误或不存在 / standard wrong or unknown",
                "5:读写失败，或内存不足 / input or output failed, or out of memory",
                "69:启动脚本找不到 Java 17，或构建失败 / the launcher found no Java 17, or could not build",
                "70:内部错误 / internal fault",
                "129:终端已断开 / hung up",
                "130:已中断 / interrupted",
                "141:读者已关闭 / reader gone",
                "143:已被终止 / terminated"
            })
    private static final class Root extends Command {
        @CommandLine.Option(
                names = {"-V", "--version"},
                versionHelp = true,
                description = "显示版本")
        @SuppressWarnings("unused") // picocli looks at it
        private boolean version;

        @Override
        ExitCode run(Surroundings surroundings) throws UsageException {
            throw new UsageException(Text.of("请给出命令", "name a command"));
        }
    }

    /** Reads the version from the jar. */
    private static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"guifan " + Producer.version()};
        }
    }

    /**
     * Runs one command and returns its exit code.
     *
     * @param directory the folder that relative paths start from
     * @param in standard input
     * @param out where results go
     * @param err where messages go
     * @param environment the environment variables
     */
    public static int run(
            Path directory,
            InputStream in,
            PrintWriter out,
            PrintWriter err,
            Map<String, String> environment,
            String... args) {
        return run(directory, in, out, () -> false, err, environment, args);
    }

    /**
     * Runs one command and returns its exit code.
     *
     * @param readerGone whether {@code out} failed because nobody reads it any more
     */
    public static int run(
            Path directory,
            InputStream in,
            PrintWriter out,
            BooleanSupplier readerGone,
            PrintWriter err,
            Map<String, String> environment,
            String... args) {
        Surroundings world = new Surroundings(directory, in, out, err, environment);
        Root root = new Root();
        CommandLine line = new CommandLine(root);
        line.setOut(out).setErr(err);
        line.setExpandAtFiles(false);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        line.setUsageHelpAutoWidth(false);
        line.setUsageHelpWidth(100);
        Language language = languageOf(args, environment);
        line.setResourceBundle(HelpWords.in(language));
        line.getHelpSectionMap().put(SECTION_KEY_COMMAND_LIST, HelpWords.commands(language));
        line.setParameterExceptionHandler((e, wrong) -> usage(e, language, err));
        line.setExecutionExceptionHandler((e, failed, result) -> failure(e, failed, language, world));
        line.setExecutionStrategy(result -> execute(result, world));
        if (args.length == 0) {
            line.usage(err);
            return ExitCode.USAGE.number();
        }
        int code;
        try {
            code = line.execute(isSheet(args[0], line, world) ? opened(args) : args);
        } catch (OutOfMemoryError e) {
            err.println(outOfMemory().in(language));
            code = ExitCode.IO.number();
        }
        return finish(code, out, readerGone, err, language);
    }

    private static Text outOfMemory() {
        long megabytes = Runtime.getRuntime().maxMemory() >> 20;
        return Text.of(
                "内存不足：Java 只能用 %1$s MB。请给更多内存，如先设环境变量 GUIFAN_JAVA_OPTS=-Xmx%2$sm；" + "单位很多时，CSV 比 XLSX、HTML 省内存",
                "out of memory: Java may use %1$s MB. Give it more, for instance by the environment variable"
                        + " GUIFAN_JAVA_OPTS=-Xmx%2$sm; for many units, CSV needs less than XLSX or HTML",
                megabytes,
                Math.max(1024, megabytes * 4));
    }

    /** A file without a verb is one that was dropped onto the launcher, or is opened with it. */
    private static boolean isSheet(String first, CommandLine line, Surroundings world) {
        try {
            return !first.startsWith("-")
                    && !line.getSubcommands().containsKey(first)
                    && Files.isRegularFile(world.resolve(first));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static String[] opened(String[] files) {
        return Stream.concat(Stream.of("evaluate", "--standard-of-year"), Stream.of(files))
                .toArray(String[]::new);
    }

    private static int execute(ParseResult result, Surroundings world) {
        CommonOptions outer = new CommonOptions();
        for (CommandLine line : result.asCommandLineList()) {
            if (line.getCommand() instanceof Command command) {
                command.in(world);
                command.common.within(outer);
                outer = command.common;
            }
        }
        return new CommandLine.RunLast().execute(result);
    }

    /** A result that could not be written is a failure, whatever the command said; a reader who has gone knows. */
    private static int finish(
            int code, PrintWriter out, BooleanSupplier readerGone, PrintWriter err, Language language) {
        out.flush();
        if (!out.checkError()) {
            return code;
        }
        ExitCode failure = readerGone.getAsBoolean() ? ExitCode.READER_GONE : ExitCode.IO;
        if (failure == ExitCode.IO) {
            err.println(Text.of(
                            "结果写不出去（磁盘已满，或输出已关闭）",
                            "the result could not be written (the disk is full, or the output is closed)")
                    .in(language));
        }
        return code == ExitCode.DONE.number() ? failure.number() : code;
    }

    private static Language languageOf(String[] args, Map<String, String> environment) {
        List<String> words = Arrays.asList(args);
        int at = words.indexOf("--lang");
        String asked = at >= 0 && at + 1 < words.size()
                ? words.get(at + 1)
                : words.stream()
                        .filter(word -> word.startsWith("--lang="))
                        .map(word -> word.substring("--lang=".length()))
                        .findFirst()
                        .orElse("");
        return CommonOptions.language(asked, environment);
    }

    private static int usage(ParameterException e, Language language, PrintWriter err) {
        printUsage(UsageWords.of(e), e.getCommandLine().getCommandSpec().qualifiedName(), language, err);
        return ExitCode.USAGE.number();
    }

    private static void printUsage(Text message, String command, Language language, PrintWriter err) {
        err.println(message.in(language));
        err.println(Text.of("用法见 %s --help", "see %s --help", command).in(language));
    }

    private static int failure(Exception e, CommandLine failed, Language language, Surroundings world) {
        CommonOptions common = ((Command) failed.getCommand()).common;
        PrintWriter err = world.err();
        if (e instanceof InputException refused) {
            common.print(refused.diagnostics(), world);
            boolean data = refused.subject() == InputException.Subject.DATA;
            return (data ? ExitCode.DATA : ExitCode.STANDARD).number();
        }
        if (e instanceof UsageException wrong) {
            printUsage(wrong.text(), failed.getCommandSpec().qualifiedName(), language, err);
            return ExitCode.USAGE.number();
        }
        if (e instanceof IOException io) {
            err.println(said(io).in(language));
            return ExitCode.IO.number();
        }
        err.println(Text.of(
                        "程序内部错误（%s）。这是程序的缺陷，请连同 --debug 的输出一并反馈。",
                        "internal fault (%s). This is a bug; please report it with the output of --debug.",
                        e.toString())
                .in(language));
        if (common.isDebug()) {
            e.printStackTrace(err);
        }
        return ExitCode.INTERNAL.number();
    }

    private static Text said(IOException e) {
        if (e instanceof FileException told) {
            return told.text();
        }
        if (e instanceof FileAlreadyExistsException there) {
            return Text.of("已有这个文件，没有覆盖：%s", "the file exists, and was not replaced: %s", there.getFile());
        }
        if (e instanceof NoSuchFileException) {
            return Text.of("没有这个文件：%s", "no such file: %s", reason(e));
        }
        if (e instanceof AccessDeniedException) {
            return Text.of("没有权限：%s", "access denied: %s", reason(e));
        }
        if (e instanceof InterruptedIOException) {
            return new Text("已中断", "interrupted");
        }
        if (e instanceof BusyFolderException) {
            return Text.of("另一个 batch 正在此目录中运行：%s", "another batch works in this folder: %s", reason(e));
        }
        return Text.of("读写失败：%s", "input or output failed: %s", reason(e));
    }

    private static String reason(Exception e) {
        return String.valueOf(e.getMessage());
    }
}
