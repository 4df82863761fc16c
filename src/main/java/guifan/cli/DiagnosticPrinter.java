package guifan.cli;

import guifan.cli.CommonOptions.MessageFormat;
import guifan.source.Diagnostic;
import guifan.source.Diagnostic.Severity;
import guifan.source.Language;
import guifan.source.Text;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Prints diagnostics: the place, the code, the message, the line with a caret. */
final class DiagnosticPrinter {

    private final PrintWriter out;
    private final Language language;
    private final MessageFormat format;

    DiagnosticPrinter(PrintWriter out, Language language, MessageFormat format) {
        this.out = out;
        this.language = language;
        this.format = format;
    }

    void print(Diagnostic diagnostic) {
        String severity = diagnostic.severity().name().toLowerCase(Locale.ROOT);
        String place = diagnostic.place().words().in(language);
        String message = diagnostic.message().in(language);
        if (format == MessageFormat.json) {
            out.println("{\"severity\":" + quote(severity) + ",\"code\":" + quote(diagnostic.code()) + ",\"file\":"
                    + quote(diagnostic.place().file()) + ",\"place\":" + quote(place) + ",\"message\":" + quote(message)
                    + "}");
            return;
        }
        out.println(place + ": " + severity + "[" + diagnostic.code() + "]: " + message);
        diagnostic.place().excerpt().ifPresent(out::println);
    }

    /** Says how many errors there are, where there are several. */
    void summary(List<Diagnostic> diagnostics) {
        long errors = diagnostics.stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .count();
        if (errors > 1 && format == MessageFormat.text) {
            out.println(Text.of("共 %s 处错误", "%s errors", errors).in(language));
        }
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                default -> {
                    if (c < 0x20) {
                        quoted.append(String.format(Locale.ROOT, "\\u%04x", c));
                    } else {
                        quoted.append((char) c);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
