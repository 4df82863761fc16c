package guifan.report;

import guifan.evaluate.Evaluation;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.AreaResult;
import guifan.number.Rational;
import guifan.number.Rounding;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Means over the units of an evaluation.
 *
 * @param rates the mean rate of each area at the top, 0 to 1, over the units to which it applies; empty if there are
 *     none
 * @param total the mean final total, empty if no unit has one
 */
record HtmlMeans(List<Optional<Rational>> rates, Optional<Rational> total) {

    private static final Rounding TENTH = new Rounding(1, Rounding.Mode.HALF_UP);

    /** With fewer units a mean would tell one unit the figures of another one. */
    private static final int DISCREET = 3;

    static HtmlMeans of(Evaluation evaluation) {
        return of(evaluation, 1);
    }

    /** Returns means for the eyes of a single unit: none over so few units that it would know those of another one. */
    static HtmlMeans discreet(Evaluation evaluation) {
        return of(evaluation, DISCREET);
    }

    private static HtmlMeans of(Evaluation evaluation, int least) {
        List<Optional<Rational>> rates = IntStream.range(
                        0, evaluation.standard().areas().size())
                .mapToObj(i -> mean(
                        evaluation.units().stream()
                                .flatMap(unit -> rate(unit.areas().get(i)).stream())
                                .toList(),
                        least))
                .toList();
        List<Rational> totals = evaluation.units().stream()
                .flatMap(unit -> Stream.ofNullable(unit.totals()))
                .map(UnitResult.Totals::finalTotal)
                .toList();
        return new HtmlMeans(rates, mean(totals, least));
    }

    /** Returns the points reached over those that apply, 0 to 1, empty where none apply. */
    static Optional<Rational> rate(AreaResult area) {
        return area.possible().isZero()
                ? Optional.empty()
                : Optional.of(area.score().dividedBy(area.possible()));
    }

    /** Returns a rate in percent, to a tenth. */
    static String percent(Rational rate) {
        return TENTH.format(rate.times(Rational.HUNDRED));
    }

    private static Optional<Rational> mean(List<Rational> values, int least) {
        return values.size() < least
                ? Optional.empty()
                : Optional.of(
                        values.stream().reduce(Rational.ZERO, Rational::plus).dividedBy(Rational.of(values.size())));
    }
}
