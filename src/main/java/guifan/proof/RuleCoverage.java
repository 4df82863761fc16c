package guifan.proof;

import guifan.evaluate.CellState;
import guifan.evaluate.Entry;
import guifan.evaluate.UnitResult.Basis;
import guifan.evaluate.UnitResult.IndicatorResult;
import guifan.number.Rational;
import guifan.rule.Curve;
import guifan.rule.Form;
import guifan.rule.Item;
import guifan.rule.MeasureType;
import guifan.rule.Rule;
import guifan.rule.Rule.Fallback;
import guifan.rule.Working;
import guifan.source.Text;
import guifan.standard.Adjustments.Adjustment;
import guifan.standard.Indicator;
import guifan.standard.Indicator.Missing;
import guifan.standard.Indicator.Wording;
import guifan.standard.Question;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parts of one rule: pieces of its curves, levels, items met and missing, caps and floors. */
final class RuleCoverage {

    /** More of something than any rule counts. */
    private static final Rational MANY = Rational.of(1_000_000);

    private final String key;
    private final Rule rule;
    private final Form form;
    private final Map<String, Text> elements = new LinkedHashMap<>();

    /** Lists the parts of a bonus or penalty. */
    RuleCoverage(Adjustment item) {
        this(item.id(), item.rule());
        declareForm();
    }

    /** Lists the parts of an indicator as it is worded for {@code kind}. */
    RuleCoverage(String key, Indicator indicator, String kind) {
        this(key, indicator.wording(kind).rule());
        Wording wording = indicator.wording(kind);
        if (rule.relative().isPresent()) {
            declare("relative", Text.of("与其他单位比较", "compared with other units"));
        } else if (rule.facts().isEmpty()) {
            declareForm();
        } else {
            declare("full", Text.of("达到目标", "a target that is reached"));
            declare("less", Text.of("未达到目标", "a target that is not reached"));
        }
        rule.counted().ifPresent(counted -> declarePieces(counted.parts().get(0), Question.COUNTED));
        if (wording.ratio() != null && wording.ratio().whenZero() != Missing.ERROR) {
            declare("zero-of-zero", Text.of("%s 为 0", "%s is 0", wording.ratio().whole()));
        }
        if (indicator.missing() != Missing.ERROR) {
            declare("missing", Text.of("未填", "a blank"));
        }
        if (indicator.judges().isPresent()) {
            declare("panel", Text.of("多名考评员", "several assessors"));
        }
        boolean mayBeVoid = rule.fallback(zeros())
                .filter(fallback -> fallback != Fallback.ERROR)
                .isPresent();
        if (mayBeVoid) {
            declare("void", Text.of("投票无效", "a void vote"));
        }
    }

    private RuleCoverage(String key, Rule rule) {
        this.key = key;
        this.rule = rule;
        this.form = rule.form();
    }

    String key() {
        return key;
    }

    Map<String, Text> elements() {
        return elements;
    }

    private void declare(String part, Text words) {
        elements.put(key + ":" + part, Text.of("%s：%s", "%s: %s", key, words));
    }

    private void declareForm() {
        for (int i = 0; i < form.parts().size(); i++) {
            declarePieces(form.parts().get(i), String.valueOf(i));
        }
        for (Item item : form.items()) {
            if (item.mayNotArise()) {
                declare("not-arising:" + item.id(), Text.of("%s 不涉及", "%s does not arise", item.name()));
            }
        }
        if (form.outer() != null) {
            List<Curve.Piece> pieces = form.outer().pieces();
            for (int i = 0; i < pieces.size(); i++) {
                declare("outer:" + i, from(pieces.get(i)));
            }
        }
        Rational floor = form.floor();
        if (floor != null && extreme(false).compareTo(floor) < 0) {
            declare("floor", Text.of("扣到 %s 分为止", "kept at %s", floor));
        }
        Rational cap = form.cap();
        if (cap != null && extreme(true).compareTo(cap) > 0) {
            declare("cap", Text.of("封顶 %s 分", "capped at %s", cap));
        }
    }

    /** Returns the highest or lowest points that measures can have before they are kept within bounds. */
    private Rational extreme(boolean highest) {
        Map<String, Rational> measures = new HashMap<>();
        for (Item item : form.items()) {
            Rational most = item.type().most() == null ? MANY : item.type().most();
            Rational least = item.type().least();
            boolean more = points(item, most).compareTo(points(item, least)) > 0;
            measures.put(item.id(), more == highest ? most : least);
        }
        return form.score(measures).beforeBounds();
    }

    private Rational points(Item item, Rational measure) {
        return form.parts().stream()
                .filter(part -> part.item().id().equals(item.id()))
                .map(part -> part.curve().at(measure))
                .reduce(Rational.ZERO, Rational::plus);
    }

    private Map<String, Rational> zeros() {
        Map<String, Rational> zeros = new HashMap<>();
        form.items().forEach(item -> zeros.put(item.id(), Rational.ZERO));
        return zeros;
    }

