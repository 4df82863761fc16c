package guifan.standard;

import guifan.source.Fields;
import guifan.source.FileFormat;
import guifan.source.Node;
import guifan.source.Node.Entry;
import guifan.source.Node.Mapping;
import guifan.source.Node.Scalar;
import guifan.source.Node.Sequence;
import guifan.source.Problems;
import guifan.source.Similar;
import guifan.source.Text;
import guifan.standard.Standard.AmendmentNote;
import guifan.standard.Standard.ChangeKind;
import guifan.standard.Standard.ChangeNote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** An amendment (修订): a patch file, applied to the text that it amends. */
final class Amendment {

    /** Where a part with an id may stand; the insides of rules are not among them. */
    private static final Set<String> BRANCHES =
            Set.of("areas", "indicators", "adjustments", "bonus", "penalty", "items", "facts", "grades", "caps");

    /** What an amendment says of itself and hands on to the amended text. */
    private static final List<String> OWN =
            List.of("standard", "title", "issuer", "status", "provenance", "effective", "years", "source", "attested");

    /** Without these an amendment would pass for what it amends. */
    private static final List<String> NEEDED = List.of("standard", "status", "effective");

    private final Fields fields;
    private final Problems problems;
    private final List<ChangeNote> changes = new ArrayList<>();
    private Mapping text;

    private Amendment(Mapping base, Mapping patch, Problems problems) {
        this.text = base;
        this.fields = Fields.of(patch, problems);
        this.problems = problems;
    }

    /**
     * The outcome of an amendment.
     *
     * @param text the consolidated text
     * @param correction whether it says that it is a correction (勘误), which changes no rule
     */
    record Amended(Mapping text, AmendmentNote note, boolean correction) {}

    /**
     * Returns {@code base} with {@code patch} applied.
     *
     * @param amended the id of {@code base}, which the patch has to name
     * @param rulesHash the hash of the rules of {@code base}, which the patch has to name
     * @param originalIndicators how many indicators the text as issued has
     */
    static Amended apply(
            Mapping base, Mapping patch, String amended, String rulesHash, int originalIndicators, Problems problems) {
        return new Amendment(base, patch, problems).apply(amended, rulesHash, originalIndicators);
    }

    private Amended apply(String amended, String rulesHash, int originalIndicators) {
        guard("amends", amended, "所修订的应是“%s”", "it has to amend \"%s\"");
        guard("rules-hash", rulesHash, "与所修订文本的规则不符，其散列为 %s", "it does not fit the rules it amends; their hash is %s");
        FileFormat.require(fields);
        NEEDED.forEach(fields::prose);
        fields.optionalProse("note");
        boolean correction = fields.flag("correction");
        for (String key : OWN) {
            Optional.ofNullable(fields.mapping().entries().get(key)).ifPresent(entry -> text = text.with(key, entry));
        }
        fields.sections("changes").forEach(this::change);
        fields.optionalSection("areas").ifPresent(this::areaPoints);
        checkKeys();
        AmendmentNote note = new AmendmentNote(
                text.text("standard").orElse(""),
                fields.optionalDate("effective").orElse(null),
                List.copyOf(changes),
                fields.optionalProse("note").orElse(""),
                originalIndicators);
        return new Amended(text, note, correction);
    }

    /** Checks the keys at the top; those of the changes are checked when the amended text is read. */
    private void checkKeys() {
        List<String> known = new ArrayList<>(OWN);
        known.addAll(List.of("amends", "rules-hash", "correction", "format", "note", "changes", "areas"));
        fields.mapping().entries().forEach((key, entry) -> {
            if (!known.contains(key)) {
                problems.error(
                        "unknown-key",
                        entry.keyPlace(),
                        Text.of("未知的键“%s”", "unknown key \"%s\"", key).plus(Similar.suggestion(key, known)));
            }
        });
    }

    private void guard(String key, String expected, String zh, String en) {
        if (!fields.prose(key).equals(expected)) {
            fields.error(key, key, Text.of(zh, en, expected));
        }
    }

    private void change(Fields change) {
        String reason = change.prose("reason");
        if (change.has("set")) {
            set(change, change.prose("set"), reason);
        } else if (change.has("add")) {
            add(change, change.prose("add"), reason);
        } else if (change.has("retire")) {
            String id = change.prose("retire");
            change.finish();
            replace(change, "retire", id, found -> Optional.empty());
            changes.add(new ChangeNote(ChangeKind.RETIRE, id, reason));
        } else {
            change.error("change", "reason", Text.of("应为 set、add 或 retire", "expected set, add or retire"));
        }
    }

    private void set(Fields change, String id, String reason) {
        Mapping differences = change.mapping().without("set").without("reason");
        Function<Mapping, Optional<Mapping>> edit = found -> Optional.of(set(found, differences));
        if (id.equals("standard")) {
            text = set(text, differences);
        } else {
            replace(change, "set", id, edit);
        }
        changes.add(new ChangeNote(ChangeKind.SET, id, reason));
    }

