package guifan.rule;

import guifan.number.Rational;
import guifan.rule.Working.Made;
import guifan.rule.Working.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How measures become a score: a curve for every item, joined and added to a base, passed through an outer curve if
 * there is one, kept within bounds, and multiplied.
 *
 * @param deriving the measures that are worked out first
 * @param parts the items with their curves
 * @param base the points before any item counts
 * @param joining how the points of the parts become one
 * @param decay what further things count
 * @param outer a curve on the sum, or null
 * @param floor the least score, or null where the standard says that it may be negative
 * @param cap the highest score, or null for none
 * @param factor what the result is multiplied by
 */
public record Form(
        Deriving deriving,
        List<Part> parts,
        Rational base,
        Joining joining,
        Decay decay,
        @Nullable Curve outer,
        @Nullable Rational floor,
        @Nullable Rational cap,
        Rational factor) {

    /** What applies to a measure that does not count. */
    private static final Curve.Hit CLOSED = Curve.constant(Rational.ZERO).hit(Rational.ZERO);

    /**
     * An item and the points of its measures.
     *
     * @param gate when it counts, or null if always
     */
    public record Part(Item item, Curve curve, @Nullable Gate gate) {

        public Part(Item item, Curve curve) {
            this(item, curve, null);
        }
    }

    /**
     * A part counts only where another measure lies in a range.
     *
     * @param item the other measure
     * @param from inclusive
     * @param to exclusive, or null for no end
     */
    public record Gate(String item, Rational from, @Nullable Rational to) {

        /** Returns whether it is open at {@code measure}, which is there. */
        public boolean isOpenAt(Rational measure) {
            return isOpen(measure);
        }

        boolean isOpen(@Nullable Rational measure) {
            return measure != null && measure.compareTo(from) >= 0 && (to == null || measure.compareTo(to) < 0);
        }
    }

    public Form {
        parts = List.copyOf(parts);
    }

    /** Makes the form of a plain sum of parts. */
    public Form(
            List<Part> parts, Rational base, @Nullable Curve outer, @Nullable Rational floor, @Nullable Rational cap) {
        this(Deriving.NONE, parts, base, Joining.SUM, Decay.NONE, outer, floor, cap, Rational.ONE);
    }

    /** Returns the form of a single measure. */
    public static Form of(MeasureType type, Curve curve) {
        return new Form(List.of(new Part(Item.only(type), curve)), Rational.ZERO, null, Rational.ZERO, null);
    }

    /** Returns the sum of parts, not above {@code cap} if there is one. */
    public static Form sum(List<Part> parts, @Nullable Rational cap) {
        return new Form(parts, Rational.ZERO, null, Rational.ZERO, cap);
    }

    /** Returns {@code base} with the (negative) points of the parts added, not below 0. */
    public static Form deductions(Rational base, List<Part> parts) {
        return new Form(parts, base, null, Rational.ZERO, null);
    }

    Form with(Decay other) {
        return new Form(deriving, parts, base, joining, other, outer, floor, cap, factor);
    }

    Form with(Deriving other) {
        return new Form(other, parts, base, joining, decay, outer, floor, cap, factor);
    }

    Form with(Joining other, List<Part> others) {
        return new Form(deriving, others, base, other, decay, outer, floor, cap, factor);
    }

    Form times(Rational other) {
        return new Form(deriving, parts, base, joining, decay, outer, floor, cap, factor.times(other));
    }

    /** Returns whether each answer brings points by itself, which are added up. */
    public boolean isSum() {
        return deriving.equals(Deriving.NONE)
                && decay.equals(Decay.NONE)
                && joining == Joining.SUM
                && parts.stream().allMatch(part -> part.gate() == null);
    }

    /** Returns what is filled in, each item once. */
    public List<Item> items() {
        Map<String, Item> items = new LinkedHashMap<>();
        deriving.items().forEach(item -> items.put(item.id(), item));
        parts.stream()
                .map(Part::item)
                .filter(item -> !deriving.makes(item.id()))
                .forEach(item -> items.putIfAbsent(item.id(), item));
        return List.copyOf(items.values());
    }

    /** Returns what is filled in as often as it is named; what a gate lets count in several ways, once. */
    Stream<Item> everyItem() {
        Stream<Item> free = parts.stream().filter(part -> part.gate() == null).map(Part::item);
        Stream<Item> gated = parts.stream()
                .filter(part -> part.gate() != null)
                .map(Part::item)
                .distinct();
        return Stream.concat(
                deriving.items().stream(), Stream.concat(free, gated).filter(item -> !deriving.makes(item.id())));
    }

    /**
     * Returns the score of some measures, with its working.
     *
     * @param measures by item id; an item without a measure does not arise
     */
    public Working score(Map<String, Rational> measures) {
        List<Made> made = deriving.of(measures);
        Map<String, Rational> all = new HashMap<>(measures);
        made.forEach(one -> all.put(one.item(), one.value()));
        List<Term> full = new ArrayList<>();
        boolean notArising = false;
        for (Part part : parts) {
            Rational measure = all.get(part.item().id());
            notArising |= measure == null && part.item().mayNotArise();
            boolean open = part.gate() == null
                    || part.gate().isOpen(all.get(part.gate().item()));
            if (measure != null && open) {
                Curve.Hit hit = part.curve().hit(measure);
                full.add(new Term(part.item().id(), measure, hit, hit.piece().at(measure)));
            }
        }
        for (Part part : parts) {
            Rational measure = all.get(part.item().id());
            boolean said = full.stream()
                    .anyMatch(term -> term.item().equals(part.item().id()));
            if (measure != null && !said) {
                full.add(new Term(part.item().id(), measure, CLOSED, Rational.ZERO));
            }
        }
        List<Term> terms = decay.applied(full);
        Rational sum = base.plus(joining.of(terms.stream().map(Term::points).toList()));
        Rational scale = notArising && base.isZero() && outer == null ? rescaling(all) : Rational.ONE;
        Rational scaled = sum.times(scale);
        Curve.@Nullable Hit outerHit = outer == null ? null : outer.hit(scaled);
        Rational before = outerHit == null ? scaled : outerHit.piece().at(scaled);
        Rational bounded = floor == null ? before : before.max(floor);
        bounded = cap == null ? bounded : bounded.min(cap);
        return new Working(
                made, terms, base, joining, sum, scale, outerHit, before, factor, bounded.times(factor), null);
    }

    /** Returns the points of all items in relation to those that arise. */
    private Rational rescaling(Map<String, Rational> measures) {
        Rational all = Rational.ZERO;
        Rational arising = Rational.ZERO;
        for (Part part : parts) {
            Rational most = part.curve().most(part.item().type()).orElse(Rational.ZERO);
            all = all.plus(most);
            arising = measures.containsKey(part.item().id()) ? arising.plus(most) : arising;
        }
        return arising.signum() > 0 ? all.dividedBy(arising) : Rational.ONE;
    }

    /** Returns the measure of that id that is made of {@code measures}, if one is. */
    public Optional<Rational> made(Map<String, Rational> measures, String id) {
        return made(measures).stream()
                .filter(one -> one.item().equals(id))
                .map(Made::value)
                .findFirst();
    }

    /** Returns what is made of {@code measures} before the rule applies. */
    public List<Made> made(Map<String, Rational> measures) {
        return deriving.of(measures);
    }

    /** Returns the highest score that measures can reach, or nothing if there is no limit. */
    public Optional<Rational> most() {
        Optional<Rational> sum = joining == Joining.SUM ? mostOfSum() : highest(parts);
        Optional<Rational> most = sum.map(base::plus);
        if (outer != null) {
            most = outer.most(MeasureType.decimal().within(Rational.ZERO, most.orElse(null)));
        }
        Optional<Rational> bounded = cap == null
                ? most
                : Optional.of(most.map(points -> points.min(cap)).orElse(cap));
        return bounded.map(points -> points.times(factor));
    }

    private static Optional<Rational> highest(List<Part> parts) {
        Optional<Rational> highest = Optional.of(Rational.ZERO);
        for (Part part : parts) {
            Optional<Rational> most = part.curve().most(part.item().type());
            if (most.isEmpty()) {
                return most;
            }
            highest = highest.map(most.get()::max);
        }
        return highest;
    }

    /** Adds up the most of all items, where a gate makes some count: the most over the ranges of what opens it. */
    private Optional<Rational> mostOfSum() {
        Map<String, List<Part>> byGate = new LinkedHashMap<>();
        for (Part part : parts) {
            String key = part.gate() == null ? part.item().id() : part.gate().item();
            byGate.computeIfAbsent(key, id -> new ArrayList<>()).add(part);
        }
        Optional<Rational> sum = Optional.of(Rational.ZERO);
        for (Map.Entry<String, List<Part>> group : byGate.entrySet()) {
            Optional<Rational> most = most(group.getKey(), group.getValue());
            sum = sum.flatMap(soFar -> most.map(soFar::plus));
        }
        return sum;
    }

    private Optional<Rational> most(String gate, List<Part> group) {
        Item item = parts.stream()
                .map(Part::item)
                .filter(one -> one.id().equals(gate))
                .findFirst()
                .orElseThrow();
        TreeSet<Rational> edges = new TreeSet<>(List.of(item.type().least()));
        for (Part part : group) {
            if (part.gate() != null) {
                edges.add(part.gate().from());
                Optional.ofNullable(part.gate().to()).ifPresent(edges::add);
            }
        }
        Optional<Rational> best = Optional.empty();
        for (Rational from : edges) {
            @Nullable Rational to = edges.higher(from);
            if (from.compareTo(item.type().least()) < 0
                    || (item.type().most() != null && from.compareTo(item.type().most()) > 0)) {
                continue;
            }
            Optional<Rational> here = mostWithin(item, from, to, group);
            if (here.isEmpty()) {
                return here;
            }
            best = Optional.of(best.map(here.get()::max).orElse(here.get()));
        }
        return Optional.of(best.orElse(Rational.ZERO));
    }

    private static Optional<Rational> mostWithin(Item gate, Rational from, @Nullable Rational to, List<Part> group) {
        @Nullable Rational end = to == null ? gate.type().most() : to;
        Rational sum = Rational.ZERO;
        for (Part part : group) {
            if (part.gate() != null && !part.gate().isOpen(from)) {
                continue;
            }
            boolean free = part.gate() == null;
            Curve curve = free && to != null ? part.curve().before(to) : part.curve();
            Optional<Rational> most = curve.most(
                    free ? gate.type().within(from, end) : part.item().type());
            if (most.isEmpty()) {
                return most;
            }
            sum = sum.plus(most.get());
        }
        return Optional.of(sum);
    }
}
