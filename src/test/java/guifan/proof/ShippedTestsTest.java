package guifan.proof;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.source.Language;
import guifan.source.Problems;
import guifan.source.SourceText;
import guifan.source.Text;
import guifan.standard.Standard;
import guifan.standard.Standards;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tests of the standards that are shipped prove what they claim. */
class ShippedTestsTest {

    /** How many mutants of each standard are tried here; {@code scripts/mutate-standards} tries all. */
    private static final int SAMPLE = 60;

    static List<String> shipped() {
        return Standards.shipped();
    }

    /** Returns every standard among the examples, and those that are shipped. */
    static List<Path> standards() throws IOException {
        try (Stream<Path> files = Stream.concat(Files.walk(Path.of("examples")), Files.walk(Standards.SHIPPED))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.toString().endsWith(".test.yaml"))
                    .filter(file -> Standards.file(file).isPresent())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyCasePassesAndTogetherTheyReachEverything(String id) {
        Trial trial = Trial.of(MutationCheck.suite(id), Standards.shipped(id));
        assertThat(trial.verdicts()).hasSizeGreaterThan(trial.coverage().size()).allMatch(Verdict::isPassed);
        assertThat(trial.coverage().missed()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aMistakeInTheStandardIsNoticed(String id) {
        List<Mutant> mutants = new ArrayList<>(Mutant.all(Standards.shipped(id)));
        Collections.shuffle(mutants, new Random(20190101));
        MutationCheck check = MutationCheck.of(id, mutants.subList(0, Math.min(SAMPLE, mutants.size())));
        assertThat(check.killed()).containsKeys(Mutant.Kind.NUMBER, Mutant.Kind.RULE);
        assertThat(check.percent())
                .as(
                        "survivors: %s",
                        check.survivors().stream().map(Mutant::what).toList())
                .isGreaterThanOrEqualTo(90);
    }

    @ParameterizedTest
    @MethodSource("standards")
    void theBoundaryCasesOfEveryStandardAreTestsThatItPasses(Path file) {
        Standard standard = Standards.file(file).orElseThrow();
        for (Language language : Language.values()) {
            SourceText text = SourceText.of("boundaries.yaml", Boundaries.of(standard, language));
            Problems problems = new Problems();
            Suite suite = SuiteReader.read(text, standard, other -> Optional.empty(), problems);
            assertThat(Standards.said(problems.all())).isEmpty();
            Trial trial = Trial.of(suite, standard);
            assertThat(suite.cases()).isNotEmpty();
            assertThat(trial.verdicts().stream()
                            .filter(verdict -> !verdict.isPassed())
                            .map(verdict -> verdict.tested().name() + verdict.differences() + verdict.diagnostics()))
                    .isEmpty();
            assertThat(trial.verdicts())
                    .as("cases that only say that there is no answer")
                    .noneMatch(verdict -> verdict.tested().refused().contains("no-full-answer")
                            || verdict.tested().refused().contains("fact-blank"));
            Coverage coverage = trial.coverage();
            assertThat(coverage.missed().stream()
                            .map(Text::en)
                            .filter(missed -> missed.contains(" from ") || missed.contains(" above "))
                            .toList())
                    .as("pieces of curves whose edges were tried")
                    .isEmpty();
        }
    }
}