    private void declarePieces(Form.Part part, String index) {
        MeasureType type = part.item().type();
        String name = part.item().name().isEmpty() ? "" : part.item().name() + " ";
        List<Curve.Piece> pieces = part.curve().pieces();
        if (!type.words().isEmpty()) {
            for (int value = 0; value < type.words().size(); value++) {
                declare(index + ":" + value, Text.of(name + type.words().get(value)));
            }
            return;
        }
        for (int i = 0; i < pieces.size(); i++) {
            if (isInReach(pieces, i, type)) {
                Text from = pieces.size() == 1 ? Text.of("填写", "a value") : from(pieces.get(i));
                declare(index + ":" + i, Text.of(name).plus(from));
            }
        }
    }

    private static Text from(Curve.Piece piece) {
        return piece.after() ? Text.of("高于 %s", "above %s", piece.from()) : Text.of("自 %s 起", "from %s", piece.from());
    }

    /** Returns whether there is a measure of {@code type} to which a piece applies. */
    private static boolean isInReach(List<Curve.Piece> pieces, int index, MeasureType type) {
        Curve.Piece piece = pieces.get(index);
        Curve.@Nullable Piece next = index + 1 < pieces.size() ? pieces.get(index + 1) : null;
        Rational first = index == 0 ? type.least() : piece.from().max(type.least());
        Rational step = type.step();
        if (step != null) {
            Rational steps = first.minus(type.least()).dividedBy(step).ceiling();
            first = type.least().plus(steps.times(step));
            boolean excluded = index > 0 && piece.after() && first.equals(piece.from());
            first = excluded ? first.plus(step) : first;
        }
        boolean openAtEnd = step == null && index > 0 && piece.after() && first.equals(type.most());
        boolean above = type.most() != null && first.compareTo(type.most()) > 0;
        boolean beyond =
                next != null && (next.after() ? first.compareTo(next.from()) > 0 : first.compareTo(next.from()) >= 0);
        return !above && !openAtEnd && !beyond;
    }

    /** Notes what a result reached. */
    void visit(IndicatorResult result, Set<String> reached) {
        Working working = result.working();
        visit(result.entries(), working, reached);
        result.marks().forEach(mark -> visit(result.entries(), mark.working(), reached));
        if (working != null && working.comparison() != null) {
            reached.add(key + ":relative");
        }
        if (working != null && !rule.facts().isEmpty()) {
            boolean full = result.score().compareTo(result.possible()) >= 0;
            reached.add(key + (full ? ":full" : ":less"));
        }
        Optional<String> basis = switch (result.basis()) {
            case ZERO_OF_ZERO -> Optional.of(":zero-of-zero");
            case MISSING_ZERO, MISSING_EXCLUDED, MISSING_FULL -> Optional.of(":missing");
            case VOID -> Optional.of(":void");
            case RULE, NOT_REPORTED, FALSE_MATERIAL, NOT_APPLICABLE, WITHHELD, FEW_MARKS -> Optional.empty();
        };
        basis.ifPresent(part -> reached.add(key + part));
        long assessors = result.entries().stream()
                .filter(entry -> result.basis() == Basis.RULE && entry.value() != null)
                .map(Entry::assessor)
                .filter(assessor -> !assessor.isEmpty())
                .count();
        if (assessors > 1) {
            reached.add(key + ":panel");
        }
    }

    /** Notes what answers and their working reached. */
    void visit(List<Entry> entries, @Nullable Working working, Set<String> reached) {
        for (Entry entry : entries) {
            if (entry.state() == CellState.NOT_ARISING) {
                reached.add(key + ":not-arising:" + entry.item());
            }
        }
        if (working == null) {
            return;
        }
        boolean counted = entries.stream().anyMatch(entry -> entry.item().equals(Question.COUNTED));
        Form applied = counted ? rule.counted().orElse(form) : form;
        for (int i = 0; i < applied.parts().size(); i++) {
            Form.Part part = applied.parts().get(i);
            String index = key + ":" + (counted ? Question.COUNTED : String.valueOf(i)) + ":";
            for (Working.Term term : working.terms()) {
                int piece = part.curve().pieces().indexOf(term.hit().piece());
                if (term.item().equals(part.item().id()) && piece >= 0) {
                    boolean word = !part.item().type().words().isEmpty();
                    reached.add(index + (word ? term.measure().toString() : String.valueOf(piece)));
                }
            }
        }
        if (working.outer() != null && form.outer() != null) {
            reached.add(key + ":outer:"
                    + form.outer().pieces().indexOf(working.outer().piece()));
        }
        Rational floor = applied.floor();
        if (floor != null && working.beforeBounds().compareTo(floor) < 0) {
            reached.add(key + ":floor");
        }
        Rational cap = applied.cap();
        if (cap != null && working.beforeBounds().compareTo(cap) > 0) {
            reached.add(key + ":cap");
        }
    }
}
