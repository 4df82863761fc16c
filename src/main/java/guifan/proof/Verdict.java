package guifan.proof;

import guifan.evaluate.GroupResult;
import guifan.evaluate.UnitResult;
import guifan.evaluate.WrittenUnits;
import guifan.proof.Suite.Case;
import guifan.proof.Suite.Expected;
import guifan.proof.Suite.Member;
import guifan.source.Diagnostic;
import guifan.source.Diagnostic.Severity;
import guifan.source.Problems;
import guifan.source.Text;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What came of one case.
 *
 * @param differences what is not as expected
 * @param diagnostics why the input was refused although it was to be sound
 * @param units the results, none where the input was refused
 */
public record Verdict(Case tested, List<Difference> differences, List<Diagnostic> diagnostics, List<UnitResult> units) {

    /**
     * Something that is not as expected.
     *
     * @param unit the unit, empty where the case has only one
     * @param actual what came of it, empty if the key means nothing
     * @param about what is wrong with the case itself, otherwise empty
     */
    public record Difference(Expected expected, String unit, String actual, Text about) {}

    public Verdict {
        differences = List.copyOf(differences);
        diagnostics = List.copyOf(diagnostics);
        units = List.copyOf(units);
    }

    public boolean isPassed() {
        return differences.isEmpty() && diagnostics.isEmpty();
    }

    /** Returns what comes of {@code tested} under {@code standard}. */
    static Verdict of(Case tested, Standard standard, WrittenUnits evaluation) {
        Problems problems = new Problems();
        List<UnitResult> units =
                evaluation.evaluate(tested.units().stream().map(Member::unit).toList(), problems);
        List<Diagnostic> errors = problems.all().stream()
                .filter(one -> one.severity() == Severity.ERROR)
                .toList();
        if (!tested.refused().isEmpty()) {
            return refused(tested, errors, units);
        }
        List<Difference> differences = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            String name = units.size() == 1 ? "" : units.get(i).unit();
            Actual actual = new Actual(standard, units.get(i));
            for (Expected expected : tested.units().get(i).expected()) {
                Optional<String> found = expected.isId() ? actual.part(expected.key()) : actual.of(expected.key());
                if (found.isEmpty()) {
                    differences.add(new Difference(expected, name, "", Actual.unknown(expected.key())));
                } else if (!Actual.same(expected.text(), found.get())) {
                    differences.add(new Difference(expected, name, found.get(), Text.of("")));
                }
            }
        }
        tested.groups().forEach((name, expected) -> differences.addAll(together(name, expected, standard, units)));
        return new Verdict(tested, differences, errors, units);
    }

    /** Returns what units come to together otherwise than expected. */
    private static List<Difference> together(
            String name, List<Expected> all, Standard standard, List<UnitResult> units) {
        Optional<GroupResult> group = GroupResult.of(standard, units).stream()
                .filter(one -> one.name().equals(name))
                .findFirst();
        List<Difference> differences = new ArrayList<>();
        for (Expected expected : all) {
            Optional<String> found = group.flatMap(one -> Actual.of(one, expected.key(), standard));
            if (found.isEmpty()) {
                differences.add(new Difference(expected, name, "", Actual.unknownOfGroup(name, expected.key())));
            } else if (!Actual.same(expected.text(), found.get())) {
                differences.add(new Difference(expected, name, found.get(), Text.of("")));
            }
        }
        return differences;
    }

    private static Verdict refused(Case tested, List<Diagnostic> errors, List<UnitResult> units) {
        String expected = String.join("、", new TreeSet<>(tested.refused()));
        String actual = String.join(
                "、", new TreeSet<>(errors.stream().map(Diagnostic::code).toList()));
        if (expected.equals(actual)) {
            return new Verdict(tested, List.of(), List.of(), List.of());
        }
        Expected codes = new Expected("refused", false, expected, tested.refusedAt());
        Text about = actual.isEmpty() ? Text.of("应拒绝，却接受了", "accepted instead of refused") : Text.of("");
        return new Verdict(tested, List.of(new Difference(codes, "", actual, about)), List.of(), units);
    }
}
