package guifan.evaluate;

import guifan.evaluate.UnitResult.Outcome;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A standard applied to sheets: everything that was computed, with its reasons. Every output is made from it.
 *
 * @param standard the standard, as far as outputs need it
 * @param inputs the sheets that were read
 * @param year the year evaluated, or null if it is not known
 * @param stage which facts counted
 * @param units the units in the order of the roster, or of the sheets
 * @param unrated the units that could not be graded; if there are any, nothing that looks at several units is done
 * @param overrides what was changed by hand, or null
 * @param checks what checking changed, of the units that were checked
 * @param roster the list of units that was used, or null
 * @param groups what bodies that belong together come to; none while units are not rated
 * @param taken what was taken from results under other standards
 * @param history earlier results, and what follows over years
 * @param decisions the order of equal units that was decided upon, or null
 */
public record Evaluation(
        StandardCard standard,
        List<Input> inputs,
        @Nullable Integer year,
        Stage stage,
        List<UnitResult> units,
        List<Unrated> unrated,
        @Nullable Overrides overrides,
        List<UnitCheck> checks,
        @Nullable Input roster,
        List<GroupResult> groups,
        Taken taken,
        History history,
        @Nullable Decisions decisions) {

    /**
     * A sheet that was read.
     *
     * @param name the file name without its folder
     * @param sha256 of its bytes, in hexadecimal
     */
    public record Input(String name, String sha256) {}

    /** Returns this with {@code files}, the same under other names, as what was taken from. */
    public Evaluation with(Taken files) {
        return new Evaluation(
                standard, inputs, year, stage, units, unrated, overrides, checks, roster, groups, files, history,
                decisions);
    }

    public Evaluation {
        inputs = List.copyOf(inputs);
        units = DerivedUnits.copyOf(units);
        unrated = List.copyOf(unrated);
        checks = List.copyOf(checks);
        groups = List.copyOf(groups);
    }

    /** An evaluation without a list of units. */
    public Evaluation(
            StandardCard standard,
            List<Input> inputs,
            @Nullable Integer year,
            Stage stage,
            List<UnitResult> units,
            List<Unrated> unrated,
            @Nullable Overrides overrides,
            List<UnitCheck> checks) {
        this(
                standard,
                inputs,
                year,
                stage,
                units,
                unrated,
                overrides,
                checks,
                null,
                List.of(),
                Taken.NOTHING,
                History.NONE,
                null);
    }

    /** An evaluation of all units, by facts that nobody else checked. */
    public Evaluation(StandardCard standard, List<Input> inputs, @Nullable Integer year, List<UnitResult> units) {
        this(standard, inputs, year, Stage.FINAL, units, List.of(), null, List.of());
    }

    /** Returns whether some units could not be graded, so that there are no ranks. */
    public boolean isPartial() {
        return !unrated.isEmpty();
    }

    /** Returns what checking changed of an answer, if it changed something. */
    public Optional<Reduction> reduction(String unit, String id) {
        return checks.stream()
                .filter(check -> check.unit().equals(unit))
                .flatMap(check -> check.reductions().stream())
                .filter(reduction -> reduction.id().equals(id))
                .findFirst();
    }

    /** Returns the group of that name, if it is there. */
    public Optional<GroupResult> group(String name) {
        return groups.stream().filter(group -> group.name().equals(name)).findFirst();
    }

    /** Returns the name of the unit of that index, which costs less than its result. */
    public String name(int index) {
        return DerivedUnits.standings(units).get(index).unit();
    }

    /** Returns grade and rank of the unit of that index, which costs less than its result; nothing without a score. */
    public Optional<Outcome> outcome(int index) {
        return DerivedUnits.standings(units).get(index).outcome();
    }

    /** Returns the unit of that name, if it is there. */
    public Optional<UnitResult> unit(String name) {
        for (int i = 0; i < units.size(); i++) {
            if (name(i).equals(name)) {
                return Optional.of(units.get(i));
            }
        }
        return Optional.empty();
    }
}
