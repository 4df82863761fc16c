package guifan.evaluate;

import guifan.number.Rational;
import guifan.rule.Item;
import guifan.rule.Item.WhenBlank;
import guifan.rule.Rule.Shape;
import guifan.source.CellPlace;
import guifan.source.Problems;
import guifan.source.Text;
import guifan.standard.Indicator;
import guifan.standard.Indicator.Missing;
import guifan.standard.Indicator.Ratio;
import guifan.standard.Question;
import guifan.standard.Question.Role;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks the answers of one unit: blanks, states that are not settled, values where nothing applies. */
final class AnswerCheck {

    private final Standard standard;
    private final String unit;
    private final String kind;
    private final CellPlace row;
    private final Set<String> exempt;
    private final List<Filled> cells;
    private final Problems problems;

    AnswerCheck(Standard standard, Draft draft, Problems problems) {
        this.standard = standard;
        this.unit = draft.unit();
        this.kind = draft.kind();
        this.row = draft.place();
        this.exempt = draft.exempt();
        this.cells = draft.cells();
        this.problems = problems;
    }

    /** Puts into {@code complete} what counts as answered of one question. */
    void check(Question question, List<Entry> entries, Map<String, List<Entry>> complete) {
        switch (question.role()) {
            case INDICATOR ->
                indicator(question, standard.indicator(question.id()).orElseThrow(), entries, complete);
            case BONUS, PENALTY -> adjustment(question, entries, complete);
            case FACT -> fact(question, entries, complete);
        }
    }

    private void indicator(
            Question question, Indicator indicator, List<Entry> entries, Map<String, List<Entry>> complete) {
        if (!indicator.appliesTo(kind)
                || RuleCheck.isWithoutTarget(indicator.wording(kind).rule(), cells)) {
            entries.stream()
                    .filter(entry -> entry.state() != CellState.BLANK && entry.state() != CellState.NOT_APPLICABLE)
                    .forEach(entry -> problems.error(
                            "does-not-apply",
                            entry.place(),
                            Text.of(
                                    "本指标不适用于%s（%s），应留空或填“不适用”",
                                    "this indicator does not apply to %s (%s); leave it blank or write 不适用",
                                    unit,
                                    kind)));
            return;
        }
        entries.forEach(entry -> {
            refusePending(entry);
            if (entry.state() == CellState.NOT_APPLICABLE && !exempt.contains(question.id())) {
                problems.error(
                        "applies",
                        entry.place(),
                        Text.of(
                                "本指标适用于%s（%s），不能填“不适用”；确未报送请填“未报”",
                                "this indicator applies to %s (%s); 不适用 is not allowed, write 未报 if it was not"
                                        + " reported",
                                unit,
                                kind));
            }
        });
        boolean allBlank = entries.stream().allMatch(entry -> entry.state() == CellState.BLANK);
        if (allBlank && indicator.missing() != Missing.ERROR) {
            complete.put(question.id(), entries);
        } else if (allBlank) {
            blank(question, entries);
        } else {
            complete.put(question.id(), withoutGaps(question, entries));
            checkRatio(question, entries);
            new PanelCheck(unit, problems).check(question, indicator, entries);
            new RuleCheck(unit, problems)
                    .check(question, indicator.wording(kind).rule(), entries);
        }
    }

    /** Two counts make a percentage only if both are there and the part is no larger than the whole. */
    private void checkRatio(Question question, List<Entry> entries) {
        Ratio ratio = question.ratio();
        Optional<Entry> part = find(entries, Question.PART);
        Optional<Entry> whole = find(entries, Question.WHOLE);
        if (ratio == null || (part.isEmpty() && whole.isEmpty())) {
            return;
        }
        if (part.isEmpty() || whole.isEmpty()) {
            Text lacking = part.isEmpty()
                    ? Text.of("分子“%s”", "part \"%s\"", ratio.part())
                    : Text.of("分母“%s”", "whole \"%s\"", ratio.whole());
            missingItem(question, lacking);
            return;
        }
        Rational counted = part.get().value();
        Rational all = whole.get().value();
        if (counted == null || all == null) {
            return;
        }
        if (counted.compareTo(all) > 0 && !ratio.mayExceed()) {
            problems.error(
                    "part-above-whole",
                    part.get().place(),
                    Text.of(
                            "“%s”（%s）多于“%s”（%s）",
                            "\"%s\" (%s) is more than \"%s\" (%s)", ratio.part(), counted, ratio.whole(), all));
        } else if (all.isZero() && ratio.whenZero() == Missing.ERROR) {
            problems.error(
                    "zero-of-zero",
                    whole.get().place(),
                    Text.of(
                            "“%s”为 0，标准没有规定怎样计分",
                            "\"%s\" is 0, and the standard does not say what that scores", ratio.whole()));
        }
    }

    private static Optional<Entry> find(List<Entry> entries, String item) {
        return entries.stream().filter(entry -> entry.item().equals(item)).findFirst();
    }

    private void refusePending(Entry entry) {
        if (entry.state() == CellState.PENDING) {
            problems.error("pending", entry.place(), Text.of("“待核”未定，不能评分", "待核 (pending) must be settled first"));
        }
    }

    private void blank(Question question, List<Entry> entries) {
        if (problemsAt(entries)) {
            return;
        }
        CellPlace place = entries.isEmpty() ? row : entries.get(0).place();
        problems.error("blank", place, new BlankWords(unit, question).all(entries));
    }

