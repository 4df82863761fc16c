package guifan.standard;

import guifan.number.Rational;
import guifan.source.Location;
import guifan.source.Text;
import guifan.standard.Streak.Consequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Grades with their thresholds, conditions, quotas and caps.
 *
 * @param onFinal whether the final total decides, otherwise the base total or an area
 * @param byArea the area whose points decide, re-based where part of it does not apply; null for a total
 * @param compareRounded whether the rounded total is compared, otherwise the exact one
 * @param levels from the best grade down
 * @param caps what lowers a grade
 * @param consequences what follows from grades over years
 */
public record Grades(
        boolean onFinal,
        @Nullable Area byArea,
        boolean compareRounded,
        List<Level> levels,
        List<Cap> caps,
        List<Consequence> consequences) {

    /**
     * One grade.
     *
     * @param atLeast the inclusive lower bound of the total, or null where there is none
     * @param requires what a unit must meet besides, otherwise it has the next grade at most
     * @param quota how many units may have the grade, or null
     * @param then what follows from it, empty if nothing
     * @param rectifyDays the days within which the unit has to put things right, or null
     * @param attested what the source document says of it, empty if nothing
     */
    public record Level(
            String name,
            @Nullable Rational atLeast,
            List<Claim> requires,
            @Nullable Quota quota,
            String then,
            @Nullable Integer rectifyDays,
            String attested,
            Location place) {

        /**
         * Returns whether its line is below that of a better grade; it may be the same where that one has places, so
         * that whoever gets none has this grade.
         */
        public boolean isBelow(Level better) {
            if (atLeast == null || better.atLeast == null) {
                return true;
            }
            int order = atLeast.compareTo(better.atLeast);
            return order < 0 || (order == 0 && better.quota != null);
        }

        /** Returns conditions and quota in words, nothing if there are none. */
        public Text terms() {
            List<Text> terms =
                    new ArrayList<>(requires.stream().map(Claim::words).toList());
            if (quota != null) {
                terms.add(quota.words());
            }
            return Text.join(terms, "；", "; ");
        }
    }

    /**
     * A limit on the grade of units that meet a condition.
     *
     * @param atMost the index of the best grade that is left, in {@link Grades#levels}
     */
    public record Cap(String id, Condition when, int atMost, String reason) {}

    /** When a cap holds. A condition on what does not apply is false, on what was not reported (未报) true. */
    public sealed interface Condition {
        boolean holds(Circumstances unit);

        /** Returns it in words, with the names that {@code standard} gives. */
        Text words(Standard standard);

        /** Returns the measure of {@code indicator} from which on this no longer holds, if it looks at that one. */
        default Optional<Rational> endsAt(String indicator) {
            return Optional.empty();
        }

        /** Returns what it asks of earlier years, if it looks back. */
        default Optional<Streak> streak() {
            return Optional.empty();
        }

        /** Returns the id of the limit or the key of the streak that it is about, if it is about one. */
        default Optional<String> about() {
            return Optional.empty();
        }
    }

    /** What conditions may ask about a unit. */
    public interface Circumstances {

        /** Returns the answer to a fact, or nothing if it was not reported. */
        Optional<Boolean> fact(String id);

        /** Returns the measure of an indicator, or nothing if it has none. */
        Optional<Rational> measure(String indicator);

        /** Returns what was filled in for an item of an indicator, or nothing if nothing was. */
        Optional<Rational> item(String indicator, String item);

        boolean isNotReported(String indicator);

        /** Returns whether an indicator that applies to the unit has a score of 0 or less. */
        boolean isExhausted(String indicator);

        /** Returns the points of an area or indicator, or nothing if it does not apply. */
        Optional<Rational> points(String id);

        /** Returns which share of its points an area or indicator reached, or nothing if it does not apply. */
        Optional<Rational> rate(String id);

        /** Returns whether others came first, up to the limit of that id, or a streak of that key holds. */
        boolean isBeyond(String limit);

        /** Returns whether some indicator was marked 作假. */
        boolean hasFalseMaterial();
    }

    /** A fact was answered with 是 ({@code yes}) or 否. */
    public record FactIs(String fact, boolean yes) implements Condition {
        @Override
        public boolean holds(Circumstances unit) {
            return unit.fact(fact).map(answer -> answer == yes).orElse(true);
        }

        @Override
        public Text words(Standard standard) {
            String name = standard.facts().stream()
                    .filter(one -> one.id().equals(fact))
                    .map(Standard.Fact::name)
                    .findFirst()
                    .orElse(fact);
            return yes ? Text.of("“%s”为是", "\"%s\" is yes", name) : Text.of("“%s”为否", "\"%s\" is no", name);
        }
    }

    /** The measure of an indicator is below a bound. */
    public record Below(String indicator, Rational bound) implements Condition {
        @Override
        public boolean holds(Circumstances unit) {
            return unit.isNotReported(indicator)
                    || unit.measure(indicator)
                            .map(measure -> measure.compareTo(bound) < 0)
                            .orElse(false);
        }

        @Override
        public Optional<Rational> endsAt(String id) {
            return id.equals(indicator) ? Optional.of(bound) : Optional.empty();
        }

        @Override
        public Text words(Standard standard) {
            return Text.of("“%s”实绩低于 %s", "\"%s\": measure below %s", standard.nameOf(indicator), bound);
        }
    }

    /** An indicator has no points left (扣完). */
    public record Exhausted(String indicator) implements Condition {
        @Override
        public boolean holds(Circumstances unit) {
            return unit.isExhausted(indicator);
        }

        @Override
        public Text words(Standard standard) {
            return Text.of("“%s”没有得分", "\"%s\" has no points left", standard.nameOf(indicator));
        }
    }

    /** Areas or indicators compare with a bound. */
    public record Holds(Claim claim) implements Condition {
        @Override
        public boolean holds(Circumstances unit) {
            return claim.holds(unit);
        }

        @Override
        public Text words(Standard standard) {
            return claim.words();
        }
    }

    /** The unit had some grades in earlier years. */
    public record Had(Streak had) implements Condition {
        @Override
        public boolean holds(Circumstances unit) {
            return unit.isBeyond(had.key());
        }

        @Override
        public Text words(Standard standard) {
            return had.words();
        }

        @Override
        public Optional<String> about() {
            return Optional.of(had.key());
        }

        @Override
        public Optional<Streak> streak() {
            return Optional.of(had);
        }
    }

    /** It came too late for a limit on how many may have something in common. */
    public record Beyond(String limit) implements Condition {
        @Override
        public boolean holds(Circumstances unit) {
            return unit.isBeyond(limit);
        }

        @Override
        public Text words(Standard standard) {
            return standard.bodies().limits().stream()
                    .filter(one -> one.id().equals(limit))
                    .map(Bodies.Limit::words)
                    .findFirst()
                    .orElse(Text.of(limit));
        }

        @Override
        public Optional<String> about() {
            return Optional.of(limit);
        }
    }

    /** Some indicator was marked 作假. */
    public record FalseMaterial() implements Condition {
        @Override
        public boolean holds(Circumstances unit) {
            return unit.hasFalseMaterial();
        }

        @Override
        public Text words(Standard standard) {
            return new Text("有指标被认定为“作假”", "some indicator is marked 作假 (false)");
        }
    }

    /** Returns this with another lower bound of the grade of index {@code level}. */
    public Grades withLine(int level, Rational atLeast) {
        List<Level> changed = new ArrayList<>(levels);
        Level was = levels.get(level);
        changed.set(
                level,
                new Level(
                        was.name(),
                        atLeast,
                        was.requires(),
                        was.quota(),
                        was.then(),
                        was.rectifyDays(),
                        was.attested(),
                        was.place()));
        return new Grades(onFinal, byArea, compareRounded, List.copyOf(changed), caps, consequences);
    }

    /** Returns the index of the grade that {@code total} reaches. */
    public int reached(Rational total) {
        for (int i = 0; i < levels.size(); i++) {
            Rational bound = levels.get(i).atLeast();
            if (bound == null || total.compareTo(bound) >= 0) {
                return i;
            }
        }
        return levels.size() - 1;
    }
}
