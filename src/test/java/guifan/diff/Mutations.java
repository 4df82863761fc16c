package guifan.diff;

import guifan.number.Rational;
import guifan.source.Node;
import guifan.source.Node.Entry;
import guifan.source.Node.Mapping;
import guifan.source.Node.Scalar;
import guifan.source.Node.Sequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Random changes of a standard's text, most of which leave it sound. */
final class Mutations {

    private Mutations() {}

    static Mapping mutate(Mapping text, Random random) {
        return switch (random.nextInt(11)) {
            case 0 -> shuffled(text, "areas", random);
            case 1 -> area(text, random, area -> shuffled(area, "indicators", random));
            case 2 -> indicator(text, random, one -> one.with("name", entry(one, "改名" + random.nextInt(99))));
            case 3 -> indicator(text, random, one -> one.with("missing", entry(one, "zero")));
            case 4 -> indicator(text, random, one -> one.without("evidence").without("basis"));
            case 5 -> indicator(text, random, one -> one.with("rule", new Entry(one.place(), rule(one, random))));
            case 6 -> grown(text, random);
            case 7 -> retired(text, random);
            case 8 -> text.with("missing", entry(text, "exclude"));
            case 9 -> nested(text, "grades", "levels", list -> threshold(list, random));
            default -> nested(text, "adjustments", "bonus", bonus -> shuffledValue(bonus, random));
        };
    }

    private static Entry entry(Node at, String text) {
        return new Entry(at.place(), new Scalar(text, at.place()));
    }

    private static Node rule(Mapping indicator, Random random) {
        Mapping rule = new Mapping(Map.of(), indicator.place());
        return switch (random.nextInt(3)) {
            case 0 -> rule.with("kind", entry(rule, "yes-no"));
            case 1 ->
                rule.with("kind", entry(rule, "deduct")).with("each", entry(rule, "0." + (1 + random.nextInt(8))));
            default ->
                rule.with("kind", entry(rule, "shortfall")).with("target", entry(rule, "" + (1 + random.nextInt(8))));
        };
    }

    private static Mapping shuffled(Mapping holder, String key, Random random) {
        List<Node> items = new ArrayList<>(Part.mappings(holder, key));
        Collections.shuffle(items, random);
        return holder.with(key, new Entry(holder.place(), new Sequence(items, holder.place())));
    }

    private static Node shuffledValue(Node node, Random random) {
        return node instanceof Mapping mapping ? shuffled(mapping, "items", random) : node;
    }

    private static Node threshold(Node node, Random random) {
        return rewrite(node, scalar -> scalar.text().equals("80") ? "7" + random.nextInt(10) : scalar.text());
    }

    private static Mapping nested(Mapping text, String outer, String key, UnaryOperator<Node> change) {
        Mapping holder = Part.mapping(text, outer).orElseThrow();
        Mapping changed = holder.with(
                key, new Entry(holder.place(), change.apply(holder.get(key).orElseThrow())));
        return text.with(outer, new Entry(text.place(), changed));
    }

    private static Mapping area(Mapping text, Random random, UnaryOperator<Mapping> change) {
        List<Node> areas = new ArrayList<>(Part.mappings(text, "areas"));
        int at = random.nextInt(areas.size());
        areas.set(at, change.apply((Mapping) areas.get(at)));
        return text.with("areas", new Entry(text.place(), new Sequence(areas, text.place())));
    }

    private static Mapping indicator(Mapping text, Random random, UnaryOperator<Mapping> change) {
        return area(text, random, area -> {
            List<Node> indicators = new ArrayList<>(Part.mappings(area, "indicators"));
            int at = random.nextInt(indicators.size());
            indicators.set(at, change.apply((Mapping) indicators.get(at)));
            return area.with("indicators", new Entry(area.place(), new Sequence(indicators, area.place())));
        });
    }

    /** Adds an indicator somewhere, with the sums following. */
    private static Mapping grown(Mapping text, Random random) {
        Mapping one = new Mapping(Map.of(), text.place())
                .with("id", entry(text, "added-" + random.nextInt(1000)))
                .with("name", entry(text, "新增" + random.nextInt(1000)))
                .with("points", entry(text, "2"));
        Mapping added = one.with("rule", new Entry(one.place(), rule(one, random)));
        return plus(
                area(text, random, area -> {
                    List<Node> indicators = new ArrayList<>(Part.mappings(area, "indicators"));
                    indicators.add(random.nextInt(indicators.size() + 1), added);
                    return plus(area, "points", Rational.of(2))
                            .with("indicators", new Entry(area.place(), new Sequence(indicators, area.place())));
                }),
                "total",
                Rational.of(2));
    }

    /** Takes an indicator away, with the sums following; or moves it to another area. */
    private static Mapping retired(Mapping text, Random random) {
        Mapping[] taken = new Mapping[1];
        Mapping left = area(text, random, area -> {
            List<Node> indicators = new ArrayList<>(Part.mappings(area, "indicators"));
            taken[0] = (Mapping) indicators.remove(random.nextInt(indicators.size()));
            return plus(area, "points", points(taken[0]).negate())
                    .with("indicators", new Entry(area.place(), new Sequence(indicators, area.place())));
        });
        if (random.nextBoolean()) {
            return plus(left, "total", points(taken[0]).negate());
        }
        return area(left, random, area -> {
            List<Node> indicators = new ArrayList<>(Part.mappings(area, "indicators"));
            indicators.add(random.nextInt(indicators.size() + 1), taken[0]);
            return plus(area, "points", points(taken[0]))
                    .with("indicators", new Entry(area.place(), new Sequence(indicators, area.place())));
        });
    }

    private static Rational points(Mapping part) {
        return Rational.parse(part.text("points").orElseThrow()).orElseThrow();
    }

    private static Mapping plus(Mapping holder, String key, Rational points) {
        Rational sum =
                Rational.parse(holder.text(key).orElseThrow()).orElseThrow().plus(points);
        return holder.with(key, entry(holder, sum.toString()));
    }

    /** Returns {@code node} with every scalar written anew. */
    static Node rewrite(Node node, Function<Scalar, String> words) {
        if (node instanceof Scalar scalar) {
            return new Scalar(words.apply(scalar), scalar.place());
        }
        if (node instanceof Sequence sequence) {
            return new Sequence(
                    sequence.items().stream().map(item -> rewrite(item, words)).toList(), sequence.place());
        }
        Mapping mapping = (Mapping) node;
        Mapping result = mapping;
        for (Map.Entry<String, Entry> entry : mapping.entries().entrySet()) {
            result = result.with(
                    entry.getKey(),
                    new Entry(
                            entry.getValue().keyPlace(),
                            rewrite(entry.getValue().value(), words)));
        }
        return result;
    }
}
