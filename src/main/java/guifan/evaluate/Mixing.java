package guifan.evaluate;

import guifan.evaluate.UnitResult.AreaResult;
import guifan.evaluate.UnitResult.Basis;
import guifan.evaluate.UnitResult.IndicatorResult;
import guifan.number.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The mean of several results of the same parts, one for each assessor: every number of it is the mean of theirs, so
 * that what adds up for each of them adds up in the mean.
 *
 * @param names the assessors
 * @param shares what each of them counts, all of which add up to 1
 * @param entries what was filled in by indicator, those included who were away
 * @param stretch what the most is multiplied by that the parts could have added: the largest factor as a multiple of
 *     that of the unit
 */
record Mixing(List<String> names, List<Rational> shares, Function<String, List<Entry>> entries, Rational stretch) {

    /** Returns the means of areas that the assessors have in the same order. */
    List<AreaResult> areas(List<List<AreaResult>> each) {
        return IntStream.range(0, each.get(0).size())
                .mapToObj(i -> area(each.stream().map(areas -> areas.get(i)).toList()))
                .toList();
    }

    AreaResult area(List<AreaResult> each) {
        return new AreaResult(
                each.get(0).id(),
                mean(each, AreaResult::score),
                mean(each, AreaResult::possible),
                mean(each, AreaResult::contribution),
                mean(each, AreaResult::most).times(stretch),
                areas(each.stream().map(AreaResult::areas).toList()),
                IntStream.range(0, each.get(0).indicators().size())
                        .mapToObj(i -> indicator(each.stream()
                                .map(area -> area.indicators().get(i))
                                .toList()))
                        .toList(),
                each.size() == 1 ? each.get(0).combined() : null,
                null);
    }

    private IndicatorResult indicator(List<IndicatorResult> each) {
        IndicatorResult first = each.get(0);
        List<Basis> bases = each.stream().map(IndicatorResult::basis).distinct().toList();
        boolean measured = each.stream().allMatch(one -> one.measure() != null);
        List<PanelResult.Mark> marks = new ArrayList<>();
        for (int i = 0; i < each.size(); i++) {
            IndicatorResult one = each.get(i);
            marks.add(new PanelResult.Mark(names.get(i), one.measure(), one.working(), one.score()));
        }
        @Nullable Rational measure = measured ? mean(each, one -> Objects.requireNonNull(one.measure())) : null;
        return new IndicatorResult(
                first.id(),
                bases.size() == 1 ? bases.get(0) : Basis.RULE,
                entries.apply(first.id()),
                measure,
                null,
                mean(each, IndicatorResult::score),
                mean(each, IndicatorResult::possible),
                mean(each, IndicatorResult::contribution),
                mean(each, IndicatorResult::most).times(stretch),
                marks);
    }

    private <T> Rational mean(List<T> each, Function<T, Rational> number) {
        Rational sum = Rational.ZERO;
        for (int i = 0; i < each.size(); i++) {
            sum = sum.plus(number.apply(each.get(i)).times(shares.get(i)));
        }
        return sum;
    }
}