    /** A cell that was refused is kept as a blank; it is not told a second time that it is one. */
    private boolean problemsAt(List<Entry> entries) {
        Set<CellPlace> places = entries.stream().map(Entry::place).collect(Collectors.toSet());
        return problems.all().stream()
                .anyMatch(diagnostic -> diagnostic.place() instanceof CellPlace place && places.contains(place));
    }

    /** Returns the entries with the blanks that mean 0; other blanks beside filled cells are reported. */
    private List<Entry> withoutGaps(Question question, List<Entry> entries) {
        List<Entry> filled = new ArrayList<>();
        boolean whole = entries.size() == 1 && entries.get(0).item().isEmpty();
        for (Entry entry : entries) {
            if (entry.state() != CellState.BLANK) {
                filled.add(entry);
            } else if (whenBlank(question, entry.item()) == WhenBlank.LEFT_OUT) {
                filled.add(entry);
            } else if (question.shape() == Shape.LEVELS || whenBlank(question, entry.item()) == WhenBlank.ZERO) {
                filled.add(new Entry(entry.item(), "", CellState.VALUE, Rational.ZERO, "", "", entry.place()));
            } else if (problemsAt(List.of(entry))) {
                filled.add(entry);
            } else {
                problems.error("blank", entry.place(), new BlankWords(unit, question).one(entry));
            }
        }
        if (!whole && question.shape() != Shape.SINGLE && question.shape() != Shape.LEVELS) {
            missingItems(question, entries);
        }
        return filled;
    }

    private static WhenBlank whenBlank(Question question, String id) {
        return question.items().stream()
                .filter(item -> item.id().equals(id))
                .map(Item::whenBlank)
                .findFirst()
                .orElse(WhenBlank.REFUSED);
    }

    private void missingItems(Question question, List<Entry> entries) {
        Set<String> there = entries.stream().map(Entry::item).collect(Collectors.toSet());
        if (there.contains(Question.COUNTED) || there.contains("")) {
            return;
        }
        question.items().stream()
                .filter(item -> !there.contains(item.id()) && item.whenBlank() == WhenBlank.REFUSED)
                .forEach(item -> missingItem(question, Text.of("子项“%s”", "item \"%s\"", item.name())));
    }

    private void missingItem(Question question, Text item) {
        problems.error(
                "missing-item",
                row,
                Text.of("%s 的“%s”缺少%s", "\"%2$s\" of %1$s lacks its %3$s", unit, question.name(), item));
    }

    private void adjustment(Question question, List<Entry> entries, Map<String, List<Entry>> complete) {
        boolean penalty = question.role() == Role.PENALTY;
        List<Entry> given = new ArrayList<>();
        for (Entry entry : entries) {
            refusePending(entry);
            if (penalty && (entry.state() == CellState.NOT_REPORTED || entry.state() == CellState.FALSE_MATERIAL)) {
                problems.error(
                        "penalty-state",
                        entry.place(),
                        Text.of(
                                "扣分项不能填“%s”",
                                "%s is refused on a penalty", entry.state().word()));
            } else if (entry.state() == CellState.VALUE || entry.state() == CellState.FALSE_MATERIAL) {
                checkEvidence(question, entry);
                given.add(entry);
            }
        }
        if (!given.isEmpty()) {
            standard.adjustments()
                    .find(question.id())
                    .ifPresent(item -> new RuleCheck(unit, problems).check(question, item.rule(), given));
            complete.put(question.id(), given);
        }
    }

    private void checkEvidence(Question question, Entry entry) {
        boolean counts = entry.value() != null && entry.value().signum() > 0;
        boolean lacking =
                counts && !question.evidence().isEmpty() && entry.evidence().isBlank();
        if (lacking) {
            problems.error(
                    "no-evidence",
                    entry.place(),
                    Text.of(
                            "须在括号里写明%s，如 %s（…）",
                            "name the %s in brackets, as in %s（…）",
                            question.evidence(),
                            entry.raw().split("[（(]", -1)[0].strip()));
        }
    }

    private void fact(Question question, List<Entry> entries, Map<String, List<Entry>> complete) {
        Optional<Entry> answer = entries.stream().findFirst();
        Item item = question.items().get(0);
        boolean number = item.type().words().isEmpty();
        if (answer.isEmpty() || answer.get().state() == CellState.BLANK) {
            if (answer.isEmpty() || !problemsAt(entries)) {
                problems.error(
                        "fact-blank",
                        answer.map(Entry::place).orElse(row),
                        number
                                ? Text.of(
                                        "%1$s 的“%2$s”必须填；%3$s",
                                        "\"%2$s\" of %1$s must be filled in; %3$s",
                                        unit,
                                        question.name(),
                                        item.type().expected())
                                : Text.of(
                                        "%s 的“%s”必须填“是”或“否”",
                                        "\"%2$s\" of %1$s must be 是 or 否", unit, question.name()));
            }
            return;
        }
        refusePending(answer.get());
        boolean refused = number && answer.get().state() == CellState.NOT_REPORTED;
        if (refused || (answer.get().state() == CellState.NOT_APPLICABLE && !item.mayNotArise())) {
            problems.error(
                    "fact-blank",
                    answer.get().place(),
                    number ? item.type().expected() : Text.of("应填“是”或“否”", "expected 是 or 否"));
        }
        checkEvidence(question, answer.get());
        complete.put(question.id(), List.of(answer.get()));
    }
}
