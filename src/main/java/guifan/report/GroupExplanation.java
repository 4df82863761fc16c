package guifan.report;

import guifan.evaluate.Evaluation;
import guifan.evaluate.GroupResult;
import guifan.evaluate.GroupResult.Mean;
import guifan.evaluate.GroupResult.Member;
import guifan.evaluate.GroupingCard;
import guifan.evaluate.StandardCard.GradeCard;
import guifan.evaluate.UnitResult;
import guifan.number.Rational;
import guifan.rule.Numbers;
import guifan.source.Language;
import guifan.source.Text;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says how bodies that belong together came to their mean. */
public final class GroupExplanation {

    private GroupExplanation() {}

    /**
     * Writes every member of {@code group} with its weight and total, the mean, its grade and rank.
     *
     * @param group one of the evaluation's
     * @throws IOException if {@code out} cannot be written
     */
    public static void write(Evaluation evaluation, GroupResult group, Language language, Appendable out)
            throws IOException {
        Page page = new Page(out, language);
        GroupingCard card = Objects.requireNonNull(evaluation.standard().groups());
        for (Text line : StandardLine.lines(evaluation)) {
            page.line(0, line);
        }
        page.line(
                0,
                "%s：%s（%s 个）",
                "%s: %s (%s)",
                card.by(),
                group.name(),
                group.members().size());
        page.line(
                0,
                "规则：%s",
                "Rule: %s",
                GroupTable.clauses(evaluation.standard()).get(0));
        for (Member member : group.members()) {
            Text weight = card.weightedBy().isEmpty()
                    ? Text.of("")
                    : Text.of("，%s %s", ", %s %s", card.weightedBy(), Numbers.shown(member.weight()));
            Text total = member.total() == null
                    ? new Text("无得分，不计入", "no score, left out")
                    : Text.of("%s 分", "%s", Numbers.shown(member.total()));
            page.line(1, Text.of("%s：", "%s: ", member.unit()).plus(total).plus(weight));
        }
        Mean mean = group.mean();
        if (mean == null) {
            page.line(0, "无得分", "No score");
            return;
        }
        page.line(0, "平均分：%s = %s", "Mean: %s = %s", formula(group, card), Figures.result(mean.exact()));
        if (card.rounding() != null && !mean.exact().equals(mean.total())) {
            page.line(
                    1,
                    "%s：%s → %s",
                    "%s: %s → %s",
                    Summary.rounding(card.rounding()),
                    Numbers.shown(mean.exact()),
                    card.rounding().format(mean.total()));
        }
        GradeCard grade = card.grades().get(mean.grade());
        Text consequence = Summary.consequence(grade);
        page.line(
                0,
                Text.of("等次：%s", "Grade: %s", grade.name())
                        .plus(consequence.zh().isEmpty() ? consequence : Text.of("；%s", "; %s", consequence)));
        Text note = GroupTable.note(group);
        page.line(
                0,
                Text.of("名次：第 %s 名（共 %s 个）", "Rank: %s (of %s)", mean.rank(), ranked(evaluation))
                        .plus(note.zh().isEmpty() ? note : Text.of("；%s", "; %s", note)));
    }

    private static long ranked(Evaluation evaluation) {
        return evaluation.groups().stream()
                .filter(group -> group.mean() != null)
                .count();
    }

    private static String formula(GroupResult group, GroupingCard card) {
        List<Member> counted = group.members().stream()
                .filter(member -> member.total() != null)
                .toList();
        boolean equal = card.weightedBy().isEmpty();
        String sum = counted.stream()
                .map(member -> Numbers.shown(Objects.requireNonNull(member.total()))
                        + (equal ? "" : " × " + Numbers.shown(member.weight())))
                .collect(Collectors.joining(" + ", "(", ")"));
        return sum + " ÷ " + Numbers.shown(group.weight());
    }

    /** Returns what a unit adds to the mean of its group; nothing if it belongs to none. */
    static Optional<Text> part(Evaluation evaluation, UnitResult unit) {
        GroupingCard card = evaluation.standard().groups();
        for (GroupResult group : evaluation.groups()) {
            for (Member member : group.members()) {
                if (card != null && member.unit().equals(unit.unit()) && member.total() != null) {
                    Rational percent = member.weight().times(Rational.HUNDRED).dividedBy(group.weight());
                    return Optional.of(Text.of(
                            "计入%s“%s”的平均分，权重 %s%%",
                            "Counts in the mean of %s \"%s\" with a weight of %s%%",
                            card.by(),
                            group.name(),
                            Numbers.shown(percent)));
                }
            }
        }
        return Optional.empty();
    }
}
