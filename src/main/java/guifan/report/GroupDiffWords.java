package guifan.report;

import guifan.diff.ResultDiff;
import guifan.diff.Sides;
import guifan.evaluate.Evaluation;
import guifan.evaluate.GroupResult;
import guifan.evaluate.GroupingCard;
import guifan.number.Rational;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What bodies that belong together come to in each of two results, where it differs: in words and as JSON. */
record GroupDiffWords(ResultDiff diff) {

    static final Text TITLE = new Text("汇总到项", "Together");

    /** Returns the header and a row for every group that differs. */
    List<List<Text>> table() {
        List<List<Text>> rows = new ArrayList<>();
        rows.add(List.of(
                by(),
                new Text("名次", "rank"),
                new Text("旧平均分", "before"),
                new Text("新平均分", "after"),
                new Text("增减", "change"),
                new Text("等次", "grade")));
        for (Sides<GroupResult> group : diff.groups()) {
            rows.add(List.of(
                    Text.of(group.any().name()),
                    both(
                            group,
                            (one, evaluation) -> Optional.ofNullable(one.mean())
                                    .map(mean -> mean.rank().toString())),
                    Text.of(total(group.before(), diff.before())),
                    Text.of(total(group.after(), diff.after())),
                    Text.of(change(group).map(ResultDiffWords::signed).orElse("")),
                    both(group, ResultDiff::grade)));
        }
        return rows;
    }

    private Text by() {
        GroupingCard card = diff.after().standard().groups() == null
                ? diff.before().standard().groups()
                : diff.after().standard().groups();
        return card == null ? TITLE : Text.of(card.by());
    }

    private Text both(Sides<GroupResult> group, BiFunction<GroupResult, Evaluation, Optional<String>> part) {
        String old = Optional.ofNullable(group.before())
                .flatMap(one -> part.apply(one, diff.before()))
                .orElse("–");
        String now = Optional.ofNullable(group.after())
                .flatMap(one -> part.apply(one, diff.after()))
                .orElse("–");
        return Text.of(old.equals(now) ? now : old + "→" + now);
    }

    private static String total(@Nullable GroupResult group, Evaluation evaluation) {
        GroupingCard card = evaluation.standard().groups();
        return group == null || group.mean() == null || card == null
                ? ""
                : Figures.total(group.mean().total(), card.rounding());
    }

    /** Returns by how much the mean is higher after, nothing where one side has none. */
    private static Optional<Rational> change(Sides<GroupResult> group) {
        return mean(group.before()).flatMap(old -> mean(group.after()).map(now -> now.minus(old)));
    }

    private static Optional<Rational> mean(@Nullable GroupResult group) {
        return Optional.ofNullable(group)
                .flatMap(one -> Optional.ofNullable(one.mean()))
                .map(GroupResult.Mean::total);
    }

    /** Returns the groups that differ for JSON. */
    List<Map<String, Object>> json() {
        return diff.groups().stream()
                .map(group -> new Members()
                        .with("name", group.any().name())
                        .with("before", side(group.before(), diff.before()))
                        .with("after", side(group.after(), diff.after()))
                        .with("difference", change(group).orElse(null))
                        .object())
                .toList();
    }

    private static @Nullable Map<String, Object> side(@Nullable GroupResult group, Evaluation evaluation) {
        return group == null || group.mean() == null
                ? null
                : new Members()
                        .with("mean", group.mean().total())
                        .with("rank", group.mean().rank())
                        .with("grade", ResultDiff.grade(group, evaluation).orElse(""))
                        .object();
    }
}
