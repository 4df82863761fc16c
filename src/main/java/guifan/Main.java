package guifan;

import guifan.cli.Cli;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Connects the command line with the process: its streams, environment and exit code. */
public final class Main {

    private Main() {}

    /** Runs the command line and exits with its code. */
    public static void main(String[] args) {
        WatchedStream result = new WatchedStream(new FileOutputStream(FileDescriptor.out));
        PrintWriter out = writer(result);
        PrintWriter err = writer(new FileOutputStream(FileDescriptor.err));
        int code = Cli.run(Path.of(""), System.in, out, result::isReaderGone, err, environment(), args);
        err.flush();
        System.exit(code);
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), false);
    }

    /** Returns the environment, with what the console tells: a console has both a keyboard and a screen. */
    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        if (isTerminal(System.console())) {
            environment.put("GUIFAN_INPUT", "terminal");
        } else {
            environment.remove("COLUMNS");
        }
        return environment;
    }

    /** From Java 22 on there is a console even where there is no terminal, which a method that is new there tells. */
    private static boolean isTerminal(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
