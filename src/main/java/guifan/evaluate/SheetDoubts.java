package guifan.evaluate;

import guifan.number.Rational;
import guifan.rule.Item;
import guifan.rule.MeasureType;
import guifan.source.Numerals;
import guifan.source.Problems;
import guifan.source.Text;
import guifan.source.Width;
import guifan.standard.Standard;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is suspicious about sheets that can be read: scores that differ, points where counts belong. */
final class SheetDoubts {

    /** How many counts there must be before many that equal their points mean something. */
    private static final int ENOUGH = 8;

    private static final int MOST_IN_HUNDRED = 80;

    private final Standard standard;
    private final Problems problems;
    private final Map<String, List<Counted>> counted = new HashMap<>();

    /** An indicator for which a count is filled in, with its full points. */
    private record Counted(String indicator, Rational points) {}

    SheetDoubts(Standard standard, Problems problems) {
        this.standard = standard;
        this.problems = problems;
    }

    /** Warns of scores in the sheets that are not those of the standard. */
    void compare(List<StatedScore> stated, List<UnitResult> units) {
        List<DerivedUnits.Standing> standings = DerivedUnits.standings(units);
        Map<String, Integer> indexes = new HashMap<>();
        for (int i = 0; i < standings.size() && !stated.isEmpty(); i++) {
            indexes.putIfAbsent(standings.get(i).unit(), i);
        }
        for (StatedScore score : stated) {
            Optional<UnitResult.Totals> totals = Optional.ofNullable(indexes.get(score.unit()))
                    .flatMap(index -> Optional.ofNullable(units.get(index).totals()));
            Optional<Rational> said = Numerals.parse(score.cell().text(), "分");
            if (totals.isPresent() && !(said.isPresent() && isOneOf(said.get(), totals.get()))) {
                problems.warning(
                        "score-differs",
                        score.cell().place(),
                        Text.of(
                                "表中%s的得分是“%s”，按标准算得 %s；表中的得分不使用",
                                "the sheet has a score of \"%2$s\" for %1$s, by the standard it is %3$s; the sheet's"
                                        + " is not used",
                                Width.visible(score.unit()),
                                Width.visible(score.cell().text()),
                                totals.get().finalTotal()));
            }
        }
    }

    /** The words 得分 and 总分 may mean the total with adjustments or without. */
    private static boolean isOneOf(Rational said, UnitResult.Totals totals) {
        return said.equals(totals.finalTotal()) || said.equals(totals.base()) || said.equals(totals.raw());
    }

    /** Warns of a unit whose counts are, for the most part, the full points of their indicators. */
    void lookForPoints(Filing filing) {
        int counts = 0;
        int full = 0;
        for (Counted counted : counted(filing.kind())) {
            List<Entry> entries = filing.answer(counted.indicator());
            @Nullable Rational value = entries.size() == 1 ? entries.get(0).value() : null;
            counts += value == null ? 0 : 1;
            full += value != null && value.equals(counted.points()) ? 1 : 0;
        }
        if (counts >= ENOUGH && full * 100 >= counts * MOST_IN_HUNDRED) {
            problems.warning(
                    "points-typed",
                    filing.place(),
                    Text.of(
                            "%s 的 %s 项次数中有 %s 项与满分相同：是否填了分数？应填次数，不填分",
                            "of the %2$s counts of %1$s, %3$s equal full points: were points typed instead of counts?",
                            Width.visible(filing.unit()),
                            counts,
                            full));
        }
    }

    /** Returns the indicators for which units of {@code kind} fill in a count. */
    private List<Counted> counted(String kind) {
        return counted.computeIfAbsent(
                kind,
                key -> standard.indicators()
                        .filter(indicator -> indicator.appliesTo(kind))
                        .filter(indicator -> {
                            List<Item> items = indicator.wording(kind).items();
                            return items.size() == 1 && items.get(0).type().kind() == MeasureType.Kind.COUNT;
                        })
                        .map(indicator -> new Counted(
                                indicator.id(), indicator.wording(kind).points()))
                        .toList());
    }
}
