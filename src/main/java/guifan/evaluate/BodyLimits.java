package guifan.evaluate;

import guifan.number.Rational;
import guifan.source.Names;
import guifan.source.Numerals;
import guifan.source.Problems;
import guifan.source.SheetCell;
import guifan.source.Text;
import guifan.source.Width;
import guifan.standard.Bodies.Limit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at all bodies of an evaluation together: how many have the same owner, the same theme. */
final class BodyLimits {

    private record Placed(Draft draft, Rational order) {}

    private final Problems problems;

    BodyLimits(Problems problems) {
        this.problems = problems;
    }

    /** Reports what exceeds a limit, or notes at the bodies that come too late that they are beyond it. */
    void check(List<Draft> drafts, List<Limit> limits) {
        for (Limit limit : limits) {
            Map<List<String>, List<Draft>> groups = new LinkedHashMap<>();
            for (Draft draft : drafts) {
                List<String> key = limit.per().stream()
                        .map(heading -> Names.normalise(draft.details().text(heading)))
                        .toList();
                boolean ordered = limit.firstBy().isEmpty()
                        || !draft.details().text(limit.firstBy()).isEmpty();
                if (ordered && !key.contains("")) {
                    groups.computeIfAbsent(key, same -> new ArrayList<>()).add(draft);
                }
            }
            groups.values().stream()
                    .filter(group -> group.size() > limit.most())
                    .forEach(group -> exceed(limit, group));
        }
    }

    private void exceed(Limit limit, List<Draft> group) {
        if (limit.firstBy().isEmpty()) {
            Draft first = group.get(0);
            group.subList(limit.most(), group.size())
                    .forEach(draft -> problems.error(
                            "over-limit",
                            cell(draft, limit.per().get(0)).place(),
                            Text.of(
                                    "%s（至多 %s 个）；前面已有“%s”，在 %s",
                                    "%s (%s at most); there is \"%s\" before, at %s",
                                    limit.reason(),
                                    limit.most(),
                                    Width.visible(first.unit()),
                                    first.place().words())));
            return;
        }
        List<Placed> placed = new ArrayList<>();
        for (Draft draft : group) {
            order(cell(draft, limit.firstBy())).ifPresent(order -> placed.add(new Placed(draft, order)));
        }
        if (placed.size() < group.size()) {
            return;
        }
        placed.sort(Comparator.comparing(Placed::order));
        Placed last = placed.get(limit.most() - 1);
        Placed next = placed.get(limit.most());
        if (last.order().equals(next.order())) {
            SheetCell cell = cell(next.draft(), limit.firstBy());
            problems.error(
                    "limit-tie",
                    cell.place(),
                    Text.of(
                            "%s：“%s”与“%s”的“%s”相同，分不出先后",
                            "%s: \"%s\" and \"%s\" have the same %s, so that none is first",
                            limit.reason(),
                            Width.visible(last.draft().unit()),
                            Width.visible(next.draft().unit()),
                            limit.firstBy()));
            return;
        }
        placed.subList(limit.most(), placed.size()).forEach(later -> {
            later.draft().details().exceed(limit.id());
            problems.note(
                    "beyond-limit",
                    cell(later.draft(), limit.per().get(0)).place(),
                    Text.of(
                            "%s：“%s”在先（%s %s）",
                            "%s: \"%s\" came first (%s %s)",
                            limit.reason(),
                            Width.visible(last.draft().unit()),
                            limit.firstBy(),
                            last.draft().details().text(limit.firstBy())));
        });
    }

    /** Returns what dates and numbers are ordered by. */
    private Optional<Rational> order(SheetCell cell) {
        Optional<Rational> order = ActivityDate.parse(cell.text())
                .map(date -> Rational.of(date.toEpochDay()))
                .or(() -> Numerals.parse(cell.text()));
        if (order.isEmpty()) {
            problems.error(
                    "not-in-order",
                    cell.place(),
                    Text.of(
                            "“%s”既不是日期也不是数，分不出先后",
                            "\"%s\" is neither a date nor a number", Width.visible(cell.text())));
        }
        return order;
    }

    private static SheetCell cell(Draft draft, String heading) {
        return draft.details().cell(heading);
    }
}
