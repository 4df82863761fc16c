package guifan.report;

import guifan.evaluate.Evaluation;
import guifan.evaluate.GroupResult;
import guifan.evaluate.GroupResult.Mean;
import guifan.evaluate.GroupResult.Member;
import guifan.evaluate.GroupingCard;
import guifan.evaluate.StandardCard;
import guifan.evaluate.StandardCard.GradeCard;
import guifan.number.Rational;
import guifan.report.ScoreTable.Column;
import guifan.report.ScoreTable.Place;
import guifan.source.Language;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** What bodies that belong together come to: a row for each group, the best first, and what is said of it in words. */
public final class GroupTable {

    private final Evaluation evaluation;
    private final GroupingCard card;
    private final Language language;

    private GroupTable(Evaluation evaluation, GroupingCard card, Language language) {
        this.evaluation = evaluation;
        this.card = card;
        this.language = language;
    }

    /** Returns the table, if there are groups. */
    public static Optional<ScoreTable> of(Evaluation evaluation, Language language) {
        return Optional.ofNullable(evaluation.standard().groups())
                .filter(card -> !evaluation.groups().isEmpty())
                .map(card -> new GroupTable(evaluation, card, language).table());
    }

    /** Returns the groups by rank, equals in the order of the sheets, those without a mean last. */
    static List<GroupResult> ranked(Evaluation evaluation) {
        Comparator<GroupResult> order = Comparator.comparing((GroupResult group) -> group.mean() == null);
        return evaluation.groups().stream()
                .sorted(order.thenComparing(group ->
                        Optional.ofNullable(group.mean()).map(Mean::rank).orElse(Rational.ZERO)))
                .toList();
    }

    private ScoreTable table() {
        List<Column> columns = new ArrayList<>(List.of(
                column("名次", "rank", true, Place.RESULT),
                new Column(card.by(), "", false, Place.UNIT),
                column("个数", "members", true, Place.RESULT)));
        if (!card.weightedBy().isEmpty()) {
            columns.add(column(card.weightedBy() + "合计", card.weightedBy() + ", sum", true, Place.RESULT));
        }
        columns.addAll(List.of(
                column("平均分", "mean", true, Place.RESULT),
                column("等次", "grade", false, Place.RESULT),
                column("备注", "note", false, Place.NOTE)));
        boolean rounded = card.rounding() == null
                && evaluation.groups().stream()
                        .flatMap(group -> Optional.ofNullable(group.mean()).stream())
                        .anyMatch(mean -> !mean.total().isDecimal());
        return new ScoreTable(
                columns, ranked(evaluation).stream().map(this::row).toList(), rounded);
    }

    private Column column(String zh, String en, boolean number, Place place) {
        return new Column(new Text(zh, en).in(language), "", number, place);
    }

    private List<String> row(GroupResult group) {
        Optional<Mean> mean = Optional.ofNullable(group.mean());
        List<String> cells = new ArrayList<>();
        cells.add(mean.map(one -> one.rank().toString()).orElse(""));
        cells.add(group.name());
        cells.add(String.valueOf(group.members().size()));
        if (!card.weightedBy().isEmpty()) {
            cells.add(Figures.brief(group.weight()));
        }
        cells.add(mean.map(one -> Figures.total(one.total(), card.rounding())).orElse(""));
        cells.add(mean.map(one -> card.grades().get(one.grade()).name())
                .orElse(new Text("无得分", "no score").in(language)));
        cells.add(note(group).in(language));
        return cells;
    }

    /** Returns what is worth noting of a group, empty if nothing is. */
    static Text note(GroupResult group) {
        List<Text> notes = new ArrayList<>();
        if (group.mean() != null && group.mean().tied()) {
            notes.add(new Text("并列", "tied"));
        }
        List<String> without = group.members().stream()
                .filter(member -> member.total() == null)
                .map(Member::unit)
                .toList();
        if (!without.isEmpty()) {
            notes.add(Text.of("%s无得分，不计入平均", "%s without a score, not in the mean", Text.list(without)));
        }
        return Text.join(notes, "；", "; ");
    }

    /** Returns what is said below the table; nothing if there are no groups. */
    public static List<Text> notes(Evaluation evaluation) {
        if (evaluation.groups().isEmpty()) {
            return List.of();
        }
        StandardCard standard = evaluation.standard();
        GroupingCard card = Objects.requireNonNull(standard.groups());
        List<Text> lines = new ArrayList<>(clauses(standard).subList(0, 1));
        lines.add(Text.join(
                IntStream.range(0, card.grades().size())
                        .mapToObj(grade -> Text.of(
                                "%s %s个",
                                "%s: %s",
                                card.grades().get(grade).name(),
                                evaluation.groups().stream()
                                        .filter(group -> group.mean() != null
                                                && group.mean().grade() == grade)
                                        .count()))
                        .toList(),
                "；",
                "; "));
        return lines;
    }

    /** Returns how bodies are put together, and the grades of the mean, in words; nothing if they are not. */
    static List<Text> clauses(StandardCard standard) {
        GroupingCard card = standard.groups();
        if (card == null) {
            return List.of();
        }
        Text mean = card.weightedBy().isEmpty()
                ? Text.of("“%s”相同的，取最终得分的平均数", "\"%s\": the mean of the final totals", card.by())
                : Text.of(
                        "“%s”相同的，取最终得分按“%s”加权的平均数",
                        "\"%s\": the mean of the final totals weighted by \"%s\"", card.by(), card.weightedBy());
        Text rounded =
                card.rounding() == null ? Text.of("") : Text.of("，", ", ").plus(Summary.rounding(card.rounding()));
        List<Text> grades = card.grades().stream().map(GroupTable::grade).toList();
        return List.of(
                mean.plus(rounded),
                Text.of("“%s”的等次：%s", "grades of \"%s\": %s", card.by(), Text.join(grades, "；", "; ")));
    }

    private static Text grade(GradeCard grade) {
        Text line = grade.atLeast() == null
                ? Text.of("%s（其余）", "%s (the rest)", grade.name())
                : Text.of("%s（%s 分及以上）", "%s (%s and above)", grade.name(), grade.atLeast());
        Text then = Summary.consequence(grade);
        return then.zh().isEmpty() ? line : line.plus(Text.of("，%s", ", %s", then));
    }
}
