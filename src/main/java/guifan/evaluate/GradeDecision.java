package guifan.evaluate;

import guifan.evaluate.UnitResult.AreaResult;
import guifan.evaluate.UnitResult.Basis;
import guifan.evaluate.UnitResult.Outcome;
import guifan.evaluate.UnitResult.Step;
import guifan.evaluate.UnitResult.Totals;
import guifan.evaluate.UnitResult.Why;
import guifan.number.Rational;
import guifan.source.Text;
import guifan.standard.Area;
import guifan.standard.Claim;
import guifan.standard.Grades;
import guifan.standard.Grades.Cap;
import guifan.standard.Grades.Circumstances;
import guifan.standard.Grades.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The grade of one unit: by threshold, then lowered by the conditions that it fails and the caps that hold. */
record GradeDecision(
        Grades grades, Filing filing, Map<String, Assessment> assessed, List<AreaResult> areas, Totals totals)
        implements Circumstances {

    Outcome outcome() {
        Rational compared = compared();
        int reached = grades.reached(compared);
        List<Step> steps = failed(reached);
        int met = reached;
        while (fails(steps, met)) {
            met++;
        }
        List<Cap> holding =
                grades.caps().stream().filter(cap -> cap.when().holds(this)).toList();
        int grade = holding.stream().mapToInt(Cap::atMost).reduce(met, Math::max);
        while (fails(steps, grade)) {
            grade++;
        }
        List<String> caps = holding.stream().map(Cap::id).toList();
        return new Outcome(compared, reached, grade, caps, Rational.ZERO, false, "")
                .with(grades.byArea() == null ? "" : grades.byArea().id(), steps);
    }

    private Rational compared() {
        Area area = grades.byArea();
        if (area != null) {
            Rational rate = rate(area.id()).orElseGet(() -> totals.raw().dividedBy(totals.possible()));
            return rate.times(area.points());
        }
        return grades.onFinal()
                ? grades.compareRounded() ? totals.finalTotal() : totals.exactFinal()
                : grades.compareRounded() ? totals.base() : totals.exact();
    }

    /** Returns the conditions that the unit fails, of the grade reached and of all below it. */
    private List<Step> failed(int reached) {
        List<Step> steps = new ArrayList<>();
        for (int i = reached; i < grades.levels().size(); i++) {
            Level level = grades.levels().get(i);
            for (Claim claim : level.requires()) {
                if (!claim.isMet(this)) {
                    Text reason = Text.of(
                            "未达到“%s”的条件：%s（%s）",
                            "does not meet the condition of %s: %s (%s)",
                            level.name(),
                            claim.words(),
                            claim.failing(this));
                    steps.add(new Step(Why.CONDITION, i, i + 1, reason));
                }
            }
        }
        return steps;
    }

    /** Returns whether one of the conditions of a grade is not met. */
    static boolean fails(List<Step> steps, int grade) {
        return steps.stream().anyMatch(step -> step.why() == Why.CONDITION && step.from() == grade);
    }

    private Optional<AreaResult> area(String id) {
        return areas.stream()
                .flatMap(AreaResult::withInner)
                .filter(area -> area.id().equals(id) && area.possible().signum() > 0)
                .findFirst();
    }

    @Override
    public Optional<Boolean> fact(String id) {
        return filing.answer(id).stream()
                .flatMap(entry -> Optional.ofNullable(entry.value()).stream())
                .map(value -> value.signum() > 0)
                .findFirst();
    }

    @Override
    public Optional<Rational> measure(String indicator) {
        return Optional.ofNullable(assessed.get(indicator)).map(Assessment::measure);
    }

    @Override
    public Optional<Rational> item(String indicator, String item) {
        return Optional.ofNullable(assessed.get(indicator)).stream()
                .flatMap(one -> one.entries().stream())
                .filter(entry -> entry.item().equals(item))
                .flatMap(entry -> Optional.ofNullable(entry.value()).stream())
                .findFirst();
    }

    @Override
    public boolean isNotReported(String indicator) {
        return Optional.ofNullable(assessed.get(indicator))
                .filter(one -> one.basis() == Basis.NOT_REPORTED)
                .isPresent();
    }

    @Override
    public boolean isExhausted(String indicator) {
        return Optional.ofNullable(assessed.get(indicator))
                .filter(one -> one.possible().signum() > 0 && one.score().signum() <= 0)
                .isPresent();
    }

    @Override
    public boolean isBeyond(String limit) {
        return filing.beyond().contains(limit);
    }

    @Override
    public boolean hasFalseMaterial() {
        return assessed.values().stream().anyMatch(one -> one.basis() == Basis.FALSE_MATERIAL);
    }

    @Override
    public Optional<Rational> points(String id) {
        return area(id).map(AreaResult::score).or(() -> applying(id).map(Assessment::score));
    }

    @Override
    public Optional<Rational> rate(String id) {
        return area(id).map(area -> area.score().dividedBy(area.possible()))
                .or(() -> applying(id).map(one -> one.score().dividedBy(one.possible())));
    }

    private Optional<Assessment> applying(String id) {
        return Optional.ofNullable(assessed.get(id))
                .filter(one -> one.possible().signum() > 0);
    }
}
