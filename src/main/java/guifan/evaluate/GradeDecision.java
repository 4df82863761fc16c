package guifan.evaluate;

import guifan.evaluate.UnitResult.Basis;
import guifan.evaluate.UnitResult.Outcome;
import guifan.evaluate.UnitResult.Totals;
import guifan.number.Rational;
import guifan.standard.Grades;
import guifan.standard.Grades.Cap;
import guifan.standard.Grades.Circumstances;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The grade of one unit: by threshold, then lowered by the caps that hold. */
record GradeDecision(Grades grades, Filing filing, Map<String, Assessment> assessed, Totals totals)
        implements Circumstances {

    Outcome outcome() {
        Rational exact = grades.onFinal() ? totals.exactFinal() : totals.exact();
        Rational rounded = grades.onFinal() ? totals.finalTotal() : totals.base();
        Rational compared = grades.compareRounded() ? rounded : exact;
        int reached = grades.reached(compared);
        List<Cap> holding =
                grades.caps().stream().filter(cap -> cap.when().holds(this)).toList();
        int grade = holding.stream().mapToInt(Cap::atMost).reduce(reached, Math::max);
        return new Outcome(
                compared, reached, grade, holding.stream().map(Cap::id).toList(), Rational.ZERO, false, "");
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
    public boolean hasFalseMaterial() {
        return assessed.values().stream().anyMatch(one -> one.basis() == Basis.FALSE_MATERIAL);
    }
}
