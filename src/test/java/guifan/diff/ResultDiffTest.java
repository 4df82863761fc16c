package guifan.diff;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.evaluate.Entry;
import guifan.evaluate.Evaluation;
import guifan.evaluate.Overrides;
import guifan.evaluate.Stage;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.AreaResult;
import guifan.evaluate.UnitResult.IndicatorResult;
import guifan.evaluate.UnitResult.Totals;
import guifan.evaluate.Unrated;
import guifan.evaluate.Unrated.Reason;
import guifan.number.Rational;
import guifan.source.CellPlace;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultDiffTest {

    private static final CellPlace ELSEWHERE = new CellPlace("other.csv", "", 77, 78, 9, "elsewhere");

    @ParameterizedTest
    @ValueSource(ints = {2018, 2019, 2020})
    void aResultDoesNotDifferFromItself(int year) {
        ResultDiff diff = ResultDiff.of(Results.of(year), Results.of(year));
        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff.changed()).isEmpty();
        assertThat(diff.units()).hasSize(17);
        assertThat(diff.isOfOtherInputs()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2018,2019", "2019,2020", "2020,2018"})
    void theDifferenceBackwardsIsTheDifferenceReversed(int one, int other) {
        ResultDiff there = ResultDiff.of(Results.of(one), Results.of(other));
        ResultDiff back = ResultDiff.of(Results.of(other), Results.of(one));
        assertThat(there.reversed().reversed()).isEqualTo(there);
        assertThat(back.units()).hasSameSizeAs(there.units());
        for (UnitDiff unit : there.units()) {
            UnitDiff reversed = back.unit(unit.unit()).orElseThrow();
            UnitDiff expected = there.reversed().unit(unit.unit()).orElseThrow();
            assertThat(reversed.results()).isEqualTo(expected.results());
            assertThat(reversed.indicators()).containsExactlyInAnyOrderElementsOf(expected.indicators());
            assertThat(reversed.adjustments()).containsExactlyInAnyOrderElementsOf(expected.adjustments());
            assertThat(reversed.facts()).containsExactlyInAnyOrderElementsOf(expected.facts());
            assertThat(reversed.difference(Totals::exactFinal))
                    .isEqualTo(unit.difference(Totals::exactFinal).map(Rational::negate));
            assertThat(reversed.placesGained()).isEqualTo(unit.placesGained().map(Rational::negate));
        }
    }

    @Test
    void differencesCompose() {
        ResultDiff first = ResultDiff.of(Results.of(2018), Results.of(2019));
        ResultDiff second = ResultDiff.of(Results.of(2019), Results.of(2020));
        ResultDiff whole = ResultDiff.of(Results.of(2018), Results.of(2020));
        for (UnitDiff unit : whole.units()) {
            Rational step = difference(first, unit).plus(difference(second, unit));
            assertThat(difference(whole, unit)).as(unit.unit()).isEqualTo(step);
        }
    }

    private static Rational difference(ResultDiff diff, UnitDiff unit) {
        return diff.unit(unit.unit())
                .orElseThrow()
                .difference(Totals::finalTotal)
                .orElseThrow();
    }

    @Test
    void aUnitOnOneSideIsNeverZero() {
        Evaluation all = Results.of(2019);
        Evaluation fewer = with(all, all.units().subList(1, 17), List.of());
        UnitDiff gone = ResultDiff.of(all, fewer).unit("台城街道").orElseThrow();
        assertThat(gone.results().after()).isNull();
        assertThat(gone.difference(Totals::finalTotal)).isEmpty();
        assertThat(gone.placesGained()).isEmpty();
        assertThat(gone.isEmpty()).isFalse();
        assertThat(ResultDiff.of(fewer, all).changed())
                .extracting(UnitDiff::unit)
                .containsExactly("台城街道");
    }

    @Test
    void aUnitThatIsNoLongerRatedIsNotAbsent() {
        Evaluation all = Results.of(2019);
        Unrated waiting = new Unrated("台城街道", "街道", List.of(new Reason("blank", ELSEWHERE, Text.of("?"))));
        Evaluation partial = with(all, all.units().subList(1, 17), List.of(waiting));
        UnitDiff unit = ResultDiff.of(all, partial).unit("台城街道").orElseThrow();
        assertThat(Objects.requireNonNull(unit.results().after()).result()).isNull();
        assertThat(unit.isEmpty()).isFalse();
        assertThat(ResultDiff.of(partial, partial).isEmpty()).isTrue();
    }

    @Test
    void placesSpellingAndOrderMakeNoDifference() {
        Evaluation all = Results.of(2019);
        List<UnitResult> moved = new ArrayList<>(all.units().stream()
                .map(unit -> changed(
                        unit,
                        entry -> new Entry(
                                entry.item(),
                                entry.assessor(),
                                entry.state(),
                                entry.value(),
                                entry.raw() + " ",
                                entry.evidence(),
                                ELSEWHERE)))
                .toList());
        Collections.reverse(moved);
        assertThat(ResultDiff.of(all, with(all, moved, List.of())).isEmpty()).isTrue();
    }

    @Test
    void whatWasFilledInDiffersEvenWhereNoFigureDoes() {
        Evaluation all = Results.of(2019);
        List<UnitResult> other = all.units().stream()
                .map(unit -> changed(
                        unit,
                        entry -> new Entry(
                                entry.item(),
                                entry.assessor(),
                                entry.state(),
                                entry.value(),
                                entry.raw(),
                                entry.evidence() + "!",
                                entry.place())))
                .toList();
        ResultDiff diff = ResultDiff.of(all, with(all, other, List.of()));
        assertThat(diff.changed()).hasSize(17);
        assertThat(diff.changed()).allMatch(UnitDiff::isSameStanding);
    }

    @Test
    void idsAreComparedWithinOneEditionOnly() {
        assertThat(ResultDiff.of(Results.of(2018), Results.of(2019)).units())
                .allSatisfy(unit -> assertThat(unit.indicators()).isEmpty());
        assertThat(ResultDiff.of(Results.of(2019), Results.of(2020)).units())
                .allSatisfy(unit -> assertThat(unit.indicators()).isNotEmpty());
    }

    @Test
    void manualChangesOnOneSideAreTold() {
        Evaluation all = Results.of(2019);
        Overrides.Change change =
                new Overrides.Change("白沙镇", "dep-reply", "", "97.5", "95", "复核", "主任会议", "2020-01-15", "1号");
        Overrides overrides = new Overrides(new Evaluation.Input("o.csv", "00"), List.of(change), List.of());
        Evaluation corrected = new Evaluation(
                all.standard(), all.inputs(), all.year(), Stage.FINAL, all.units(), List.of(), overrides, List.of());
        assertThat(ResultDiff.of(all, corrected).overrides()).containsExactly(new Sides<>(null, change));
        assertThat(ResultDiff.of(corrected, corrected).isEmpty()).isTrue();
    }

    private static Evaluation with(Evaluation all, List<UnitResult> units, List<Unrated> unrated) {
        return new Evaluation(
                all.standard(), all.inputs(), all.year(), all.stage(), units, unrated, all.overrides(), List.of());
    }

    private static UnitResult changed(UnitResult unit, UnaryOperator<Entry> change) {
        return new UnitResult(
                unit.unit(),
                unit.kind(),
                ELSEWHERE,
                unit.areas().stream().map(area -> changed(area, change)).toList(),
                unit.totals(),
                unit.adjustments(),
                unit.facts(),
                unit.outcome());
    }

    private static AreaResult changed(AreaResult area, UnaryOperator<Entry> change) {
        return new AreaResult(
                area.id(),
                area.score(),
                area.possible(),
                area.contribution(),
                area.most(),
                area.areas(),
                area.indicators().stream().map(one -> changed(one, change)).toList(),
                area.combined(),
                area.panel());
    }

    private static IndicatorResult changed(IndicatorResult one, UnaryOperator<Entry> change) {
        return new IndicatorResult(
                one.id(),
                one.basis(),
                one.entries().stream().map(change).toList(),
                one.measure(),
                one.working(),
                one.score(),
                one.possible(),
                one.contribution(),
                one.most(),
                one.marks());
    }
}
