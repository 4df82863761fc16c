package guifan.proof;

import guifan.number.Rational;
import guifan.rule.Curve;
import guifan.rule.Form;
import guifan.rule.Item;
import guifan.rule.MeasureType;
import guifan.rule.Rule;
import guifan.rule.Rule.Shape;
import guifan.standard.Question;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The answers to a question just below, at and above every edge of its rule. */
final class EdgeAnswers {

    /** How far from an edge of a measure that has no step of its own. */
    private static final Rational BESIDE = Rational.of(1, 100);

    private final Standard standard;
    private final Question question;
    private final Rule rule;
    private final Form form;

    EdgeAnswers(Standard standard, Question question, Rule rule, Form form) {
        this.standard = standard;
        this.question = question;
        this.rule = rule;
        this.form = form;
    }

    /** Returns answers as cells hold them. */
    List<String> all() {
        String evidence = question.evidence().isEmpty() ? "" : "（" + question.evidence() + "）";
        if (question.shape() == Shape.SINGLE) {
            return edges(question.items().get(0), question.id()).stream()
                    .map(value -> question.items().get(0).type().show(value) + evidence)
                    .toList();
        }
        List<Item> items = form.items();
        List<String> answers = new ArrayList<>();
        if (question.shape() == Shape.CHECKLIST) {
            answers.add("全");
            for (int i = 0; i < items.size(); i++) {
                answers.add("缺：" + items.get(i).name());
                Optional.of(items.get(i))
                        .filter(Item::mayNotArise)
                        .ifPresent(item -> answers.add("全；不涉及：" + item.name()));
                if (items.get(i).type().kind() == MeasureType.Kind.TIMELY) {
                    answers.add("迟报：" + items.get(i).name());
                }
            }
            for (int missing = 2; missing < items.size(); missing++) {
                answers.add("缺："
                        + String.join(
                                "、",
                                items.subList(0, missing).stream()
                                        .map(Item::name)
                                        .toList()));
            }
            answers.add("无");
            for (int n = 0; question.counted() != null && n <= items.size(); n++) {
                answers.add(String.valueOf(n));
            }
        } else {
            answers.addAll(derived());
        }
        if (answers.isEmpty()) {
            answers.add(counts(question, items, null, Rational.ZERO, evidence));
            for (Item item : items) {
                edges(item, "").stream()
                        .filter(value -> value.signum() > 0)
                        .forEach(value -> answers.add(counts(question, items, item, value, evidence)));
            }
            if (question.shape() == Shape.ITEMS) {
                items.forEach(item ->
                        edges(item, "").forEach(value -> beside(item, value).ifPresent(answers::add)));
            }
        }
        return answers;
    }

    /** Returns answers that bring what is made of them to every edge, and close to it. */
    private Set<String> derived() {
        Set<String> answers = new LinkedHashSet<>();
        rule.aboutResult().forEach(answer -> answers.add(written(answer)));
        for (Form.Part part : form.parts()) {
            List<Rational> marks = new ArrayList<>(
                    part.curve().pieces().stream().map(Curve.Piece::from).toList());
            marks.addAll(end(part.curve()));
            for (Rational mark : marks) {
                List<Map<String, Rational>> pool = rule.leadingTo(mark).stream()
                        .filter(this::isSound)
                        .filter(answer -> isOpen(part, answer))
                        .toList();
                nearest(pool, part, value -> value.compareTo(mark) < 0, true).ifPresent(answers::add);
                nearest(pool, part, value -> value.equals(mark), true).ifPresent(answers::add);
                nearest(pool, part, value -> value.compareTo(mark) > 0, false).ifPresent(answers::add);
            }
        }
        return answers;
    }

    private boolean isSound(Map<String, Rational> answer) {
        boolean allowed = form.items().stream()
                .allMatch(item -> Optional.ofNullable(answer.get(item.id()))
                        .filter(value -> isAllowed(value, item.type()))
                        .isPresent());
        return allowed
                && rule.complaints(answer).isEmpty()
                && rule.fallback(answer).isEmpty();
    }

    private boolean isOpen(Form.Part part, Map<String, Rational> answer) {
        Form.Gate gate = part.gate();
        return gate == null
                || form.made(answer, gate.item()).filter(gate::isOpenAt).isPresent();
    }

