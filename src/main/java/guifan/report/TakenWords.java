package guifan.report;

import guifan.evaluate.Entry;
import guifan.evaluate.Evaluation;
import guifan.evaluate.StandardCard;
import guifan.evaluate.Taken;
import guifan.evaluate.Taken.Body;
import guifan.evaluate.Taken.Choice;
import guifan.evaluate.Taken.Source;
import guifan.evaluate.Taken.Taking;
import guifan.evaluate.UnitResult;
import guifan.number.Rational;
import guifan.rule.Numbers;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Says what was taken from results under other standards, and how to follow it there. */
final class TakenWords {

    private final Evaluation evaluation;
    private final StandardCard card;
    private final Taken taken;
    private final AnswerWords answers;

    TakenWords(Evaluation evaluation) {
        this.evaluation = evaluation;
        this.card = evaluation.standard();
        this.taken = evaluation.taken();
        this.answers = new AnswerWords(evaluation);
    }

    /** Returns whether the entries of a question come from a result, not from the sheet. */
    boolean isTaken(String unit, String question) {
        return taken.of(unit, question)
                .filter(one -> one.choice() == Choice.RESULT)
                .isPresent();
    }

    /** Returns whether a result was looked at for a question. */
    boolean isConcerned(String unit, String question) {
        return taken.of(unit, question).isPresent();
    }

    /** Returns what heads the entries of a question: filled in, or taken. */
    Text heading(String unit, String question) {
        return isTaken(unit, question) ? new Text("取自结果", "Taken") : new Text("填报", "Filled in");
    }

    /**
     * Returns what results said of a question and which counts, with the command that follows it there; nothing where
     * the question takes no results.
     *
     * @param items what the items of the question are called
     */
    List<Text> lines(String unit, String question, Map<String, StandardCard.ItemCard> items) {
        Optional<Taking> found = taken.of(unit, question);
        if (found.isEmpty()) {
            return taken.absent().stream()
                    .filter(one -> one.question().equals(question))
                    .map(one -> Text.of(
                            "其他标准的结果：没有给出 %s 的结果，按填报计",
                            "Other results: none of %s were given; what the sheet says counts", one.standard()))
                    .toList();
        }
        Taking taking = found.get();
        Source source = taken.sources().get(taking.source());
        List<Text> lines = new ArrayList<>();
        Text bodies = taking.bodies().isEmpty()
                ? new Text("没有本单位的结果", "nothing of this unit")
                : Text.join(taking.bodies().stream().map(TakenWords::body).toList(), "；", "; ");
        lines.add(new Text("其他标准的结果：", "Other results: ")
                .plus(named(source))
                .plus(Text.of("：", ": "))
                .plus(bodies));
        lines.add(choice(taking, items));
        taking.bodies()
                .forEach(body -> lines.add(Text.of(
                        "查证：guifan explain %s --unit %s",
                        "To follow it: guifan explain %s --unit %s",
                        word(source.file().name()),
                        word(body.name()))));
        return lines;
    }

    /** Quotes what a shell would take for more than one word. */
    private static String word(String text) {
        return text.matches("[\\p{L}\\p{N}._/-]+") ? text : "\"" + text + "\"";
    }

    private static Text body(Body body) {
        Text total = body.total() == null
                ? new Text("没有得分", "no total")
                : Text.of("%s，得分 %s", "%s, total %s", body.grade(), Numbers.shown(body.total()));
        Text counted = body.as().isEmpty()
                ? new Text("，不计", ", does not count")
                : Text.of("，计“%s”", ", counts as \"%s\"", body.as());
        return Text.of("%s（%s）", "%s (%s) ", body.name(), body.kind())
                .plus(total)
                .plus(counted);
    }

    private Text choice(Taking taking, Map<String, StandardCard.ItemCard> items) {
        Text sheet = taking.sheet().isEmpty()
                ? new Text("填报表未填", "the sheet is blank")
                : Text.of("填报为 %s", "the sheet says %s", Text.join(answers.cells(taking.sheet(), items), "、", ", "));
        return switch (taking.choice()) {
            case RESULT -> Text.of("取用：以结果为准；%s", "Which counts: the result; %s", sheet);
            case SHEET_HIGHER ->
                Text.of("取用：只计一次，就高，取填报的；%s", "Which counts: the sheet, once, being higher; %s", sheet);
            case OVERRIDDEN ->
                Text.of("取用：经批准的更正；%s", "Which counts: what was changed by hand with approval; %s", sheet);
            case FALSE_MATERIAL -> Text.of("取用：材料作假，不取结果；%s", "Which counts: material is false, no result; %s", sheet);
            case NO_RESULT -> Text.of("取用：没有结果可取，按填报计；%s", "Which counts: there is no result; %s", sheet);
        };
    }

