package guifan.evaluate;

import guifan.evaluate.Unrated.Reason;
import guifan.source.CellPlace;
import guifan.source.Diagnostic;
import guifan.source.Diagnostic.Severity;
import guifan.source.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Which units can be graded although something in the sheets is wrong: those in whose rows there is no error. */
final class Soundness {

    private final List<Reported> reported;
    private final Map<String, List<Reason>> reasons = new LinkedHashMap<>();
    private boolean beyondUnits;

    private Soundness(List<Reported> reported) {
        this.reported = reported;
    }

    static Soundness of(List<Reported> reported, Problems problems) {
        Soundness soundness = new Soundness(reported);
        Map<CellPlace, String> units = new HashMap<>();
        for (Reported one : reported) {
            one.rows().forEach(row -> units.put(row(row), one.unit()));
        }
        problems.all().stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .forEach(diagnostic -> soundness.put(diagnostic, units));
        return soundness;
    }

    private void put(Diagnostic diagnostic, Map<CellPlace, String> units) {
        if (diagnostic.place() instanceof CellPlace place && units.containsKey(row(place))) {
            String unit = Objects.requireNonNull(units.get(row(place)));
            reasons.computeIfAbsent(unit, name -> new ArrayList<>())
                    .add(new Reason(diagnostic.code(), SheetSet.withoutFolder(place), diagnostic.message()));
        } else {
            beyondUnits = true;
        }
    }

    private static CellPlace row(CellPlace place) {
        return place.column(0, "");
    }

    /** Returns whether every error stands in a row of some unit, and some unit has none. */
    boolean leavesSomeUnits() {
        return !beyondUnits && reasons.size() < reported.size();
    }

    List<Filing> sound() {
        return Reported.filings(reported.stream()
                .filter(one -> !reasons.containsKey(one.unit()))
                .toList());
    }

    List<Unrated> unrated() {
        return reported.stream()
                .filter(one -> reasons.containsKey(one.unit()))
                .map(one -> new Unrated(one.unit(), one.kind(), reasons.getOrDefault(one.unit(), List.of())))
                .toList();
    }
}
