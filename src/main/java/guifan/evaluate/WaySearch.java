package guifan.evaluate;

import guifan.evaluate.Lever.Candidate;
import guifan.evaluate.UnitResult.Totals;
import guifan.evaluate.Ways.Answer;
import guifan.evaluate.Ways.Change;
import guifan.evaluate.Ways.Way;
import guifan.number.Rational;
import guifan.number.Rounding;
import guifan.standard.Area;
import guifan.standard.Grades.Cap;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Searches the cheapest ways of a unit to a grade: all sets of up to three indicators, beyond that the largest gains
 * first. Gains tell which sets are worth a try; what counts is the evaluation of the changed answers.
 */
public final class WaySearch {

    /** Sets of so many indicators are all tried. */
    public static final int EXACTLY = 3;

    /** Sets of so many are all tried where gains tell nothing, because they depend on one another. */
    private static final int FEW = 2;

    /** So many ways are returned at most. */
    public static final int MOST_WAYS = 5;

    private final Standard standard;
    private final Evaluator evaluator;
    private final Filing filing;
    private final UnitResult now;
    private final int target;
    private final List<Lever> levers;
    /** The indicators that have to change, because a cap stands in the way. */
    private final Set<String> forced = new HashSet<>();

    private WaySearch(Standard standard, UnitResult unit, int target) {
        this.standard = standard;
        this.evaluator = new Evaluator(standard);
        this.filing = Filing.of(standard, unit);
        this.now = evaluator.evaluate(filing);
        this.target = target;
        this.levers = new ArrayList<>(new Levers(standard, filing, now).all());
    }

    /** Returns the ways of {@code unit}, a result under {@code standard}, to the grade of index {@code target}. */
    public static Ways of(Standard standard, UnitResult unit, int target) {
        return new WaySearch(standard, unit, target).search();
    }

    private Ways search() {
        if (now.outcome() == null) {
            return ways(Answer.NO_SCORE, List.of(), true, List.of(), now);
        }
        if (reaches(now)) {
            return ways(Answer.REACHED, List.of(), true, List.of(), now);
        }
        List<String> hindering = standard.grades().caps().stream()
                .filter(cap -> cap.atMost() > target)
                .filter(cap -> !keepClear(cap))
                .map(Cap::id)
                .toList();
        UnitResult utmost = evaluate(utmost());
        if (!hindering.isEmpty()) {
            return ways(Answer.CAPPED, List.of(), true, hindering, utmost);
        }
        if (!reaches(utmost)) {
            return ways(Answer.OUT_OF_REACH, List.of(), true, List.of(), utmost);
        }
        boolean linear = isAdding();
        for (int size = Math.max(1, forced.size()); size <= (linear ? EXACTLY : FEW); size++) {
            List<Way> found = sets(size);
            if (!found.isEmpty()) {
                return ways(Answer.FOUND, found, linear, List.of(), utmost);
            }
        }
        return ways(Answer.FOUND, List.of(way(greedy())), false, List.of(), utmost);
    }

    private Ways ways(Answer answer, List<Way> found, boolean exact, List<String> hindering, UnitResult utmost) {
        List<String> lifted = now.outcome() == null || found.isEmpty()
                ? List.of()
                : now.outcome().caps().stream()
                        .filter(cap -> found.stream().noneMatch(way -> holds(cap, way.result())))
                        .toList();
        return new Ways(target, answer, now, found, exact, hindering, lifted, utmost);
    }

    /** Returns whether gains of indicators add up to what a line is held against, and nothing else is asked. */
    private boolean isAdding() {
        return standard.isLinear()
                && standard.grades().byArea() == null
                && standard.grades().levels().stream()
                        .limit(target + 1)
                        .allMatch(level -> level.requires().isEmpty());
    }

    private boolean reaches(UnitResult result) {
        return result.outcome() != null && result.outcome().grade() <= target;
    }

    private UnitResult evaluate(Map<Lever, Candidate> chosen) {
        Map<String, List<Entry>> changed = new HashMap<>();
        chosen.forEach((lever, candidate) -> changed.put(lever.indicator(), candidate.entries()));
        return evaluator.evaluate(filing.with(changed));
    }

    /** Keeps of the lever that a cap looks at only what is clear of the cap, and returns whether that can be had. */
    private boolean keepClear(Cap cap) {
        boolean inTheWay = holds(cap.id(), now);
        for (int i = 0; i < levers.size(); i++) {
            Lever lever = levers.get(i);
            if (cap.when().endsAt(lever.indicator()).isPresent()) {
                List<Candidate> clear = lever.candidates().stream()
                        .filter(candidate -> isLifted(cap.id(), lever, candidate))
                        .toList();
                levers.set(i, new Lever(lever.indicator(), clear));
                if (inTheWay) {
                    forced.add(lever.indicator());
                }
                return !inTheWay || !clear.isEmpty();
            }
        }
        return !inTheWay;
    }

    private boolean isLifted(String cap, Lever lever, Candidate candidate) {
        return !holds(cap, evaluate(Map.of(lever, candidate)));
    }

    private static boolean holds(String cap, UnitResult result) {
        return result.outcome() == null || result.outcome().caps().contains(cap);
    }

    private List<Candidate> frontier(Lever lever) {
        return lever.frontier(forced.contains(lever.indicator()));
    }

    private Map<Lever, Candidate> utmost() {
        Map<Lever, Candidate> chosen = new LinkedHashMap<>();
        for (Lever lever : levers) {
            List<Candidate> frontier = frontier(lever);
            if (!frontier.isEmpty()) {
                chosen.put(lever, frontier.get(frontier.size() - 1));
            }
        }
        return chosen;
    }

