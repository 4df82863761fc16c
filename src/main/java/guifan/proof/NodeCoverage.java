package guifan.proof;

import guifan.evaluate.Combined;
import guifan.evaluate.Combined.Lack;
import guifan.evaluate.Combined.Part;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.Totals;
import guifan.number.Rational;
import guifan.source.Text;
import guifan.standard.Area;
import guifan.standard.Combining;
import guifan.standard.Standard;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What areas and the base total do beside adding, and which of it some case has reached. */
final class NodeCoverage {

    private NodeCoverage() {}

    /** Lists everything that there is in {@code standard}. */
    static void declare(Standard standard, Map<String, Text> all) {
        standard.root().withInner().forEach(area -> {
            Combining combining = area.combining();
            Text name = area.id().isEmpty() ? new Text("基础分", "base total") : Text.of(area.id());
            if (combining.isAveraged()) {
                all.put(key(area, "score"), Text.of("%s：合成得分", "%s: combined", name));
            }
            if (combining.dropLowest() > 0 || combining.dropHighest() > 0) {
                all.put(key(area, "drop"), Text.of("%s：去掉的一项", "%s: a part that is dropped", name));
            }
            if (combining.atLeast() != null) {
                all.put(key(area, "floor"), Text.of("%s：达到下限", "%s: kept at the floor", name));
            }
            if (combining.atMost() != null) {
                all.put(key(area, "cap"), Text.of("%s：达到封顶", "%s: kept at the cap", name));
            }
            if (combining.coverage() != null) {
                all.put(key(area, "coverage"), Text.of("%s：覆盖不足", "%s: too little has a score", name));
            }
            if (combining.rounding() != null) {
                all.put(key(area, "round"), Text.of("%s：经过舍入", "%s: rounded", name));
            }
        });
    }

    private static String key(Area area, String what) {
        return "node:" + area.id() + ":" + what;
    }

    /** Adds to {@code reached} what {@code unit} reached. */
    static void visit(Standard standard, UnitResult unit, Set<String> reached) {
        @Nullable Totals totals = unit.totals();
        visit(standard.root(), unit.combined(), totals == null ? Rational.ZERO : totals.possible(), reached);
        standard.areas().stream()
                .flatMap(Area::withInner)
                .forEach(area -> unit.area(area.id())
                        .ifPresent(result -> visit(area, result.combined(), result.possible(), reached)));
    }

    private static void visit(Area area, @Nullable Combined combined, Rational possible, Set<String> reached) {
        if (combined == null) {
            return;
        }
        Combining combining = area.combining();
        if (combined.lack() == Lack.COVERAGE) {
            reached.add(key(area, "coverage"));
        }
        if (combined.lack() != Lack.NONE) {
            return;
        }
        reached.add(key(area, "score"));
        if (combined.parts().stream().anyMatch(Part::isUnused)) {
            reached.add(key(area, "drop"));
        }
        Rational before = combined.factor() == null
                ? combined.before()
                : combined.before().times(combined.factor());
        Rational bounded = combining.bounded(before, possible);
        if (bounded.compareTo(before) > 0) {
            reached.add(key(area, "floor"));
        }
        if (bounded.compareTo(before) < 0) {
            reached.add(key(area, "cap"));
        }
        if (combining.rounding() != null && !combining.rounding().apply(bounded).equals(bounded)) {
            reached.add(key(area, "round"));
        }
    }
}
