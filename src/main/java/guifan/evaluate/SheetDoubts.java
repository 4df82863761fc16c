package guifan.evaluate;

import guifan.number.Rational;
import guifan.rule.MeasureType;
import guifan.source.Numerals;
import guifan.source.Problems;
import guifan.source.Text;
import guifan.source.Width;
import guifan.standard.Indicator.Wording;
import guifan.standard.Standard;
import java.util.List;
import java.util.Optional;

/** What is suspicious about sheets that can be read: scores that differ, points where counts belong. */
final class SheetDoubts {

    /** How many counts there must be before many that equal their points mean something. */
    private static final int ENOUGH = 8;

    private static final int MOST_IN_HUNDRED = 80;

    private final Standard standard;
    private final Problems problems;

    SheetDoubts(Standard standard, Problems problems) {
        this.standard = standard;
        this.problems = problems;
    }

    /** Warns of scores in the sheets that are not those of the standard. */
    void compare(List<StatedScore> stated, List<UnitResult> units) {
        for (StatedScore score : stated) {
            Optional<UnitResult.Totals> totals = units.stream()
                    .filter(unit -> unit.unit().equals(score.unit()))
                    .findFirst()
                    .flatMap(unit -> Optional.ofNullable(unit.totals()));
            Optional<Rational> said = Numerals.parse(score.cell().text(), "分");
            if (totals.isPresent() && !(said.isPresent() && isOneOf(said.get(), totals.get()))) {
                problems.warning(
                        "score-differs",
                        score.cell().place(),
                        Text.of(
                                "表中%s的得分是“%s”，按标准算得 %s；表中的得分不使用",
                                "the sheet has a score of \"%2$s\" for %1$s, by the standard it is %3$s; the sheet's is not used",
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
        long counts = counts(filing, false);
        long full = counts(filing, true);
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

    private long counts(Filing filing, boolean full) {
        return standard.indicators()
                .filter(indicator -> indicator.appliesTo(filing.kind()))
                .filter(indicator -> {
                    Wording wording = indicator.wording(filing.kind());
                    List<Entry> entries = filing.answer(indicator.id());
                    boolean count = wording.items().size() == 1
                            && wording.items().get(0).type().kind() == MeasureType.Kind.COUNT
                            && entries.size() == 1
                            && entries.get(0).value() != null;
                    return count
                            && (!full || wording.points().equals(entries.get(0).value()));
                })
                .count();
    }
}
