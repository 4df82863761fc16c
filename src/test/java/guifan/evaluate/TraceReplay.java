package guifan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.evaluate.UnitResult.AdjustmentResult;
import guifan.evaluate.UnitResult.AreaResult;
import guifan.evaluate.UnitResult.Basis;
import guifan.evaluate.UnitResult.IndicatorResult;
import guifan.evaluate.UnitResult.Outcome;
import guifan.evaluate.UnitResult.Totals;
import guifan.number.Rational;
import guifan.number.Rounding;
import guifan.rule.Curve.Piece;
import guifan.rule.Form;
import guifan.rule.Joining;
import guifan.rule.Working;
import guifan.rule.Working.Addend;
import guifan.rule.Working.Made;
import guifan.rule.Working.Term;
import guifan.standard.Grades;
import guifan.standard.Indicator;
import guifan.standard.Standard;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Follows the operations that a result notes, one after the other, with what they were done on: a plain calculator that
 * knows no rule. Of the standard it takes what is written there as a number: bounds, roundings, caps and grade lines.
 */
final class TraceReplay {

    private final Standard standard;
    private final UnitResult unit;

    private TraceReplay(Standard standard, UnitResult unit) {
        this.standard = standard;
        this.unit = unit;
    }

    /** Fails where a number of {@code unit} is not what the noted operations give; all areas have to be plain sums. */
    static void check(Standard standard, UnitResult unit) {
        new TraceReplay(standard, unit).check();
    }

    private void check() {
        assertThat(unit.indicators().map(IndicatorResult::id))
                .as("every indicator, once")
                .containsExactlyInAnyOrderElementsOf(
                        standard.indicators().map(Indicator::id).toList());
        unit.indicators().forEach(this::indicator);
        unit.areas().forEach(this::area);
        Totals totals = unit.totals();
        if (totals != null) {
            totals(totals);
        }
        if (unit.outcome() != null) {
            outcome(unit.outcome());
        }
    }

    private void indicator(IndicatorResult result) {
        Indicator indicator = standard.indicator(result.id()).orElseThrow();
        Working working = result.working();
        assertThat(working != null).as(result.id()).isEqualTo(result.basis() == Basis.RULE);
        if (working != null) {
            Form form = indicator.wording(unit.kind()).form();
            replay(working, form, result.id());
            Rounding rounding = indicator.rounding() != null
                    ? indicator.rounding()
                    : standard.rounding().indicator();
            assertThat(result.score()).as(result.id()).isEqualTo(rounded(working.score(), rounding));
        } else {
            boolean full = result.basis() == Basis.MISSING_FULL || result.basis() == Basis.ZERO_OF_ZERO;
            assertThat(result.score().isZero() || full || !result.possible().isZero())
                    .as(result.id() + " without working, by " + result.basis())
                    .isTrue();
        }
    }

    private static void replay(Working working, Form form, String what) {
        working.made().forEach(made -> assertThat(made.value()).as(what).isEqualTo(made(made)));
        for (Term term : working.terms()) {
            Piece piece = term.hit().piece();
            int start = term.measure().compareTo(piece.from());
            assertThat(start > 0 || (start == 0 && !piece.after()))
                    .as(what + ": the piece starts at or before the measure")
                    .isTrue();
            Rational to = term.hit().to();
            assertThat(to == null
                            || term.measure().compareTo(to) < 0
                            || (term.hit().toIncluded() && term.measure().equals(to)))
                    .as(what + ": the piece ends after the measure")
                    .isTrue();
            Rational points = term.counted().isEmpty()
                    ? at(piece, term.measure())
                    : sum(
                            term.counted(),
                            one -> one.number().times(one.factor()).times(piece.slope()));
            assertThat(term.points()).as(what).isEqualTo(points);
        }
        List<Rational> points = working.terms().stream().map(Term::points).toList();
        assertThat(working.sum()).as(what).isEqualTo(working.base().plus(joined(working.joining(), points)));
        Rational scaled = working.sum().times(working.scale());
        Rational before = working.outer() == null ? scaled : at(working.outer().piece(), scaled);
        assertThat(working.beforeBounds()).as(what).isEqualTo(before);
        if (working.comparison() == null) {
            Rational low = form.floor() == null ? before : before.max(form.floor());
            Rational bounded = form.cap() == null ? low : low.min(form.cap());
            assertThat(working.score()).as(what).isEqualTo(bounded.times(working.factor()));
        } else {
            assertThat(working.terms().get(0).measure())
                    .as(what)
                    .isEqualTo(working.comparison().result());
        }
    }

    private static Rational at(Piece piece, Rational x) {
        return piece.value().plus(x.minus(piece.from()).times(piece.slope()));
    }

    private static Rational made(Made made) {
        Function<Addend, Rational> weighed = one -> one.value().times(one.weight());
        Rational over = joined(made.joining(), made.over().stream().map(weighed).toList());
        Rational under = made.under().isEmpty() ? Rational.ONE : sum(made.under(), weighed);
        return made.times().times(over).dividedBy(under);
    }

