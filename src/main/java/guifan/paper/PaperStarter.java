package guifan.paper;

import guifan.evaluate.Evaluation;
import guifan.source.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What an office starts from that makes papers for the first time: settings to be filled in, and the templates. */
public final class PaperStarter {

    private PaperStarter() {}

    /**
     * Returns the files by their places in a folder: {@code papers.yaml} for the year of {@code evaluation}, which is
     * refused until it is filled in, and under {@code templates} those of the program in {@code language}.
     *
     * @throws IOException if the program is damaged
     */
    public static Map<Path, byte[]> files(Evaluation evaluation, Language language) throws IOException {
        Map<Path, byte[]> files = new LinkedHashMap<>();
        String settings;
        try (InputStream in = Objects.requireNonNull(PaperStarter.class.getResourceAsStream("starter.yaml"))) {
            settings = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{{year}}", String.valueOf(evaluation.year()));
        }
        files.put(Path.of("papers.yaml"), settings.getBytes(StandardCharsets.UTF_8));
        PaperTemplates shipped = new PaperTemplates(null, language);
        for (PaperKind kind : PaperKind.values()) {
            String name = kind.word() + ".txt";
            files.put(Path.of("templates", name), shipped.shipped(name).getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }
}
