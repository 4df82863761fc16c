package guifan.report;

import guifan.evaluate.Evaluation;
import guifan.source.Language;
import guifan.source.Text;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Every format of output, with the word that names it and the ending of its files. */
public enum ReportFormat {
    TABLE("table", "txt"),
    CSV("csv", "csv"),
    JSON("json", "json"),
    MARKDOWN("md", "md"),
    HTML("html", "html"),
    XLSX("xlsx", "xlsx");

    private final String word;
    private final String ending;

    ReportFormat(String word, String ending) {
        this.word = word;
        this.ending = ending;
    }

    /** Returns the word by which the command line names it. */
    public String word() {
        return word;
    }

    /** Returns the ending of its files, without the dot. */
    public String ending() {
        return ending;
    }

    /** Returns what writes it, if it is text. */
    public Optional<Report> text() {
        return text(0);
    }

    /**
     * Returns what writes it on a screen, if it is text.
     *
     * @param columns how many columns the screen has, 0 if that does not matter
     */
    public Optional<Report> text(int columns) {
        return switch (this) {
            case TABLE -> Optional.of(new TableReport(columns));
            case CSV -> Optional.of(new CsvReport());
            case JSON -> Optional.of(new JsonWriter());
            case MARKDOWN -> Optional.of(new MarkdownReport());
            case HTML -> Optional.of(new HtmlReport(NextGrades.UNKNOWN));
            case XLSX -> Optional.empty();
        };
    }

    /**
     * Returns the file that holds {@code evaluation}; the same evaluation gives the same bytes everywhere.
     *
     * @throws IOException if it cannot be written
     */
    public byte[] render(Evaluation evaluation, Language language) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(evaluation, NextGrades.UNKNOWN, language, bytes);
        return bytes.toByteArray();
    }

    /**
     * Writes the file that holds {@code evaluation}, with what would bring each unit to the next grade.
     *
     * @throws IOException if it cannot be written
     */
    public void write(Evaluation evaluation, NextGrades grades, Language language, OutputStream out)
            throws IOException {
        Optional<Report> report = text().map(one -> one.with(grades));
        if (report.isEmpty()) {
            out.write(XlsxReport.of(evaluation, language));
            return;
        }
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        report.get().write(evaluation, language, text);
        text.flush();
    }

    /** Returns the format named {@code word}, if there is one. */
    public static Optional<ReportFormat> ofWord(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word.equals(word))
                .findFirst();
    }

    /** Returns the format of a file called {@code name} by its ending, in upper or lower case, if there is one. */
    public static Optional<ReportFormat> ofFile(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> lower.endsWith("." + format.ending))
                .findFirst();
    }

    /** Returns the words of all formats, for messages. */
    public static Text words() {
        return list(format -> Text.of(format.word));
    }

    /** Returns the endings of all formats, for messages. */
    public static Text endings() {
        return list(format -> Text.of("." + format.ending));
    }

    private static Text list(Function<ReportFormat, Text> words) {
        return Text.join(Arrays.stream(values()).map(words).toList(), "、", ", ");
    }
}
