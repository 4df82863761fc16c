package guifan.report;

import guifan.evaluate.CellState;
import guifan.evaluate.Entry;
import guifan.evaluate.Evaluation;
import guifan.evaluate.Reduction;
import guifan.evaluate.Reduction.Difference;
import guifan.evaluate.StandardCard.ItemCard;
import guifan.evaluate.StandardCard.WordingCard;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.IndicatorResult;
import guifan.number.Rational;
import guifan.rule.Numbers;
import guifan.rule.Working;
import guifan.source.CellPlace;
import guifan.source.Text;
import guifan.standard.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Says what was filled in, where, and what its state means. */
final class AnswerWords {

    private final boolean severalFiles;

    AnswerWords(Evaluation evaluation) {
        this.severalFiles = evaluation.inputs().size() > 1;
    }

    /** Returns what was filled in, cell by cell; one cell that answers several items is said once. */
    List<Text> cells(List<Entry> entries, Map<String, ItemCard> items) {
        return perCell(entries, items, (words, place) -> words.plus(where(place)));
    }

    /** Returns what was filled in, cell by cell, without saying where. */
    static List<Text> answers(List<Entry> entries, Map<String, ItemCard> items) {
        return perCell(entries, items, (words, place) -> words);
    }

    /** Returns the cells that were filled in, each once. */
    List<Text> places(List<Entry> entries) {
        return perCell(entries, Map.of(), (words, place) -> named(place));
    }

    private static List<Text> perCell(
            List<Entry> entries, Map<String, ItemCard> items, BiFunction<Text, CellPlace, Text> said) {
        Map<CellPlace, Long> shared =
                entries.stream().collect(Collectors.groupingBy(Entry::place, Collectors.counting()));
        List<Text> cells = new ArrayList<>();
        List<CellPlace> seen = new ArrayList<>();
        for (Entry entry : entries) {
            boolean composite = shared.getOrDefault(entry.place(), 1L) > 1;
            if (composite && seen.contains(entry.place())) {
                continue;
            }
            seen.add(entry.place());
            String label = composite ? "" : label(entry, items);
            Text words = Text.of(label.isEmpty() ? "" : label + " ").plus(filled(entry));
            cells.add(said.apply(words, entry.place()));
        }
        return cells;
    }

    /** Returns what was reported and what was found instead, what that takes, why, and who found it. */
    Text reduction(Reduction reduction, Map<String, ItemCard> items) {
        List<Entry> self = reduction.differences().stream()
                .map(Difference::self)
                .distinct()
                .toList();
        List<Entry> checked = reduction.differences().stream()
                .map(Difference::checked)
                .distinct()
                .toList();
        Text words = Text.of(
                "自评 %s → 核定 %s",
                "self-reported %s → checked %s",
                Text.join(cells(self, items), "、", ", "),
                Text.join(cells(checked, items), "、", ", "));
        Rational points = reduction.points();
        if (points != null) {
            words = words.plus(
                    points.signum() < 0
                            ? Text.of("，得分增加 %s", ", score raised by %s", Numbers.shown(points.negate()))
                            : Text.of("，得分核减 %s", ", score reduced by %s", Numbers.shown(points)));
        }
        if (!reduction.reason().isEmpty()) {
            words = words.plus(Text.of("；理由：%s", "; reason: %s", reduction.reason()));
        }
        return reduction.checker().isEmpty()
                ? words
                : words.plus(Text.of("；考评员：%s", "; assessor: %s", reduction.checker()));
    }

    private static String label(Entry entry, Map<String, ItemCard> items) {
        ItemCard item = items.get(entry.item());
        String name = item == null ? "" : item.name();
        return name.isEmpty() || entry.assessor().isEmpty() ? name + entry.assessor() : name + "·" + entry.assessor();
    }

    private static Text filled(Entry entry) {
        if (!entry.raw().isEmpty()) {
            return Text.of(entry.raw());
        }
        if (entry.value() != null) {
            return Text.of("空（计 %s）", "blank (counts as %s)", Figures.exact(entry.value()));
        }
        return entry.state().word().isEmpty()
                ? new Text("未填", "blank")
                : Text.of(entry.state().word());
    }

    /** Returns the cell in brackets, as a spreadsheet names it. */
    private Text where(CellPlace place) {
        Text named = named(place);
        return named.zh().isEmpty() ? named : Text.of("（%s）", " (%s)", named);
    }

    private Text named(CellPlace place) {
        if (place.record() == 0 && !place.header().isEmpty()) { // what was taken from a result
            return Text.of(UnitJson.baseName(place.file()) + " " + place.header());
        }
        String cell = (place.column() > 0 ? CellPlace.letters(place.column()) : "")
                + (place.record() > 0 ? place.record() : "");
        String sheet = place.worksheet().isEmpty() ? "" : "[" + place.worksheet() + "] ";
        String file = severalFiles ? UnitJson.baseName(place.file()) + " " : "";
        String named = (file + sheet + cell).strip();
        boolean otherLine = !named.isEmpty() && place.worksheet().isEmpty() && place.record() != place.line();
        Text line = otherLine ? Text.of("，第 %s 行", ", line %s", place.line()) : Text.of("");
        return Text.of(named).plus(line);
    }

