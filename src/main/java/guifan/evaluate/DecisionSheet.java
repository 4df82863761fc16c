package guifan.evaluate;

import guifan.evaluate.Decisions.Decided;
import guifan.evaluate.UnitResult.Outcome;
import guifan.number.Rational;
import guifan.source.CellPlace;
import guifan.source.Names;
import guifan.source.Numerals;
import guifan.source.Problems;
import guifan.source.SheetTable;
import guifan.source.Text;
import guifan.source.Width;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a file of decisions about equal units, all of whose columns are required, and holds them against the ties. */
final class DecisionSheet {

    /** What is said of a decision where the standard knows of none. */
    static final Text NOT_PROVIDED = new Text("本标准的排名没有由谁决定这一环", "the ranking has no decision among its links");

    private static final String UNIT = "单位";
    private static final String ORDER = "名次先后";
    private static final String REASON = "理由";
    private static final String DECIDED_BY = "决定机关";
    private static final String DATE = "日期";
    private static final String DOCUMENT = "文号";
    private static final FilledRow.Columns COLUMNS = new FilledRow.Columns(
            new Text("决定文件", "a file of decisions"),
            List.of(UNIT, ORDER, REASON, DECIDED_BY, DATE, DOCUMENT),
            List.of(),
            Map.of());

    /** What stands in one row. */
    private record Line(Decided decided, CellPlace place) {}

    private final List<Line> lines = new ArrayList<>();
    private final Problems problems;

    private DecisionSheet(Problems problems) {
        this.problems = problems;
    }

    /** Returns whether a record is the header of such a file. */
    static boolean isHeader(List<String> cells) {
        return cells.stream().map(Names::normalise).toList().containsAll(List.of(UNIT, ORDER));
    }

    /** Reads the rows of {@code tables}; what is not complete is reported. */
    static DecisionSheet read(List<SheetTable> tables, Problems problems) {
        DecisionSheet sheet = new DecisionSheet(problems);
        for (SheetTable table : tables) {
            COLUMNS.read(table, problems).forEach(sheet::read);
        }
        return sheet;
    }

    private void read(FilledRow row) {
        Optional<Integer> order = order(row);
        Optional<String> date = order.isEmpty() ? Optional.empty() : row.day(DATE, problems);
        if (order.isPresent() && date.isPresent()) {
            lines.add(new Line(
                    new Decided(
                            row.text(UNIT),
                            order.get(),
                            row.text(REASON),
                            row.text(DECIDED_BY),
                            date.get(),
                            row.text(DOCUMENT)),
                    row.place()));
        }
    }

    private Optional<Integer> order(FilledRow row) {
        Optional<Integer> order = Numerals.parse(row.text(ORDER))
                .filter(one -> one.isWhole() && one.signum() > 0 && one.compareTo(Rational.of(9999)) < 0)
                .map(Rational::intValueExact);
        if (order.isEmpty()) {
            problems.error(
                    "not-a-number",
                    row.place(ORDER),
                    Text.of("“%s”应为 1、2、3……", "\"%s\" has to be 1, 2, 3 …", Width.visible(row.text(ORDER))));
        }
        return order;
    }

    /** Returns what was decided. */
    List<Decided> decided() {
        return lines.stream().map(Line::decided).toList();
    }

    /**
     * Returns the order by unit, where each decision is about units that are really equal; what is not is reported.
     *
     * @param ranked the units, ranked without it
     */
    Map<String, Rational> orders(Standard standard, List<UnitResult> ranked) {
        Map<String, Rational> orders = new HashMap<>();
        Optional<String> decider = standard.ranking().decider();
        for (Line line : lines) {
            Decided one = line.decided();
            Optional<UnitResult> unit = ranked.stream()
                    .filter(other -> other.unit().equals(one.unit()))
                    .findFirst();
            if (decider.isEmpty()) {
                tell("decision-not-provided", line, NOT_PROVIDED);
            } else if (!decider.get().equals(one.decidedBy())) {
                tell("decided-by", line, Text.of("应由%s决定", "%s decides", decider.get()));
            } else if (unit.isEmpty()) {
                tell("unknown-unit", line, Text.of("没有单位“%s”", "there is no unit \"%s\"", Width.visible(one.unit())));
            } else if (unit.get().outcome() == null || !unit.get().outcome().tied()) {
                tell(
                        "not-tied",
                        line,
                        Text.of(
                                "“%s”没有与别的单位同分，不需要决定",
                                "\"%s\" is equal to no other unit, there is nothing to decide", one.unit()));
            } else if (orders.put(one.unit(), Rational.of(one.order())) != null) {
                tell("duplicate-unit", line, Text.of("“%s”写了两次", "\"%s\" is there twice", one.unit()));
            } else {
                check(line, unit.get(), ranked);
            }
        }
        return orders;
    }

    /** All of the equal units have to have an order, each its own. */
    private void check(Line line, UnitResult unit, List<UnitResult> ranked) {
        Outcome outcome = unit.outcome();
        Set<Integer> taken = new HashSet<>();
        List<String> undecided = new ArrayList<>();
        for (UnitResult other : ranked) {
            boolean equal = outcome != null
                    && other.outcome() != null
                    && other.outcome().rank().equals(outcome.rank())
                    && other.outcome().among().equals(outcome.among());
            Optional<Decided> decided = decided().stream()
                    .filter(one -> equal && one.unit().equals(other.unit()))
                    .findFirst();
            if (equal && decided.isEmpty()) {
                undecided.add(other.unit());
            } else if (decided.isPresent() && !taken.add(decided.get().order())) {
                tell(
                        "same-order",
                        line,
                        Text.of("同分的单位先后不能相同：%s", "equal units need orders of their own: %s", other.unit()));
                return;
            }
        }
        if (!undecided.isEmpty()) {
            tell(
                    "undecided",
                    line,
                    Text.of(
                            "与“%s”同分的单位也要写明先后：%s",
                            "what equals \"%s\" needs an order too: %s", unit.unit(), Text.list(undecided)));
        }
    }

    private void tell(String code, Line line, Text message) {
        problems.error(code, line.place(), message);
    }
}
