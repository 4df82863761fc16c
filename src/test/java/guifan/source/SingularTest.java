package guifan.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SingularTest {

    @ParameterizedTest
    @CsvSource({
        "%s units, 1, 1 unit",
        "%s units, 2, 2 units",
        "%s units, 21, 21 units",
        "%s units, 0.1, 0.1 units",
        "%s units, 2.1, 2.1 units",
        "In %s units some points do not apply, 1, In 1 unit some points do not apply",
        "rounded to %s decimals, 1, rounded to 1 decimal",
        "%s activities, 1, 1 activity",
        "%s bonuses, 1, 1 bonus",
        "the other %s indicators are left blank, 1, the other 1 indicator is left blank",
        "(%s points), 1, (1 point)",
        "%s pointsmen, 1, 1 pointsmen",
        "%s%% of units, 1, 1% of units",
    })
    void oneThingStandsInTheSingular(String words, String number, String expected) {
        assertThat(Text.of("个", words, number).en()).isEqualTo(expected);
    }

    /** What the examples print in English is read by people. */
    @Test
    void noExamplePrintsOneOfSeveral() throws IOException {
        Pattern several =
                Pattern.compile("(?<![\\p{Alnum}.,/−-])1 (units|points|indicators|areas|decimals|errors|cases|"
                        + "places|days|years|files|sheets|activities)\\b");
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("examples"))) {
            for (Path file : Stream.concat(Stream.of(Path.of("README.md")), files)
                    .filter(path -> path.toString().endsWith(".md"))
                    .toList()) {
                Files.readAllLines(file).stream()
                        .filter(line -> several.matcher(line).find())
                        .forEach(line -> found.add(file + ": " + line));
            }
        }
        assertThat(found).isEmpty();
    }
}
