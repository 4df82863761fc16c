package guifan.evaluate;

import guifan.number.Rational;
import guifan.rule.Relative;
import guifan.rule.Working;
import guifan.standard.Indicator;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What rules that compare units look at: the measures of all of them, by indicator and, where only units of a kind are
 * compared, by kind. A unit without a measure, because it reported none or the indicator does not apply, is not
 * compared.
 */
public final class Population {

    /** Other units are not known. */
    public static final Population UNKNOWN = new Population(Map.of());

    private final Map<Group, Relative.Scale> scales;

    private Population(Map<Group, Relative.Scale> scales) {
        this.scales = scales;
    }

    /**
     * Units that are compared with one another.
     *
     * @param kind their kind, empty where kinds are not told apart
     */
    private record Group(String indicator, Relative rule, String kind) {}

    /** Returns what all units together filled in. */
    public static Population of(Standard standard, Collection<Filing> filings) {
        Map<Group, List<Rational>> measures = new HashMap<>();
        List<Indicator> relative = standard.indicators()
                .filter(indicator -> indicator.appliesTo().stream()
                        .anyMatch(kind -> rule(indicator, kind).isPresent()))
                .toList();
        for (Filing filing : relative.isEmpty() ? List.<Filing>of() : filings) {
            for (Indicator indicator : relative) {
                measure(indicator, filing)
                        .ifPresent(measure -> group(indicator, filing.kind())
                                .ifPresent(group -> measures.computeIfAbsent(group, key -> new ArrayList<>())
                                        .add(measure)));
            }
        }
        Map<Group, Relative.Scale> scales = new HashMap<>();
        measures.forEach((group, all) -> scales.put(group, group.rule().among(all)));
        return new Population(scales);
    }

    private static Optional<Relative> rule(Indicator indicator, String kind) {
        return indicator.wording(kind).rule().relative();
    }

    private static Optional<Group> group(Indicator indicator, String kind) {
        return rule(indicator, kind).map(rule -> new Group(indicator.id(), rule, rule.withinKind() ? kind : ""));
    }

    private static Optional<Rational> measure(Indicator indicator, Filing filing) {
        List<Entry> entries = filing.answer(indicator.id());
        boolean exempt = entries.stream().anyMatch(entry -> entry.state() == CellState.NOT_APPLICABLE);
        if (exempt || !indicator.appliesTo(filing.kind())) {
            return Optional.empty();
        }
        UnitFacts facts = UnitFacts.of(indicator.wording(filing.kind()).rule(), filing);
        return Optional.ofNullable(Assessment.of(indicator, filing.kind(), entries, facts, null, UNKNOWN)
                .measure());
    }

    /** Returns the score of a measure, or nothing if what it has to be compared with is not known. */
    Optional<Working> score(Indicator indicator, String kind, Rational measure) {
        return group(indicator, kind)
                .flatMap(group -> group.rule().needsOthers()
                        ? Optional.ofNullable(scales.get(group))
                        : Optional.of(group.rule().among(List.of())))
                .map(scale -> scale.score(measure));
    }
}
