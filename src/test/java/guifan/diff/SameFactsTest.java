package guifan.diff;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.diff.LineEffect.Kind;
import guifan.diff.SameFacts.UnitFacts;
import guifan.evaluate.Evaluation;
import guifan.evaluate.SheetSet;
import guifan.evaluate.UnitResult.Totals;
import guifan.number.Rational;
import guifan.source.InputFile;
import guifan.source.Problems;
import guifan.standard.Standard;
import guifan.standard.Standards;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SameFactsTest {

    private static final Standard ISSUED = Standards.shipped("2019.0");
    private static final Standard AMENDED = Standards.shipped("2019.1");

    @Test
    void whereEverythingFollowsTheTotalsAreThoseOfTheOlderStandard() throws IOException {
        ResultDiff whole =
                SameFacts.of(ISSUED, AMENDED, Results.of(2019)).whole().orElseThrow();
        Problems problems = new Problems();
        SheetSet sheets = new SheetSet(problems);
        sheets.add(InputFile.of("scores.csv", Files.readAllBytes(Path.of("examples/2019/scores.csv"))), null);
        Evaluation direct = sheets.evaluate(ISSUED, 2019);
        assertThat(problems.hasErrors()).isFalse();
        assertThat(ResultDiff.of(direct, whole.before()).changed()).isEmpty();
        assertThat(whole.after()).isEqualTo(Results.of(2019));
    }

    @Test
    void aStandardMakesOfItsOwnFactsWhatItMadeOfThem() {
        SameFacts facts = SameFacts.of(AMENDED, AMENDED, Results.of(2020));
        assertThat(facts.whole().orElseThrow().changed()).isEmpty();
        assertThat(facts.units()).allSatisfy(unit -> {
            assertThat(unit.lines()).allMatch(line -> line.kind() == Kind.COMPARABLE);
            assertThat(unit.old()).isEqualTo(unit.now());
            assertThat(unit.rules()).isEqualTo(unit.now());
        });
    }

    /** 70 of the 100 points of 2018 follow from the sheet of 2019; 30 do not, and 7 + 4 points are new. */
    @Test
    void whatDoesNotFollowIsListedWithItsPointsAndNoTotalIsGuessed() {
        SameFacts facts = SameFacts.of(Standards.shipped("2018"), AMENDED, Results.of(2019));
        assertThat(facts.whole()).isEmpty();
        UnitFacts town = facts.units().stream()
                .filter(unit -> unit.kind().equals("镇"))
                .findFirst()
                .orElseThrow();
        assertThat(town.old().full()).isEqualTo(Rational.of(70));
        assertThat(town.now().full()).isEqualTo(Rational.of(34));
        assertThat(full(town, Kind.INCOMPARABLE, true)).isEqualTo(Rational.of(30));
        assertThat(full(town, Kind.INCOMPARABLE, false)).isEqualTo(Rational.of(55));
        assertThat(full(town, Kind.ADDED, false)).isEqualTo(Rational.of(11));
        assertThat(town.of(Kind.RETIRED)).isEmpty();
    }

    private static Rational full(UnitFacts unit, Kind kind, boolean old) {
        return unit.of(kind).stream()
                .map(line -> old ? line.old().full() : line.now().full())
                .reduce(Rational.ZERO, Rational::plus);
    }

    /** The same decomposition of rates as that of two results of the same facts has no work in it. */
    @Test
    void theSameFactsAreNoWork() {
        ResultDiff whole =
                SameFacts.of(ISSUED, AMENDED, Results.of(2019)).whole().orElseThrow();
        Decompositions parts = Decompositions.of(whole, ISSUED, AMENDED);
        assertThat(parts.byUnit()).hasSize(17);
        parts.byUnit().forEach((unit, one) -> {
            assertThat(one.part(Effect.WORK)).as(unit).isEqualTo(Rational.ZERO);
            assertThat(one.part(Effect.INCOMPARABLE)).as(unit).isEqualTo(Rational.ZERO);
            assertThat(one.standard())
                    .isEqualTo(whole.unit(unit)
                            .orElseThrow()
                            .difference(Totals::finalTotal)
                            .orElseThrow());
        });
    }
}
