package guifan.evaluate;

import guifan.evaluate.History.Follow;
import guifan.evaluate.History.Past;
import guifan.evaluate.History.UnitHistory;
import guifan.number.Rational;
import guifan.source.Names;
import guifan.source.Problems;
import guifan.source.Text;
import guifan.standard.Grades.Cap;
import guifan.standard.Standard;
import guifan.standard.StandardId;
import guifan.standard.Streak;
import guifan.standard.Streak.Consequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Earlier results of the units that are evaluated: what they were, and whether grades over years hold. */
final class PastResults {

    /** Nothing is known of earlier years. */
    static final PastResults NONE = new PastResults(List.of(), null, null);

    private final List<OtherResult> results;
    private final @Nullable Integer year;
    private final @Nullable Roster roster;

    private PastResults(List<OtherResult> results, @Nullable Integer year, @Nullable Roster roster) {
        this.results = results;
        this.year = year;
        this.roster = roster;
    }

    /** Returns those of {@code given} that can be looked back at, the latest first; the others are reported. */
    static PastResults of(
            Standard standard,
            @Nullable Integer year,
            List<OtherResult> given,
            @Nullable Roster roster,
            Problems problems) {
        Set<Integer> years = new HashSet<>();
        List<OtherResult> sorted = given.stream()
                .sorted(Comparator.comparing(PastResults::year).reversed().thenComparing(OtherResult::sha256))
                .toList();
        for (OtherResult one : sorted) {
            Evaluation result = one.evaluation();
            @Nullable Integer of = result.year();
            String id = result.standard().id();
            if (!system(id).equals(system(standard.identity().id()))) {
                refuse(
                        problems,
                        "history-standard",
                        one,
                        Text.of("不是同一评价的往年结果（%s）", "is no earlier result of this evaluation (%s)", id));
            } else if (year == null || of == null || of >= year) {
                refuse(
                        problems,
                        "history-year",
                        one,
                        Text.of(
                                "应为 %s 年度以前的结果，年度是 %s；年度不明的请用 --year 给出",
                                "has to be of a year before %s, and is of %s; where a year is unknown, say --year",
                                year == null ? "?" : year,
                                of == null ? "?" : of));
            } else if (result.stage() != Stage.FINAL || result.isPartial()) {
                refuse(
                        problems,
                        "history-provisional",
                        one,
                        Text.of("不是终评，或有未评的单位", "is not final, or leaves units unrated"));
            } else if (!years.add(of)) {
                refuse(
                        problems,
                        "history-twice",
                        one,
                        Text.of("%s 年度已有另一份结果", "there is another result of the year %s", of));
            }
        }
        return new PastResults(sorted, year, roster);
    }

    private static Integer year(OtherResult one) {
        return Optional.ofNullable(one.evaluation().year()).orElse(0);
    }

    /** Editions of one system lie in one folder. */
    private static String system(String id) {
        String edition = StandardId.parse(id).edition();
        return edition.substring(0, edition.lastIndexOf('/') + 1);
    }

    private static void refuse(Problems problems, String code, OtherResult one, Text message) {
        problems.error(code, one.place(), message);
    }

    /** Returns the conditions on earlier years that hold for a unit, by their keys. */
    Set<String> held(Standard standard, String unit) {
        Set<String> held = new HashSet<>();
        for (Streak streak : streaks(standard)) {
            if (streak.holds(had(streak, unit, Optional.empty()))) {
                held.add(streak.key());
            }
        }
        return held;
    }

    static List<Streak> streaks(Standard standard) {
        return standard.grades().caps().stream()
                .flatMap(cap -> cap.when().streak().stream())
                .toList();
    }

    /** Returns what is known of {@code units} over years, if the standard looks back or results were given. */
    History history(Standard standard, List<UnitResult> units) {
        List<Consequence> consequences = standard.grades().consequences();
        if (results.isEmpty() && consequences.isEmpty() && streaks(standard).isEmpty()) {
            return History.NONE;
        }
        List<UnitHistory> all = new ArrayList<>();
        for (UnitResult unit : units) {
            List<Follow> follows = new ArrayList<>();
            for (Cap cap : standard.grades().caps()) {
                cap.when()
                        .streak()
                        .flatMap(streak -> judge(streak, unit.unit(), Optional.empty()))
                        .ifPresent(missing -> follows.add(new Follow(cap.id(), true, cap.reason(), missing)));
            }
            String now = unit.outcome() == null
                    ? ""
                    : standard.grades().levels().get(unit.outcome().grade()).name();
            for (Consequence one : consequences) {
                judge(one.streak(), unit.unit(), Optional.of(now))
                        .ifPresent(missing -> follows.add(new Follow(one.id(), false, one.then(), missing)));
            }
            all.add(new UnitHistory(unit.unit(), past(unit.unit()), follows));
        }
        return new History(results.stream().map(OtherResult::source).toList(), all);
    }

    /**
     * Returns nothing if a streak does not hold, no years if it holds, otherwise those that would have to be known.
     *
     * @param thisYear the grade of this year, empty if there is none; nothing where this year does not count
     */
    private Optional<List<String>> judge(Streak streak, String unit, Optional<String> thisYear) {
        int latest = year == null ? 0 : thisYear.isPresent() ? year : year - 1;
        return streak.judge(had(streak, unit, thisYear))
                .map(open ->
                        open.stream().map(back -> String.valueOf(latest - back)).toList());
    }

    /** Returns the grades that a streak looks at, the latest first. */
    private List<Optional<String>> had(Streak streak, String unit, Optional<String> thisYear) {
        List<Optional<String>> had = new ArrayList<>();
        thisYear.ifPresent(grade -> had.add(thisYear));
        if (streak.years() == 0) {
            results.forEach(one -> had.add(grade(one, unit)));
        }
        for (int back = 1; year != null && had.size() < streak.years(); back++) {
            int wanted = year - back;
            had.add(results.stream()
                    .filter(one -> year(one) == wanted)
                    .findFirst()
                    .flatMap(one -> grade(one, unit)));
        }
        return had;
    }

    private Optional<String> grade(OtherResult result, String unit) {
        return find(result, unit).map(found -> grade(result, found));
    }

    private Optional<UnitResult> find(OtherResult result, String unit) {
        return result.evaluation().units().stream()
                .filter(one -> Names.normalise(known(one.unit())).equals(Names.normalise(unit)))
                .findFirst();
    }

    private String known(String name) {
        return Optional.ofNullable(roster)
                .flatMap(list -> list.find(name))
                .map(Roster.Member::unit)
                .orElse(name);
    }

    private static String grade(OtherResult result, UnitResult unit) {
        return unit.outcome() == null
                ? ""
                : result.evaluation()
                        .standard()
                        .grades()
                        .get(unit.outcome().grade())
                        .name();
    }

    private List<Past> past(String unit) {
        List<Past> past = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            OtherResult result = results.get(i);
            Optional<UnitResult> found = find(result, unit);
            if (found.isPresent()) {
                UnitResult then = found.get();
                past.add(new Past(
                        i,
                        grade(result, then),
                        then.totals() == null ? null : then.totals().finalTotal(),
                        then.outcome() == null ? Rational.ZERO : then.outcome().rank()));
            }
        }
        return past;
    }
}
