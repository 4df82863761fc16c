package guifan.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a command sees of the world.
 *
 * @param directory the folder that relative paths start from
 * @param in standard input
 * @param out where results go
 * @param err where messages go
 * @param environment the environment variables
 */
record Surroundings(Path directory, InputStream in, PrintWriter out, PrintWriter err, Map<String, String> environment) {

    /** Returns how many columns the terminal has, 0 if the environment does not say. */
    int columns() {
        String columns = environment.getOrDefault("COLUMNS", "");
        return columns.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(columns) : 0;
    }

    /** Returns a path that the user gave, as the process can open it. */
    Path resolve(String path) {
        return directory.resolve(path);
    }

    /** Returns whether standard input is a keyboard, which the launcher or the process itself has found out. */
    boolean isTypedInput() {
        return "terminal".equals(environment.get("GUIFAN_INPUT"));
    }

    /** Returns whether somebody looks on who can see a line change. */
    @SuppressWarnings("SystemConsoleNull") // that is asked below
    boolean isTerminal() {
        java.io.Console console = System.console();
        if (console == null || "dumb".equals(environment.get("TERM"))) {
            return false;
        }
        try {
            // Since Java 22 there may be a console that is no terminal.
            return !Boolean.FALSE.equals(
                    java.io.Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