    private static Text named(Source source) {
        Text year = source.year() == null ? Text.of("") : Text.of("，%s年度", ", %s", source.year());
        return Text.of("%s（%s，编号%s", "%s (%s, id %s", source.file().name(), source.title(), source.standard())
                .plus(year)
                .plus(Text.of("）", ")"));
    }

    /** Returns for each result what was taken from it, and where it says something else than the sheet. */
    List<Text> summary() {
        List<Text> lines = new ArrayList<>();
        for (int i = 0; i < taken.sources().size(); i++) {
            int index = i;
            List<Taking> takings = taken.takings().stream()
                    .filter(one -> one.source() == index)
                    .toList();
            Set<String> questions = new LinkedHashSet<>();
            takings.forEach(one -> questions.add(one.question()));
            List<Text> said = questions.stream()
                    .map(question -> counted(
                            question,
                            takings.stream()
                                    .filter(one -> one.question().equals(question))
                                    .toList()))
                    .toList();
            lines.add(Text.of(
                            "取用其他标准的结果：%s",
                            "Results of other standards: %s",
                            named(taken.sources().get(i)))
                    .plus(Text.of("：", ": "))
                    .plus(Text.join(said, "；", "; ")));
        }
        return lines;
    }

    private Text counted(String question, List<Taking> takings) {
        long results =
                takings.stream().filter(one -> one.choice() == Choice.RESULT).count();
        List<Text> others = takings.stream()
                .filter(this::differs)
                .map(one -> Text.of("%s %s", "%s %s", one.unit(), change(one)))
                .toList();
        Text words = Text.of("%s %s个单位", "%s of %s units", name(question), results);
        return others.isEmpty()
                ? words
                : words.plus(Text.of("，与填报不同 %s", ", other than the sheet %s", Text.join(others, "、", ", ")));
    }

    /** Returns where a result took the place of something else that the sheet says of {@code unit}. */
    List<Text> remarks(UnitResult unit) {
        return taken.takings().stream()
                .filter(one -> one.unit().equals(unit.unit()) && differs(one))
                .map(one -> Text.of("%s以结果为准（%s）", "%s by the other result (%s)", name(one.question()), change(one)))
                .toList();
    }

    /** Returns whether a result says something else than a sheet that is not blank. */
    private boolean differs(Taking taking) {
        Map<String, Rational> said = values(taking.sheet());
        return taking.choice() == Choice.RESULT && !taking.sheet().isEmpty() && !said.equals(values(counting(taking)));
    }

    private List<Entry> counting(Taking taking) {
        return evaluation.unit(taking.unit()).stream()
                .flatMap(unit -> Stream.concat(
                        unit.indicators()
                                .filter(one -> one.id().equals(taking.question()))
                                .flatMap(one -> one.entries().stream()),
                        unit.adjustments().stream()
                                .filter(one -> one.id().equals(taking.question()))
                                .flatMap(one -> one.entries().stream())))
                .toList();
    }

    /** Returns the measures that are not 0; a blank among filled ones is 0. */
    private static Map<String, Rational> values(List<Entry> entries) {
        Map<String, Rational> values = new HashMap<>();
        for (Entry entry : entries) {
            if (entry.value() != null && !entry.value().isZero()) {
                values.put(entry.item(), entry.value());
            }
        }
        return values;
    }

    private Text change(Taking taking) {
        return Text.of(raw(taking.sheet()) + "→" + raw(counting(taking)));
    }

    private static String raw(List<Entry> entries) {
        return String.join("、", entries.stream().map(Entry::raw).distinct().toList());
    }

    private String name(String question) {
        Stream<String> indicators =
                card.indicators().filter(one -> one.id().equals(question)).map(StandardCard.IndicatorCard::shortName);
        Stream<String> adjustments = card.adjustments().stream()
                .filter(one -> one.id().equals(question))
                .map(StandardCard.AdjustmentCard::name);
        return Stream.concat(indicators, adjustments).findFirst().orElse(question);
    }
}
