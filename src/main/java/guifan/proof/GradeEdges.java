package guifan.proof;

import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.Outcome;
import guifan.evaluate.UnitResult.Totals;
import guifan.evaluate.WrittenUnit;
import guifan.evaluate.WrittenUnit.Answer;
import guifan.evaluate.WrittenUnit.Others;
import guifan.evaluate.WrittenUnits;
import guifan.number.Rational;
import guifan.source.Location;
import guifan.source.Problems;
import guifan.standard.Grades.Level;
import guifan.standard.Indicator;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds units just at or above and just below every line between two grades. */
final class GradeEdges {

    private final Standard standard;
    private final WrittenUnits evaluation;
    private final List<String> cases = new ArrayList<>();

    GradeEdges(Standard standard, WrittenUnits evaluation) {
        this.standard = standard;
        this.evaluation = evaluation;
    }

    /** A unit with some indicators not reported, and what it comes to. */
    private record Found(List<String> unreported, Rational compared) {}

    /** Returns the cases as lines of a test file. */
    List<String> cases() {
        for (String kind : standard.kinds()) {
            Map<String, Rational> losses = losses(kind);
            for (Level level : standard.grades().levels()) {
                Rational line = level.atLeast();
                if (line != null) {
                    Found above = above(kind, line, losses);
                    write(kind, level, above.unreported(), "≥ ");
                    below(kind, line, above, losses).ifPresent(found -> write(kind, level, found, "< "));
                }
            }
        }
        return cases;
    }

    /** Returns what not reporting each indicator alone takes, the most first. */
    private Map<String, Rational> losses(String kind) {
        Optional<Rational> full = compared(kind, List.of());
        Map<String, Rational> losses = new LinkedHashMap<>();
        for (Indicator indicator : standard.indicators().toList()) {
            if (indicator.appliesTo(kind) && full.isPresent() && !isCapped(kind, indicator.id())) {
                compared(kind, List.of(indicator.id()))
                        .map(full.get()::minus)
                        .filter(loss -> loss.signum() > 0)
                        .ifPresent(loss -> losses.put(indicator.id(), loss));
            }
        }
        Map<String, Rational> sorted = new LinkedHashMap<>();
        losses.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    private boolean isCapped(String kind, String id) {
        return unit(kind, List.of(id))
                .map(UnitResult::outcome)
                .filter(outcome -> !outcome.caps().isEmpty())
                .isPresent();
    }

    /** Takes away what is left over the line, the largest losses first. */
    private Found above(String kind, Rational line, Map<String, Rational> losses) {
        List<String> chosen = new ArrayList<>();
        Rational now = compared(kind, chosen).orElse(line);
        for (String id : losses.keySet()) {
            List<String> more = new ArrayList<>(chosen);
            more.add(id);
            Optional<Rational> then = compared(kind, more).filter(total -> total.compareTo(line) >= 0);
            if (then.isPresent()) {
                chosen.add(id);
                now = then.get();
            }
        }
        return new Found(List.copyOf(chosen), now);
    }

    /** Returns one indicator more that is not reported: the one that takes least of those that take enough. */
    private Optional<List<String>> below(String kind, Rational line, Found above, Map<String, Rational> losses) {
        List<String> smallest = new ArrayList<>(losses.keySet());
        Collections.reverse(smallest);
        for (String id : smallest) {
            List<String> more = new ArrayList<>(above.unreported());
            more.add(id);
            boolean below = !above.unreported().contains(id)
                    && compared(kind, more)
                            .filter(total -> total.compareTo(line) < 0)
                            .isPresent();
            if (below) {
                return Optional.of(more);
            }
        }
        return Optional.empty();
    }

    private Optional<Rational> compared(String kind, List<String> unreported) {
        return unit(kind, unreported).map(UnitResult::outcome).map(Outcome::compared);
    }

    private Optional<UnitResult> unit(String kind, List<String> unreported) {
        Location nowhere = standard.identity().place();
        List<Answer> answers =
                unreported.stream().map(id -> new Answer(id, "未报", nowhere)).toList();
        WrittenUnit unit = new WrittenUnit("", kind, answers, Others.FULL, List.of(), nowhere);
        return evaluation.evaluate(List.of(unit), new Problems()).stream()
                .filter(one -> one.outcome() != null)
                .findFirst();
    }

    private void write(String kind, Level level, List<String> unreported, String side) {
        unit(kind, unreported).ifPresent(unit -> {
            Totals totals = unit.totals();
            Outcome outcome = unit.outcome();
            if (totals == null || outcome == null) {
                return;
            }
            cases.add("  - case: " + kind + " " + side + level.name() + " " + level.atLeast());
            cases.add("    kind: " + kind);
            List<String> given = unreported.stream().map(id -> id + ": 未报").toList();
            cases.add("    given: {" + String.join(", ", given) + "}");
            cases.add("    others: full");
            cases.add("    expect: {total: " + totals.finalTotal() + ", grade: "
                    + standard.grades().levels().get(outcome.grade()).name() + "}");
        });
    }
}
