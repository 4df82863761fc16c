package guifan.evaluate;

import guifan.number.Rational;
import guifan.rule.Item.WhenBlank;
import guifan.rule.Rule;
import guifan.rule.Rule.Complaint;
import guifan.rule.Rule.Fallback;
import guifan.source.CellPlace;
import guifan.source.Diagnostic.Severity;
import guifan.source.Numerals;
import guifan.source.Problems;
import guifan.source.Text;
import guifan.standard.Question;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Checks answers that are sound one by one against what the rule says of them together. */
final class RuleCheck {

    private final String unit;
    private final Problems problems;

    RuleCheck(String unit, Problems problems) {
        this.unit = unit;
        this.problems = problems;
    }

    void check(Question question, Rule rule, List<Entry> entries) {
        Map<String, Rational> measures = new HashMap<>();
        for (Entry entry : entries) {
            if (entry.value() != null) {
                measures.put(entry.item(), entry.value());
            }
        }
        boolean complete = !measures.isEmpty()
                && question.items().stream()
                        .allMatch(item -> measures.containsKey(item.id()) || item.whenBlank() == WhenBlank.LEFT_OUT);
        if (!complete || isRefused(entries)) {
            return;
        }
        List<Complaint> complaints = rule.complaints(measures);
        for (Complaint complaint : complaints) {
            problems.error(complaint.code(), place(entries, complaint.item()), complaint.message());
        }
        if (complaints.isEmpty()
                && rule.fallback(measures).filter(one -> one == Fallback.ERROR).isPresent()) {
            problems.error(
                    "void-vote",
                    entries.get(0).place(),
                    Text.of(
                            "%s 的“%s”票数不足，投票无效，标准没有规定怎样计分",
                            "\"%2$s\" of %1$s has too few ballots: the vote is void, and the standard does not say what that scores",
                            unit,
                            question.name()));
        }
    }

    /** Returns whether a fact that a rule needs was said not to apply to the unit. */
    static boolean isWithoutTarget(Rule rule, List<Filled> cells) {
        Set<String> facts = rule.facts();
        return !facts.isEmpty()
                && cells.stream()
                        .filter(filled -> facts.contains(filled.target().question()))
                        .map(filled -> Numerals.fold(filled.text()).strip())
                        .anyMatch(text -> text.equals("/") || text.equals(CellState.NOT_APPLICABLE.word()));
    }

    private boolean isRefused(List<Entry> entries) {
        return problems.all().stream()
                .filter(one -> one.severity() == Severity.ERROR)
                .anyMatch(one -> entries.stream().anyMatch(entry -> Objects.equals(entry.place(), one.place())));
    }

    private static CellPlace place(List<Entry> entries, String item) {
        return entries.stream()
                .filter(entry -> entry.item().equals(item))
                .findFirst()
                .orElse(entries.get(0))
                .place();
    }
}
