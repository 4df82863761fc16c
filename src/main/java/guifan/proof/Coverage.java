package guifan.proof;

import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.Outcome;
import guifan.evaluate.UnitResult.Step;
import guifan.evaluate.UnitResult.Totals;
import guifan.evaluate.UnitResult.Why;
import guifan.number.Rational;
import guifan.source.Text;
import guifan.standard.Adjustments;
import guifan.standard.Adjustments.Adjustment;
import guifan.standard.Grades;
import guifan.standard.Indicator;
import guifan.standard.Ranking;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parts of a standard that decide about scores and grades, and which of them some case has reached. */
public final class Coverage {

    private final Standard standard;
    private final Map<String, Text> all = new LinkedHashMap<>();
    private final Set<String> reached = new HashSet<>();
    private final Map<String, RuleCoverage> rules = new LinkedHashMap<>();

    /** Lists everything that there is in {@code standard}, none of it reached. */
    Coverage(Standard standard) {
        this.standard = standard;
        standard.indicators().forEach(this::declare);
        standard.adjustments().all().forEach(this::declare);
        Adjustments adjustments = standard.adjustments();
        declareCap("bonus", adjustments.bonus(), adjustments.bonusCap(), Text.of("加分合计封顶", "cap of all bonuses"));
        declareCap(
                "penalty",
                adjustments.penalties(),
                adjustments.penaltyCap(),
                Text.of("扣分合计封顶", "cap of all penalties"));
        NodeCoverage.declare(standard, all);
        declareTotals();
        PanelCoverage.declare(standard, all);
        declareGrades(standard.grades());
        for (Ranking.Link link : standard.ranking().chain()) {
            all.put(decided(link.key()), Text.of("名次：由“%s”决定", "rank: decided by %s", link.key()));
        }
    }

    private void declare(Indicator indicator) {
        for (String kind : standard.kinds()) {
            if (!indicator.appliesTo(kind)) {
                all.put(
                        notApplicable(indicator.id(), kind),
                        Text.of("%s：不适用于%s", "%s: does not apply to %s", indicator.id(), kind));
            }
        }
        for (String kind : standard.kinds()) {
            if (indicator.appliesTo(kind)) {
                RuleCoverage rule = new RuleCoverage(ruleKey(indicator, kind), indicator, kind);
                if (rules.putIfAbsent(rule.key(), rule) == null) {
                    all.putAll(rule.elements());
                }
            }
        }
    }

    private void declare(Adjustment item) {
        RuleCoverage rule = new RuleCoverage(item);
        rules.put(rule.key(), rule);
        all.putAll(rule.elements());
    }

    /** A cap that all items together cannot reach is none. */
    private void declareCap(String key, List<Adjustment> items, @Nullable Rational cap, Text words) {
        Optional<Rational> most = Optional.of(Rational.ZERO);
        for (Adjustment item : items) {
            Optional<Rational> one = item.rule().form().most();
            most = most.flatMap(sum -> one.map(sum::plus));
        }
        boolean inReach = cap != null && most.map(sum -> sum.compareTo(cap) > 0).orElse(!items.isEmpty());
        if (inReach) {
            all.put(key, words);
        }
    }

    private void declareTotals() {
        if (standard.rounding().finalTotal() != null) {
            all.put("round:final", Text.of("最终得分经过舍入", "a final total that is rounded"));
        }
        if (standard.rounding().base() != null) {
            all.put("round:base", Text.of("基础分经过舍入", "a base total that is rounded"));
        }
        if (!standard.adjustments().penalties().isEmpty()) {
            all.put("floor", Text.of("最终得分扣到 0 为止", "a final total that is kept at 0"));
        }
    }

    private void declareGrades(Grades grades) {
        for (int i = 0; i < grades.levels().size(); i++) {
            Grades.Level level = grades.levels().get(i);
            all.put("grade:" + i, Text.of("等次：%s", "grade: %s", level.name()));
            if (!level.requires().isEmpty()) {
                all.put("requires:" + i, Text.of("等次：%s的条件未达到", "grade: a condition of %s not met", level.name()));
            }
            if (level.quota() != null) {
                all.put("quota:" + i, Text.of("等次：%s的名额", "grade: the places of %s", level.name()));
            }
        }
        grades.caps().forEach(cap -> all.put("cap:" + cap.id(), Text.of("等次上限：%s", "grade cap: %s", cap.id())));
    }

    private static String ruleKey(Indicator indicator, String kind) {
        return indicator.id() + (indicator.variants().containsKey(kind) ? "/" + kind : "");
    }

    private static String notApplicable(String id, String kind) {
        return "not-applicable:" + id + ":" + kind;
    }

    private static String decided(String key) {
        return "decided:" + key;
    }

    /** Notes what {@code unit} reached. */
    void visit(UnitResult unit) {
        unit.indicators().forEach(result -> {
            Indicator indicator = standard.indicator(result.id()).orElseThrow();
            if (indicator.appliesTo(unit.kind())) {
                Objects.requireNonNull(rules.get(ruleKey(indicator, unit.kind())))
                        .visit(result, reached);
            } else {
                reached.add(notApplicable(result.id(), unit.kind()));
            }
        });
        unit.adjustments()
                .forEach(result -> Optional.ofNullable(rules.get(result.id()))
                        .ifPresent(rule -> rule.visit(result.entries(), result.working(), reached)));
        NodeCoverage.visit(standard, unit, reached);
        PanelCoverage.visit(standard, unit, reached);
        Totals totals = unit.totals();
        Outcome outcome = unit.outcome();
        if (totals != null) {
            totals(totals);
        }
        if (outcome != null) {
            outcome(outcome);
        }
    }

    private void totals(Totals totals) {
        note("bonus", totals.bonus().compareTo(totals.bonusBeforeCap()) < 0);
        note("penalty", totals.penalty().compareTo(totals.penaltyBeforeCap()) < 0);
        note("round:final", !totals.exactFinal().equals(totals.finalTotal()));
        note("round:base", !totals.exact().equals(totals.base()));
        Rational before = totals.base().plus(totals.bonus()).minus(totals.penalty());
        note("floor", before.signum() < 0);
    }

    private void outcome(Outcome outcome) {
        note("grade:" + outcome.grade(), true);
        outcome.caps().forEach(id -> note("cap:" + id, true));
        for (Step step : outcome.steps()) {
            note((step.why() == Why.QUOTA ? "quota:" : "requires:") + step.from(), true);
        }
        Stream.of(outcome.decidedBy().split(",", -1)).forEach(key -> note(decided(key), true));
    }

    private void note(String key, boolean condition) {
        if (condition) {
            reached.add(key);
        }
    }

    /** Returns how many parts there are. */
    public int size() {
        return all.size();
    }

    /** Returns the parts that no case has reached, in the order of the standard. */
    public List<Text> missed() {
        List<Text> missed = new ArrayList<>();
        all.forEach((key, words) -> {
            if (!reached.contains(key)) {
                missed.add(words);
            }
        });
        return missed;
    }

    public boolean isFull() {
        return reached.containsAll(all.keySet());
    }
}