    /** Returns how the cells became the one measure, where there is one. */
    static Optional<Text> measure(IndicatorResult result, WordingCard wording) {
        Rational measure = result.measure();
        if (measure == null) {
            return Optional.empty();
        }
        if (!result.marks().isEmpty()) {
            return Optional.of(Text.of("计分的考评员平均 %s", "mean of the assessors who count: %s", Figures.result(measure)));
        }
        List<Rational> marks = new ArrayList<>();
        Optional<Rational> part = Optional.empty();
        Optional<Rational> whole = Optional.empty();
        for (Entry entry : result.entries()) {
            if (entry.value() == null) {
                continue;
            }
            if (entry.item().equals(Question.PART)) {
                part = Optional.of(entry.value());
            } else if (entry.item().equals(Question.WHOLE)) {
                whole = Optional.of(entry.value());
            } else if (!entry.assessor().isEmpty()) {
                marks.add(entry.value());
            }
        }
        if (whole.isPresent()) {
            Text percent = Text.of(Figures.brief(measure) + "%");
            Text exact = measure.isDecimal() ? Text.of("") : Text.of("（精确值 %s %%）", " (exactly %s %%)", measure);
            String division = part.orElse(Rational.ZERO) + " ÷ " + whole.get() + " = ";
            return Optional.of(Text.of(division).plus(percent).plus(exact));
        }
        if (marks.size() > 1) {
            return Optional.of(combined(marks, measure));
        }
        Working working = result.working();
        String measuredIn =
                working == null ? wording.measuredIn() : MadeWords.measuredIn(working, wording.measuredIn());
        return Optional.of(
                WorkingWords.measure(measure, measuredIn, wording.items().get("")));
    }

    private static Text combined(List<Rational> marks, Rational measure) {
        Rational sum = marks.stream().reduce(Rational.ZERO, Rational::plus);
        List<String> shown = marks.stream().map(Figures::exact).toList();
        Text result = Figures.result(measure);
        if (sum.dividedBy(Rational.of(marks.size())).equals(measure)) {
            return Text.of(
                    "(%s) ÷ %s = %s（平均）", "(%s) ÷ %s = %s (mean)", String.join(" + ", shown), marks.size(), result);
        }
        Text list = Text.list(shown);
        List<Rational> sorted = marks.stream().sorted().toList();
        Rational middle = sorted.get((sorted.size() - 1) / 2)
                .plus(sorted.get(sorted.size() / 2))
                .dividedBy(Rational.of(2));
        return middle.equals(measure)
                ? Text.of("%s 的中位数 %s", "median of %s: %s", list, result)
                : Text.of("%s 按规则合成 %s", "%s combined by the rule: %s", list, result);
    }

    /** Returns why a score does not come from the rule. */
    static Text state(IndicatorResult result, UnitResult unit) {
        boolean filled = result.entries().stream().anyMatch(entry -> entry.state() != CellState.BLANK);
        Text full = result.possible().signum() > 0 ? new Text("按满分计", "counted in full") : LEFT_OUT;
        Text blank = filled ? new Text("没有可用的评分", "no mark that counts") : new Text("未填", "blank");
        return switch (result.basis()) {
            case RULE -> new Text("按规则计分", "by the rule");
            case NOT_REPORTED -> new Text("确认未报，不论规则，计 0 分", "confirmed not reported: 0 whatever the rule");
            case FALSE_MATERIAL -> new Text("材料作假，计 0 分", "false material: 0");
            case NOT_APPLICABLE ->
                result.entries().stream().anyMatch(entry -> entry.raw().strip().equals("/"))
                        ? new Text("没有给本单位定目标（/），", "no target was set for the unit (/); ").plus(full)
                        : exempt(result)
                                ? new Text("经批准不适用，", "approved not to apply; ").plus(full)
                                : filled
                                        ? new Text("所列事项均未发生，", "nothing it asks about arose; ").plus(full)
                                        : Text.of("不适用于%s，", "does not apply to %s; ", unit.kind())
                                                .plus(full);
            case MISSING_ZERO -> blank.plus(new Text("，按标准计 0 分", ": 0 by the standard"));
            case MISSING_EXCLUDED ->
                blank.plus(new Text("，按标准", "; by the standard ")).plus(LEFT_OUT);
            case WITHHELD ->
                new Text("须与其他单位比较，单位未齐，暂不计分", "compared with the other units; not scored until all are known");
            case FEW_MARKS -> new Text("打分的考评员不足，评分无效", "too few assessors gave marks: no score");
            case MISSING_FULL -> blank.plus(new Text("，按标准计满分", "; counted in full by the standard"));
            case ZERO_OF_ZERO ->
                new Text("0 ÷ 0，没有比率可算，按标准", "0 of 0, there is no rate; by the standard ").plus(instead(result));
            case VOID -> new Text("投票无效，按标准", "the vote is void; by the standard ").plus(instead(result));
        };
    }

    private static Text instead(IndicatorResult result) {
        if (result.possible().isZero()) {
            return LEFT_OUT;
        }
        return result.score().isZero() ? new Text("计 0 分", "0") : new Text("计满分", "counted in full");
    }

    private static boolean exempt(IndicatorResult result) {
        return result.entries().stream().anyMatch(entry -> entry.state() == CellState.NOT_APPLICABLE);
    }

    private static final Text LEFT_OUT = new Text("不计入，分值折算到其余指标", "left out, its points are re-based to the others");
}
