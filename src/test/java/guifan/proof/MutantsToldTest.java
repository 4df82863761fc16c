package guifan.proof;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.diff.Detail;
import guifan.diff.Severity;
import guifan.diff.StandardDiff;
import guifan.diff.Strictness;
import guifan.report.StandardDiffPage;
import guifan.source.Language;
import guifan.standard.Standard;
import guifan.standard.Standards;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is changed in a standard, shipped or an example, the comparison tells it, and tells how much it matters. */
class MutantsToldTest {

    private static final int OF_EACH = 6;

    private static List<Standard> standards() throws IOException {
        List<Standard> standards = new ArrayList<>();
        Standards.shipped().forEach(id -> standards.add(Standards.shipped(id)));
        try (Stream<Path> files = Files.walk(Path.of("examples"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                if (Files.readString(file).contains("\nareas:")) {
                    Standards.file(file).ifPresent(standards::add);
                }
            }
        }
        return standards;
    }

    @Test
    void everyChangeIsToldInWordsAndWithItsWeight() throws IOException {
        Random random = new Random(51);
        int told = 0;
        List<String> wrong = new ArrayList<>();
        for (Standard standard : standards()) {
            Optional<Standard> before = Standards.read(standard.identity().text());
            List<Mutant> mutants = before.map(Mutant::all).orElse(List.of());
            for (int i = 0; i < OF_EACH && !mutants.isEmpty(); i++) {
                Mutant mutant = mutants.get(random.nextInt(mutants.size()));
                Optional<Standard> after = Standards.read(mutant.text());
                if (after.isPresent()) {
                    told++;
                    String what = standard.identity().place().file() + " " + mutant.what();
                    wrong(before.orElseThrow(), after.get()).ifPresent(why -> wrong.add(what + ": " + why));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(told).isGreaterThan(150);
    }

    private static Optional<String> wrong(Standard before, Standard after) throws IOException {
        StandardDiff diff = StandardDiff.of(before, after);
        boolean sameRules =
                before.identity().rulesHash().equals(after.identity().rulesHash());
        if (sameRules && !diff.filtered(Severity.MAJOR).isEmpty()) {
            return Optional.of("the rules are the same, and a change of them is told");
        }
        if (!sameRules && diff.filtered(Severity.MINOR).isEmpty() && !isRewritten(diff)) {
            return Optional.of("the rules are not the same, and no change of them is told");
        }
        for (Language language : Language.values()) {
            StringBuilder page = new StringBuilder();
            StandardDiffPage.text(diff, language, page);
            if (page.toString().contains("{")) {
                return Optional.of("not in words: " + page);
            }
        }
        return Optional.empty();
    }

    /** Returns whether a rule is told to give the same points for every measure, which is proved elsewhere. */
    private static boolean isRewritten(StandardDiff diff) {
        Stream<Detail> details = Stream.concat(
                diff.changes().stream().flatMap(change -> change.details().stream()),
                diff.parts().stream().flatMap(part -> part.details().stream()));
        return details.anyMatch(
                detail -> detail.comparison() != null && detail.comparison().strictness() == Strictness.SAME);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'rule: {kind: given, step: 0.5}' | 'rule: {kind: given, step: 0.4}' | MINOR | 可填数字 0–10，以 0.5 为单位 →"
                        + " 数字 0–10，以 0.4 为单位",
                "'rule: {kind: count, each: 2}' | 'rule: {kind: count, each: 2}, measure: {type: count, max: 9}' |"
                        + " MAJOR | 上限 9",
                "'rule: {kind: checklist, items: [{id: a, name: 甲, may-not-arise: true}, {id: b, name: 乙}]}' | 'rule:"
                        + " {kind: checklist, items: [{id: a, name: 甲}, {id: b, name: 乙}]}' | MAJOR | “甲”不再可填不涉及",
            })
    void whatMayBeFilledInIsNoWording(String was, String now, Severity expected, String said) throws IOException {
        String start = "id: one, name: 甲, points: 10, ";
        String rest = "id: rest, name: 其余, points: 90, rule: {kind: given}";
        StandardDiff diff = StandardDiff.of(
                Standards.of(Standards.area(start + was, rest)), Standards.of(Standards.area(start + now, rest)));
        assertThat(diff.changes())
                .singleElement()
                .satisfies(change -> assertThat(change.severity()).isEqualTo(expected));
        StringBuilder page = new StringBuilder();
        StandardDiffPage.text(diff, Language.ZH, page);
        assertThat(page.toString()).contains(said).doesNotContain("意思不变");
    }
}
