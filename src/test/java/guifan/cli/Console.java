package guifan.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Runs the command line in a folder of its own and keeps what it printed. */
final class Console {

    private final Path directory;
    private byte[] input = {};
    private Map<String, String> environment =
            Map.of("GUIFAN_STANDARDS", Path.of("standards").toAbsolutePath().toString());

    Console(Path directory) {
        this.directory = directory;
    }

    /** What one command did. */
    record Run(int exit, String out, String err) {}

    Console withInput(String text) {
        return withInput(text.getBytes(StandardCharsets.UTF_8));
    }

    Console withInput(byte[] bytes) {
        input = bytes;
        return this;
    }

    Console withEnvironment(Map<String, String> variables) {
        environment = variables;
        return this;
    }

    /** Puts a copy of an example into the folder. */
    Console with(String name, Path original) throws IOException {
        Files.copy(original, directory.resolve(name));
        return this;
    }

    /** Puts a file into the folder. */
    Console with(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
        return this;
    }

    Run run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Cli.run(
                directory,
                new ByteArrayInputStream(input),
                new PrintWriter(out),
                new PrintWriter(err, true),
                environment,
                args);
        return new Run(exit, out.toString(), err.toString());
    }
}
