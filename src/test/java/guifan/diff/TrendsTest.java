package guifan.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guifan.diff.YearStep.Method;
import guifan.evaluate.Evaluation;
import guifan.evaluate.StandardCard;
import guifan.evaluate.UnitResult;
import guifan.number.Rational;
import guifan.standard.Standard;
import guifan.standard.Standards;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrendsTest {

    private static final Function<StandardCard, Optional<Standard>> SHIPPED =
            card -> Optional.of(Standards.shipped(card.id()));

    private static Trends trends(Function<StandardCard, Optional<Standard>> standards, Integer... years) {
        return Trends.of(Stream.of(years).map(Results::of).toList(), standards, UnaryOperator.identity());
    }

    @Test
    void areasThatWereSplitBelongTogether() {
        Trends trends = trends(SHIPPED, 2018, 2019, 2020);
        assertThat(trends.areas().stream().map(line -> line.ids(0) + "→" + line.ids(1)))
                .containsExactly(
                        "[party]→[party]",
                        "[session]→[session, decide]",
                        "[super]→[super]",
                        "[]→[recess]",
                        "[deputy]→[deputy, platform]",
                        "[pub]→[pub]",
                        "[self]→[self]");
        assertThat(trends.areas().stream().map(line -> line.ids(2)))
                .isEqualTo(trends.areas().stream().map(line -> line.ids(1)).toList());
        assertThat(trends.steps().stream().map(YearStep::method)).containsExactly(Method.CROSSWALK, Method.SAME);
    }

    @Test
    void theOrderOfTheResultsMakesNoDifference() {
        assertThat(trends(SHIPPED, 2020, 2018, 2019).units())
                .isEqualTo(trends(SHIPPED, 2018, 2019, 2020).units());
    }

    @Test
    void underTheSameRulesEverythingIsWork() {
        for (UnitTrend unit : trends(SHIPPED, 2019, 2020).units()) {
            Stream.concat(unit.totals().stream(), unit.areas().stream().flatMap(area -> area.changes().stream()))
                    .flatMap(Optional::stream)
                    .forEach(change -> assertThat(change.work()).isEqualTo(change.difference()));
        }
    }

    /** 5 of 7 in 代表工作 of 2018, and in 代表工作 with 代表履职平台建设 of 2019: rates, never points. */
    @Test
    void aRateIsThatOfAllAreasOfTheLine() {
        UnitTrend unit = trends(SHIPPED, 2018, 2019).unit("白沙镇").orElseThrow();
        UnitResult old =
                Objects.requireNonNull(Objects.requireNonNull(unit.standing(0)).result());
        UnitResult now =
                Objects.requireNonNull(Objects.requireNonNull(unit.standing(1)).result());
        Rational was = old.area("deputy").orElseThrow().score();
        Rational is = now.area("deputy")
                .orElseThrow()
                .score()
                .plus(now.area("platform").orElseThrow().score());
        AreaTrend deputies = unit.areas().get(4);
        assertThat(deputies.rates())
                .containsExactly(
                        Optional.of(was.dividedBy(Rational.of(24))), Optional.of(is.dividedBy(Rational.of(28))));
        Change change = deputies.changes().get(0).orElseThrow();
        assertThat(change.difference())
                .isEqualTo(deputies.rates()
                        .get(1)
                        .orElseThrow()
                        .minus(deputies.rates().get(0).orElseThrow()));
        // 建议办理 −1.25 and 代表述职 +2 and 联络站接待 0, of 24 points.
        assertThat(change.work()).isEqualTo(Rational.of(3, 4).dividedBy(Rational.of(24)));
    }

    @Test
    void withoutTheTextsNothingOfTwoStandardsIsCompared() {
        Trends trends = trends(card -> Optional.empty(), 2018, 2019);
        assertThat(trends.steps().get(0).method()).isEqualTo(Method.BROKEN);
        assertThat(trends.areas()).hasSize(15);
        for (UnitTrend unit : trends.units()) {
            Change change = unit.totals().get(0).orElseThrow();
            assertThat(change.incomparable()).isEqualTo(change.difference());
            assertThat(unit.areas())
                    .allSatisfy(area -> assertThat(area.changes()).containsExactly(Optional.empty()));
        }
    }

    @Test
    void aUnitIsNeverZeroWhereItIsNotThere() {
        Evaluation old = Results.of(2018);
        Evaluation fewer = new Evaluation(
                old.standard(), old.inputs(), old.year(), old.units().subList(1, 17));
        Trends trends = Trends.of(List.of(fewer, Results.of(2019)), SHIPPED, UnaryOperator.identity());
        UnitTrend unit = trends.unit("台城街道").orElseThrow();
        assertThat(unit.standing(0)).isNull();
        assertThat(unit.totals()).containsExactly(Optional.empty());
        assertThat(unit.areas().get(0).rates().get(0)).isEmpty();
    }

    @Test
    void aUnitThatWasRenamedIsOneUnit() {
        Evaluation old = Results.of(2018);
        Trends trends = Trends.of(
                List.of(old, Results.of(2019)),
                SHIPPED,
                name -> name.equals("水步镇") ? "大江镇甲" : name.equals("大江镇甲") ? "无" : name);
        assertThat(trends.unit("大江镇甲")
                        .orElseThrow()
                        .years()
                        .get(0)
                        .orElseThrow()
                        .name())
                .isEqualTo("水步镇");
        assertThat(trends.unit("水步镇")).isEmpty();
    }

    @Test
    void theSameYearTwiceIsRefused() {
        assertThatThrownBy(() -> trends(SHIPPED, 2019, 2019)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> trends(SHIPPED, 2019)).isInstanceOf(IllegalArgumentException.class);
    }
}