    /**
     * Returns what the gains must add up to at least; what is rounded may reach a line a little earlier, which is
     * allowed for.
     */
    private Rational need() {
        Rational line = standard.grades().levels().get(target).atLeast();
        Totals totals = Objects.requireNonNull(now.totals());
        if (line == null) {
            return Rational.ZERO;
        }
        Rational total = totals.exact();
        Rational slack = unit(standard.rounding().base()).plus(areaSlack());
        if (standard.grades().onFinal()) {
            total = total.plus(totals.bonus()).minus(totals.penalty());
            slack = slack.plus(unit(standard.rounding().finalTotal()));
        }
        return line.minus(total).minus(slack);
    }

    /** Returns what rounded areas may gain together beyond what their indicators gain, after re-basing. */
    private Rational areaSlack() {
        Rational slack = Rational.ZERO;
        for (Area area : standard.areas().stream().flatMap(Area::withInner).toList()) {
            @Nullable Rounding own = area.combining().rounding();
            Rational unit = unit(own == null ? standard.rounding().area() : own);
            Rational factor = now.area(area.id())
                    .filter(result -> result.possible().signum() > 0)
                    .map(result -> result.most().dividedBy(result.possible()))
                    .orElse(Rational.ZERO);
            slack = slack.plus(unit.times(factor));
        }
        return slack;
    }

    private static Rational unit(@Nullable Rounding rounding) {
        Rational unit = Rational.ONE;
        for (int i = 0; rounding != null && i < rounding.scale(); i++) {
            unit = unit.dividedBy(Rational.of(10));
        }
        return rounding == null ? Rational.ZERO : unit;
    }

    /** Returns the cheapest ways that change {@code size} indicators. */
    private List<Way> sets(int size) {
        List<Map<Lever, Candidate>> found = new ArrayList<>();
        List<Lever> must = levers.stream()
                .filter(lever -> forced.contains(lever.indicator()))
                .toList();
        List<Lever> free = levers.stream()
                .filter(lever -> !forced.contains(lever.indicator()))
                .filter(lever -> lever.best().isPresent())
                .toList();
        if (isAdding()) {
            CheapestSet search =
                    new CheapestSet(this::frontier, chosen -> reaches(evaluate(chosen)), need(), MOST_WAYS);
            search.extend(must, free, 0, size - must.size(), found);
        } else {
            tried(must, free, 0, size - must.size(), found);
        }
        return found.stream()
                .map(this::trimmed)
                .map(this::way)
                .sorted(Comparator.comparing(Way::steps))
                .limit(MOST_WAYS)
                .toList();
    }

    /** Adds to {@code found} the sets that reach the grade with all that their indicators can bring. */
    private void tried(List<Lever> chosen, List<Lever> free, int from, int more, List<Map<Lever, Candidate>> found) {
        if (more == 0) {
            Map<Lever, Candidate> best = new LinkedHashMap<>();
            for (Lever lever : chosen) {
                List<Candidate> frontier = frontier(lever);
                if (frontier.isEmpty()) {
                    return;
                }
                best.put(lever, frontier.get(frontier.size() - 1));
            }
            if (!best.isEmpty() && reaches(evaluate(best))) {
                found.add(best);
            }
            return;
        }
        for (int i = from; i <= free.size() - more; i++) {
            List<Lever> extended = new ArrayList<>(chosen);
            extended.add(free.get(i));
            tried(extended, free, i + 1, more - 1, found);
        }
    }

    /** Takes back every step that is not needed: the fewest steps of each indicator, at equal steps the least gain. */
    private Map<Lever, Candidate> trimmed(Map<Lever, Candidate> chosen) {
        Map<Lever, Candidate> trimmed = new LinkedHashMap<>(chosen);
        List<Lever> dearestFirst = chosen.entrySet().stream()
                .sorted(Comparator.comparing(
                        one -> one.getValue().gain().dividedBy(one.getValue().steps())))
                .map(Map.Entry::getKey)
                .toList();
        for (Lever lever : dearestFirst) {
            Rational steps = Objects.requireNonNull(trimmed.get(lever)).steps();
            for (Candidate candidate : lever.candidates()) {
                Map<Lever, Candidate> less = new LinkedHashMap<>(trimmed);
                less.put(lever, candidate);
                if (candidate.steps().compareTo(steps) <= 0 && reaches(evaluate(less))) {
                    trimmed = less;
                    break;
                }
            }
        }
        return trimmed;
    }

    private Map<Lever, Candidate> greedy() {
        Map<Lever, Candidate> chosen = new LinkedHashMap<>();
        Map<Lever, Candidate> best = utmost();
        levers.stream()
                .filter(lever -> forced.contains(lever.indicator()))
                .forEach(lever -> chosen.put(lever, Objects.requireNonNull(best.get(lever))));
        for (Lever lever : Levers.byGain(levers)) {
            if (reaches(evaluate(chosen))) {
                break;
            }
            chosen.put(lever, Objects.requireNonNull(best.get(lever)));
        }
        return trimmed(chosen);
    }

    private Way way(Map<Lever, Candidate> chosen) {
        List<Change> changes = levers.stream()
                .filter(chosen::containsKey)
                .map(lever -> change(lever, Objects.requireNonNull(chosen.get(lever))))
                .toList();
        return new Way(changes, evaluate(chosen));
    }

    private static Change change(Lever lever, Candidate candidate) {
        return new Change(lever.indicator(), candidate.shifts(), candidate.steps());
    }
}
