package guifan.diff;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.evaluate.Evaluation;
import guifan.evaluate.Ranker;
import guifan.evaluate.StandardCard;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.AreaResult;
import guifan.evaluate.UnitResult.IndicatorResult;
import guifan.evaluate.UnitResult.Totals;
import guifan.number.Rational;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Over chains of years of random standards: parts add up exactly, and the same facts are no work. */
class RandomTrendsTest {

    private static final List<String> UNITS = List.of("甲", "乙", "丙");

    private final RandomYears random = new RandomYears(20180101);

    @Test
    void thePartsAddUpExactlyOverChainsOfYears() {
        int byStandard = 0;
        int split = 0;
        for (int i = 0; i < 150; i++) {
            Trends trends = chain(2 + i % 4, false);
            for (UnitTrend unit : trends.units()) {
                assertTotals(unit);
                for (AreaTrend area : unit.areas()) {
                    byStandard += assertRates(area);
                }
            }
            for (AreaTrend mean : trends.means()) {
                assertThat(mean.rates()).hasSize(trends.years().size());
            }
            assertEveryAreaIsInOneLine(trends);
            split += (int) trends.areas().stream()
                    .filter(line -> line.years().stream().anyMatch(areas -> areas.size() > 1))
                    .count();
        }
        assertThat(byStandard).isGreaterThan(300);
        assertThat(split).isGreaterThan(50);
    }

    @Test
    void theSameFactsAreNoWork() {
        for (int i = 0; i < 100; i++) {
            for (UnitTrend unit : chain(4, true).units()) {
                unit.totals()
                        .forEach(change ->
                                change.ifPresent(one -> assertThat(one.work()).isEqualTo(Rational.ZERO)));
                unit.areas()
                        .forEach(area -> area.changes()
                                .forEach(change -> change.ifPresent(
                                        one -> assertThat(one.work()).isEqualTo(Rational.ZERO))));
            }
        }
    }

    private static void assertTotals(UnitTrend unit) {
        for (int i = 0; i < unit.totals().size(); i++) {
            Optional<Rational> before = total(unit, i);
            Optional<Rational> after = total(unit, i + 1);
            assertThat(unit.totals().get(i).map(Change::difference))
                    .isEqualTo(before.flatMap(old -> after.map(now -> now.minus(old))));
        }
    }

    private static Optional<Rational> total(UnitTrend unit, int year) {
        return Objects.requireNonNull(unit.standing(year)).totals().map(Totals::finalTotal);
    }

    /** Returns how many changes have something of the standard in them. */
    private static int assertRates(AreaTrend area) {
        int byStandard = 0;
        for (int i = 0; i < area.changes().size(); i++) {
            Optional<Change> change = area.changes().get(i);
            if (change.isPresent()) {
                Rational difference = area.rates()
                        .get(i + 1)
                        .orElseThrow()
                        .minus(area.rates().get(i).orElseThrow());
                assertThat(change.get().difference()).isEqualTo(difference);
                byStandard += change.get().standard().isZero() ? 0 : 1;
            }
        }
        return byStandard;
    }

    private static void assertEveryAreaIsInOneLine(Trends trends) {
        for (int i = 0; i < trends.years().size(); i++) {
            int year = i;
            assertThat(trends.areas().stream().flatMap(line -> line.ids(year).stream()))
                    .containsExactlyInAnyOrderElementsOf(trends.years().get(i).standard().areas().stream()
                            .map(StandardCard.AreaCard::id)
                            .toList());
        }
    }

    /** What is comparable in each line, added up in another way: every area rate is that of its indicators. */
    @Test
    void theRateOfALineIsThatOfItsIndicators() {
        for (int i = 0; i < 60; i++) {
            Trends trends = chain(3, false);
            for (UnitTrend unit : trends.units()) {
                for (int line = 0; line < trends.areas().size(); line++) {
                    for (int year = 0; year < 3; year++) {
                        assertRate(trends, unit, line, year);
                    }
                }
            }
        }
    }

    private static void assertRate(Trends trends, UnitTrend unit, int line, int year) {
        List<String> ids = trends.areas().get(line).ids(year);
        UnitResult result = Objects.requireNonNull(
                Objects.requireNonNull(unit.standing(year)).result());
        Rational reached = Rational.ZERO;
        Rational full = Rational.ZERO;
        for (AreaResult area : result.areas()) {
            if (ids.contains(area.id())) {
                reached = reached.plus(area.contribution());
                full = full.plus(area.leaves().map(IndicatorResult::most).reduce(Rational.ZERO, Rational::plus));
            }
        }
        Optional<Rational> rate = unit.areas().get(line).rates().get(year);
        assertThat(rate.isPresent()).isEqualTo(full.signum() > 0);
        if (rate.isPresent()) {
            assertThat(rate.get().times(full)).isEqualTo(reached);
        }
    }

    private Trends chain(int years, boolean sameFacts) {
        Map<String, Standard> standards = new HashMap<>();
        Map<String, String> kinds = new HashMap<>();
        UNITS.forEach(unit -> kinds.put(unit, random.kind()));
        Map<String, Map<String, Rational>> facts = new HashMap<>();
        UNITS.forEach(unit -> facts.put(unit, random.facts()));
        List<Evaluation> results = new ArrayList<>();
        for (int i = 0; i < years; i++) {
            Standard standard = random.standard(3);
            standards.put(standard.identity().rulesHash(), standard);
            List<UnitResult> units = UNITS.stream()
                    .map(unit -> RandomYears.result(
                            standard,
                            unit,
                            Objects.requireNonNull(kinds.get(unit)),
                            sameFacts ? Objects.requireNonNull(facts.get(unit)) : random.facts()))
                    .toList();
            results.add(
                    new Evaluation(StandardCard.of(standard), List.of(), 2018 + i, new Ranker(standard).rank(units)));
        }
        List<Evaluation> reordered = new ArrayList<>(results);
        Collections.reverse(reordered);
        Trends trends = Trends.of(
                reordered, card -> Optional.ofNullable(standards.get(card.rulesHash())), UnaryOperator.identity());
        assertThat(trends.years()).isEqualTo(results);
        assertThat(IntStream.range(0, years).map(trends::year)).isSorted();
        return trends;
    }
}
