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

    /**
     * Returns whether messages go to somebody who can see a line change. Only the launcher finds that out: a console
     * says nothing about where messages go.
     */
    boolean isTerminal() {
        return "terminal".equals(environment.get("GUIFAN_MESSAGES")) && !"dumb".equals(environment.get("TERM"));
    }
}
