package guifan.proof;

import guifan.evaluate.CellState;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.Outcome;
import guifan.evaluate.UnitResult.Totals;
import guifan.evaluate.WrittenUnit;
import guifan.evaluate.WrittenUnit.Answer;
import guifan.evaluate.WrittenUnit.Others;
import guifan.evaluate.WrittenUnits;
import guifan.number.Rational;
import guifan.source.Location;
import guifan.source.Node.Scalar;
import guifan.source.Problems;
import guifan.source.YamlWriter;
import guifan.standard.Grades.Level;
import guifan.standard.Indicator;
import guifan.standard.Question;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds units just at or above and just below every line between two grades. */
final class GradeEdges {

    private final Standard standard;
    private final WrittenUnits evaluation;
    private final List<String> cases = new ArrayList<>();

    GradeEdges(Standard standard, WrittenUnits evaluation) {
        this.standard = standard;
        this.evaluation = evaluation;
    }

    /** How often an answer is put in the place of another, at most. */
    private static final int ROUNDS = 12;

    /** An answer to one question, and what it takes from full marks. */
    private record Loss(String id, String answer, Rational points) {}

    /** A unit with some answers that bring less than full points, by the ids of the questions, and what it comes to. */
    private record Found(Map<String, Loss> given, Rational compared) {

        Map<String, Loss> with(Loss loss) {
            Map<String, Loss> more = new LinkedHashMap<>(given);
            more.put(loss.id(), loss);
            return more;
        }

        /** Returns what {@code loss} takes more than the answer in whose place it is put. */
        Rational more(Loss loss) {
            return Optional.ofNullable(given.get(loss.id()))
                    .map(now -> loss.points().minus(now.points()))
                    .orElse(loss.points());
        }
    }

    /** Returns the cases as lines of a test file. */
    List<String> cases() {
        for (String kind : standard.kinds()) {
            List<Loss> losses = losses(kind);
            for (Level level : standard.grades().levels()) {
                Rational line = level.atLeast();
                if (line != null) {
                    Found above = above(kind, line, losses);
                    write(kind, level, above.given(), "≥ ");
                    below(kind, line, above, losses).ifPresent(found -> write(kind, level, found, "< "));
                }
            }
        }
        return cases;
    }

    /** Returns what each answer at an edge of a rule takes by itself, the most first. */
    private List<Loss> losses(String kind) {
        Optional<Rational> full = compared(kind, Map.of());
        List<Loss> losses = new ArrayList<>();
        if (full.isEmpty()) {
            return losses;
        }
        Map<String, Question> questions = new LinkedHashMap<>();
        standard.questions(kind).forEach(question -> questions.put(question.id(), question));
        for (Indicator indicator : standard.indicators().toList()) {
            Question question = questions.get(indicator.id());
            if (!indicator.appliesTo(kind) || question == null) {
                continue;
            }
            Indicator.Wording wording = indicator.wording(kind);
            List<String> answers =
                    new ArrayList<>(new EdgeAnswers(standard, question, wording.rule(), wording.form()).all());
            answers.add(CellState.NOT_REPORTED.word());
            Set<Rational> known = new HashSet<>();
            for (String answer : answers) {
                unit(kind, Map.of(indicator.id(), new Loss(indicator.id(), answer, Rational.ZERO)))
                        .map(UnitResult::outcome)
                        .filter(outcome -> outcome.caps().isEmpty())
                        .map(outcome -> full.get().minus(outcome.compared()))
                        .filter(points -> points.signum() > 0 && known.add(points))
                        .ifPresent(points -> losses.add(new Loss(indicator.id(), answer, points)));
            }
        }
        losses.sort(Comparator.comparing(Loss::points).reversed());
        return losses;
    }

    /** Takes away what is left over the line, the largest losses first; then more for less where that comes closer. */
    private Found above(String kind, Rational line, List<Loss> losses) {
        Found found = new Found(Map.of(), compared(kind, Map.of()).orElse(line));
        for (int round = 0; round < ROUNDS; round++) {
            Found closer = closer(kind, line, found, losses);
            if (closer.equals(found)) {
                return found;
            }
            found = closer;
        }
        return found;
    }

    private Found closer(String kind, Rational line, Found found, List<Loss> losses) {
        Rational left = found.compared().minus(line);
        List<Loss> fitting = losses.stream()
                .filter(loss ->
                        found.more(loss).signum() > 0 && found.more(loss).compareTo(left) <= 0)
                .sorted(Comparator.comparing(found::more).reversed())
                .toList();
        for (Loss loss : fitting) {
            Map<String, Loss> more = found.with(loss);
            Optional<Rational> then = compared(kind, more)
                    .filter(total -> total.compareTo(line) >= 0 && total.compareTo(found.compared()) < 0);
            if (then.isPresent()) {
                return new Found(more, then.get());
            }
        }
        return found;
    }

    /** Returns one answer more, or another: the one that takes least of those that take enough. */
    private Optional<Map<String, Loss>> below(String kind, Rational line, Found above, List<Loss> losses) {
        return losses.stream()
                .filter(loss -> above.more(loss).signum() > 0)
                .sorted(Comparator.comparing(above::more))
                .map(above::with)
                .filter(more -> compared(kind, more)
                        .filter(total -> total.compareTo(line) < 0)
                        .isPresent())
                .findFirst();
    }

    private Optional<Rational> compared(String kind, Map<String, Loss> given) {
        return unit(kind, given).map(UnitResult::outcome).map(Outcome::compared);
    }

    private Optional<UnitResult> unit(String kind, Map<String, Loss> given) {
        Location nowhere = standard.identity().place();
        List<Answer> answers = given.values().stream()
                .map(loss -> new Answer(loss.id(), loss.answer(), nowhere))
                .toList();
        WrittenUnit unit = new WrittenUnit("", kind, answers, Others.FULL, List.of(), nowhere);
        return evaluation.evaluate(List.of(unit), new Problems()).stream()
                .filter(one -> one.outcome() != null)
                .findFirst();
    }

    private void write(String kind, Level level, Map<String, Loss> losses, String side) {
        unit(kind, losses).ifPresent(unit -> {
            Totals totals = unit.totals();
            Outcome outcome = unit.outcome();
            if (totals == null || outcome == null) {
                return;
            }
            cases.add("  - case: " + kind + " " + side + level.name() + " " + level.atLeast());
            cases.add("    kind: " + kind);
            List<String> given = losses.values().stream()
                    .map(loss -> loss.id() + ": " + word(loss.answer()))
                    .toList();
            cases.add("    given: {" + String.join(", ", given) + "}");
            cases.add("    others: full");
            cases.add("    expect: {total: " + totals.finalTotal() + ", grade: "
                    + standard.grades().levels().get(outcome.grade()).name() + "}");
        });
    }

    private String word(String answer) {
        return YamlWriter.line(new Scalar(answer, standard.identity().place()));
    }
}