    private static Rational joined(Joining joining, List<Rational> numbers) {
        Rational sum = sum(numbers, Function.identity());
        if (numbers.isEmpty()) {
            return sum;
        }
        return switch (joining) {
            case SUM -> sum;
            case MEAN -> sum.dividedBy(Rational.of(numbers.size()));
            case MIN -> numbers.stream().min(Rational::compareTo).orElseThrow();
            case MAX -> numbers.stream().max(Rational::compareTo).orElseThrow();
            case LAST -> numbers.get(numbers.size() - 1);
        };
    }

    private void area(AreaResult area) {
        area.areas().forEach(this::area);
        Rational score = sum(area.indicators(), IndicatorResult::score).plus(sum(area.areas(), AreaResult::score));
        assertThat(area.score()).as(area.id()).isEqualTo(score);
        assertThat(area.possible())
                .as(area.id())
                .isEqualTo(sum(area.indicators(), IndicatorResult::possible)
                        .plus(sum(area.areas(), AreaResult::possible)));
        Rational most = sum(area.indicators(), IndicatorResult::most).plus(sum(area.areas(), AreaResult::most));
        assertThat(area.most()).as(area.id()).isEqualTo(most);
    }

    private void totals(Totals totals) {
        assertThat(totals.raw()).isEqualTo(sum(unit.areas(), AreaResult::score));
        assertThat(totals.possible()).isEqualTo(sum(unit.areas(), AreaResult::possible));
        boolean overall =
                standard.notApplicable().scale() && !standard.notApplicable().withinArea();
        if (overall) {
            assertThat(totals.exact())
                    .isEqualTo(totals.raw().times(standard.total()).dividedBy(totals.possible()));
        }
        assertThat(totals.exact()).isEqualTo(sum(unit.areas(), AreaResult::contribution));
        assertThat(totals.base())
                .isEqualTo(rounded(totals.exact(), standard.rounding().base()));
        assertThat(totals.bonusBeforeCap()).isEqualTo(given(false));
        assertThat(totals.penaltyBeforeCap()).isEqualTo(given(true));
        assertThat(totals.bonus())
                .isEqualTo(
                        capped(totals.bonusBeforeCap(), standard.adjustments().bonusCap()));
        assertThat(totals.penalty())
                .isEqualTo(
                        capped(totals.penaltyBeforeCap(), standard.adjustments().penaltyCap()));
        Rational exact =
                totals.base().plus(totals.bonus()).minus(totals.penalty()).max(Rational.ZERO);
        Rational cap = standard.adjustments().bonusCap();
        assertThat(totals.exactFinal())
                .isEqualTo(cap == null ? exact : exact.min(standard.total().plus(cap)));
        assertThat(totals.finalTotal())
                .isEqualTo(rounded(totals.exactFinal(), standard.rounding().finalTotal()));
    }

    private Rational given(boolean penalty) {
        for (AdjustmentResult one : unit.adjustments()) {
            if (one.working() != null) {
                Form form = standard.adjustments()
                        .find(one.id())
                        .orElseThrow()
                        .rule()
                        .form();
                replay(one.working(), form, one.id());
                assertThat(one.points()).as(one.id()).isEqualTo(one.working().score());
            }
        }
        return sum(
                unit.adjustments().stream()
                        .filter(one -> one.penalty() == penalty)
                        .toList(),
                AdjustmentResult::points);
    }

    private void outcome(Outcome outcome) {
        Totals totals = Objects.requireNonNull(unit.totals());
        Grades grades = standard.grades();
        boolean rounded = grades.compareRounded();
        assertThat(outcome.compared())
                .isEqualTo(
                        grades.onFinal()
                                ? rounded ? totals.finalTotal() : totals.exactFinal()
                                : rounded ? totals.base() : totals.exact());
        int reached = 0;
        while (isBelow(outcome.compared(), grades.levels().get(reached).atLeast())) {
            reached++;
        }
        assertThat(outcome.reached()).isEqualTo(reached);
        int lowest = grades.caps().stream()
                .filter(cap -> outcome.caps().contains(cap.id()))
                .mapToInt(Grades.Cap::atMost)
                .reduce(reached, Math::max);
        if (outcome.steps().isEmpty()) {
            assertThat(outcome.grade()).isEqualTo(lowest);
        } else {
            assertThat(outcome.grade())
                    .as("conditions and places only lower a grade")
                    .isGreaterThanOrEqualTo(lowest);
        }
    }

    private static boolean isBelow(Rational total, @Nullable Rational line) {
        return line != null && total.compareTo(line) < 0;
    }

    private static Rational capped(Rational points, @Nullable Rational cap) {
        return cap == null ? points : points.min(cap);
    }

    private static Rational rounded(Rational value, @Nullable Rounding rounding) {
        return rounding == null ? value : rounding.apply(value);
    }

    private static <T> Rational sum(List<T> parts, Function<T, Rational> number) {
        Stream<Rational> numbers = parts.stream().map(number);
        return numbers.reduce(Rational.ZERO, Rational::plus);
    }
}