    /** Returns the answer whose measure is the highest, or the lowest, of those that satisfy {@code side}. */
    private Optional<String> nearest(
            List<Map<String, Rational>> pool, Form.Part part, Predicate<Rational> side, boolean highest) {
        @Nullable Map<String, Rational> found = null;
        @Nullable Rational best = null;
        for (Map<String, Rational> answer : pool) {
            Rational value = form.made(answer, part.item().id()).filter(side).orElse(null);
            boolean better = value != null && (best == null || value.compareTo(best) * (highest ? 1 : -1) > 0);
            found = better ? answer : found;
            best = better ? value : best;
        }
        return Optional.ofNullable(found).map(this::written);
    }

    private String written(Map<String, Rational> answer) {
        return String.join(
                "；",
                form.items().stream()
                        .map(item ->
                                item.name() + "：" + item.type().show(answer.getOrDefault(item.id(), Rational.ZERO)))
                        .toList());
    }

    /** Returns an answer with {@code value} where it is not sound beside the least of the others, but beside more. */
    private Optional<String> beside(Item item, Rational value) {
        Map<String, Rational> answer = new HashMap<>();
        form.items().forEach(other -> answer.put(other.id(), other.type().least()));
        answer.put(item.id(), value);
        if (rule.complaints(answer).isEmpty()) {
            return Optional.empty();
        }
        for (Item other : form.items()) {
            MeasureType type = other.type();
            for (Rational more = type.least();
                    !other.equals(item)
                            && type.step() != null
                            && type.most() != null
                            && more.compareTo(type.most()) <= 0;
                    more = more.plus(type.step())) {
                Map<String, Rational> changed = new HashMap<>(answer);
                changed.put(other.id(), more);
                if (rule.complaints(changed).isEmpty()) {
                    return Optional.of(written(changed));
                }
            }
        }
        return Optional.empty();
    }

    private static String counts(
            Question question, List<Item> items, @Nullable Item one, Rational value, String evidence) {
        if (question.shape() == Shape.LEVELS) {
            return one == null ? "无" : one.name() + value + evidence;
        }
        String colon = question.shape() == Shape.ITEMS ? "：" : "";
        String separator = question.shape() == Shape.ITEMS ? "；" : " ";
        return String.join(
                separator,
                items.stream()
                        .map(item -> item.name()
                                + colon
                                + item.type()
                                        .show(
                                                item.equals(one)
                                                        ? value
                                                        : item.type().least()))
                        .toList());
    }

    /** Returns the measures at and beside every edge, as far as they can be filled in. */
    private List<Rational> edges(Item item, String indicator) {
        MeasureType type = item.type();
        Rational beside = type.step() == null ? BESIDE : type.step();
        TreeSet<Rational> edges = new TreeSet<>();
        List<Rational> marks = new ArrayList<>(List.of(type.least()));
        Optional.ofNullable(type.most()).ifPresent(marks::add);
        for (Form.Part part : form.parts()) {
            if (part.item().id().equals(item.id())) {
                part.curve().pieces().stream().map(Curve.Piece::from).forEach(marks::add);
                marks.addAll(end(part.curve()));
            }
            if (part.gate() != null && part.gate().item().equals(item.id())) {
                marks.add(part.gate().from());
            }
        }
        standard.grades().caps().stream()
                .flatMap(cap -> cap.when().endsAt(indicator).stream())
                .forEach(marks::add);
        for (Rational mark : marks) {
            Rational steps = mark.minus(type.least()).dividedBy(beside);
            boolean onGrid = steps.isWhole();
            Rational floor = type.least().plus(steps.floor().times(beside));
            Stream.of(onGrid ? mark.minus(beside) : floor, onGrid ? mark : floor.plus(beside), mark.plus(beside))
                    .map(value -> type.least()
                            .plus(value.minus(type.least())
                                    .dividedBy(beside)
                                    .floor()
                                    .times(beside)))
                    .forEach(edges::add);
        }
        return edges.stream().filter(value -> isAllowed(value, type)).toList();
    }

    /** Returns where a last piece that rises or falls without end meets the cap or the floor. */
    private List<Rational> end(Curve curve) {
        Curve.Piece last = curve.pieces().get(curve.pieces().size() - 1);
        Rational bound = last.slope().signum() > 0 ? form.cap() : form.floor();
        if (last.slope().isZero() || bound == null) {
            return List.of();
        }
        Rational way = bound.minus(form.base()).minus(last.value());
        return List.of(last.from().plus(way.dividedBy(last.slope())));
    }

    private static boolean isAllowed(Rational value, MeasureType type) {
        boolean above = type.most() != null && value.compareTo(type.most()) > 0;
        boolean fraction =
                type.kind() == MeasureType.Kind.PERCENT && value.signum() > 0 && value.compareTo(Rational.ONE) < 0;
        return value.compareTo(type.least()) >= 0 && !above && !fraction;
    }
}