    private Mapping set(Mapping found, Mapping differences) {
        Mapping result = found;
        for (Map.Entry<String, Entry> difference : differences.entries().entrySet()) {
            String key = difference.getKey();
            Node written = difference.getValue().value();
            if (!(written instanceof Mapping)) {
                problems.error(
                        "was",
                        written.place(),
                        Text.of("应写“%1$s: {was: 原值, now: 新值}”", "write \"%1$s: {was: the old, now: the new}\"", key));
                continue;
            }
            Fields values = Fields.of(written, problems);
            Optional<Node> was = values.mapping().get("was");
            Optional<Node> actual = found.get(key);
            boolean fits = was.isPresent() == actual.isPresent()
                    && (was.isEmpty() || Node.same(was.get(), actual.orElseThrow()));
            if (!fits) {
                values.error(
                        "was",
                        "was",
                        Text.of(
                                "“%s”原为 %s，与此处所写不符",
                                "\"%s\" was %s, not what is written here",
                                key,
                                actual.map(Amendment::shown).orElse(Text.of("（无）", "nothing"))));
            }
            Optional<Entry> now = Optional.ofNullable(values.mapping().entries().get("now"));
            result = now.isPresent()
                    ? result.with(
                            key,
                            new Entry(
                                    difference.getValue().keyPlace(), now.get().value()))
                    : result.without(key);
            values.mapping().entries().forEach((word, entry) -> {
                if (!word.equals("was") && !word.equals("now")) {
                    Text message = Text.of("此处只能有 was 和 now", "only \"was\" and \"now\" stand here");
                    problems.error("unknown-key", entry.keyPlace(), message);
                }
            });
        }
        return result;
    }

    private static Text shown(Node node) {
        if (node instanceof Scalar scalar) {
            return new Text(scalar.text(), scalar.text());
        }
        return Text.of("%1$s 处的内容", "what stands at %1$s", node.place().words());
    }

    private void add(Fields change, String id, String reason) {
        Mapping indicator = new Mapping(Map.of(), change.place())
                .with("id", Objects.requireNonNull(change.mapping().entries().get("add")));
        for (Map.Entry<String, Entry> entry : change.mapping().entries().entrySet()) {
            if (!Set.of("add", "to", "after", "reason").contains(entry.getKey())) {
                indicator = indicator.with(entry.getKey(), entry.getValue());
            }
        }
        Mapping added = indicator;
        String after = change.optionalProse("after").orElse("");
        replace(change, "to", change.prose("to"), area -> Optional.of(insert(change, area, added, after)));
        changes.add(new ChangeNote(ChangeKind.ADD, id, reason));
    }

    private static Mapping insert(Fields change, Mapping area, Mapping added, String after) {
        List<Node> indicators = new ArrayList<>(area.get("indicators")
                .filter(Sequence.class::isInstance)
                .map(node -> ((Sequence) node).items())
                .orElse(List.of()));
        int at = indicators.size();
        if (!after.isEmpty()) {
            at = 1;
            while (at <= indicators.size() && !hasId(indicators.get(at - 1), after)) {
                at++;
            }
            if (at > indicators.size()) {
                change.error("after", "after", Text.of("该方面没有“%s”", "there is no \"%s\" in that area", after));
                at = indicators.size();
            }
        }
        indicators.add(at, added);
        return area.with("indicators", new Entry(change.place(), new Sequence(indicators, change.place())));
    }

    private static boolean hasId(Node node, String id) {
        return node instanceof Mapping mapping
                && mapping.text("id").filter(id::equals).isPresent();
    }

    private void areaPoints(Fields areas) {
        areas.mapping().entries().forEach((id, points) -> {
            boolean[] isArea = new boolean[1];
            Function<Mapping, Optional<Mapping>> edit = part -> {
                isArea[0] =
                        part.get("indicators").isPresent() || part.get("areas").isPresent();
                return Optional.of(isArea[0] ? part.with("points", points) : part);
            };
            text = rewrite(text, id, edit, new boolean[1]).orElse(text);
            if (!isArea[0]) {
                Text message = Text.of("没有“%s”这一方面", "there is no area \"%s\"", id);
                problems.error("unknown-id", points.keyPlace(), message);
            }
        });
    }

    private void replace(Fields change, String key, String id, Function<Mapping, Optional<Mapping>> edit) {
        boolean[] found = new boolean[1];
        text = rewrite(text, id, edit, found).orElse(text);
        if (!found[0]) {
            change.error("unknown-id", key, Text.of("所修订的文本中没有“%s”", "there is no \"%s\" in what is amended", id));
        }
    }

    /** Returns {@code node} with the part of that id edited, or nothing if that part is {@code node} and is dropped. */
    private static Optional<Mapping> rewrite(
            Mapping node, String id, Function<Mapping, Optional<Mapping>> edit, boolean[] found) {
        if (hasId(node, id)) {
            found[0] = true;
            return edit.apply(node);
        }
        Mapping result = node;
        for (Map.Entry<String, Entry> entry : node.entries().entrySet()) {
            if (found[0] || !BRANCHES.contains(entry.getKey())) {
                continue;
            }
            Node value = entry.getValue().value();
            Node changed = value;
            if (value instanceof Mapping mapping) {
                changed = rewrite(mapping, id, edit, found).orElse(mapping);
            } else if (value instanceof Sequence sequence) {
                List<Node> items = new ArrayList<>();
                for (Node item : sequence.items()) {
                    if (item instanceof Mapping mapping) {
                        rewrite(mapping, id, edit, found).ifPresent(items::add);
                    } else {
                        items.add(item);
                    }
                }
                changed = new Sequence(items, sequence.place());
            }
            result = result.with(entry.getKey(), new Entry(entry.getValue().keyPlace(), changed));
        }
        return Optional.of(result);
    }
}
