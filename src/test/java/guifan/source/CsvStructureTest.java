package guifan.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;

class CsvStructureTest {

    private static final String LETTERS = "a甲\"\"\",;\t \n\r　";

    @Test
    void whatIsSoundIsWhatTheParserReads() throws IOException {
        Random random = new Random(2019);
        for (int round = 0; round < 5_000; round++) {
            String text = text(random);
            char delimiter = ",;\t".charAt(random.nextInt(3));
            CellPlace whole = new CellPlace("a.csv", "", 0, 0, 0, "");
            boolean sound = new CsvStructure(new StringReader(text), delimiter, whole, 1, new Problems()).isSound();
            assertThat(sound).as(delimiter + " " + Width.visible(text)).isEqualTo(isRead(text, delimiter));
        }
    }

    @Test
    void noTextBreaksTheReader() {
        Random random = new Random(47);
        for (int round = 0; round < 5_000; round++) {
            Problems problems = new Problems();
            String text = text(random);
            CsvReader.read("a.csv", text, names -> names.contains("a"), problems)
                    .ifPresent(table -> assertThat(table.rows()).allSatisfy(row -> {
                        assertThat(row.texts()).hasSameSizeAs(table.header());
                        assertThat(row.place().line())
                                .isGreaterThanOrEqualTo(row.place().record());
                    }));
            assertThat(problems.all()).extracting(Diagnostic::code).doesNotContain("csv");
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(16); i >= 0; i--) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    private static boolean isRead(String text, char delimiter) throws IOException {
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
        try (CSVParser parser = CSVParser.builder()
                .setReader(new StringReader(text))
                .setFormat(format)
                .get()) {
            parser.getRecords();
            return true;
        } catch (UncheckedIOException | IOException refused) {
            return false;
        }
    }
}
