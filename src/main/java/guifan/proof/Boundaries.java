package guifan.proof;

import guifan.evaluate.UnitResult;
import guifan.evaluate.WrittenUnit;
import guifan.evaluate.WrittenUnit.Answer;
import guifan.evaluate.WrittenUnit.Others;
import guifan.evaluate.WrittenUnits;
import guifan.number.Rational;
import guifan.rule.Curve;
import guifan.rule.Form;
import guifan.rule.Item;
import guifan.rule.MeasureType;
import guifan.rule.Rule.Shape;
import guifan.source.Diagnostic;
import guifan.source.Diagnostic.Severity;
import guifan.source.Language;
import guifan.source.Location;
import guifan.source.Node.Scalar;
import guifan.source.Problems;
import guifan.source.Text;
import guifan.source.YamlWriter;
import guifan.standard.Indicator;
import guifan.standard.Question;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The answers just below, at and above every edge of a standard, with what they score, as a test file that somebody has
 * to read beside the text of the standard before it proves anything.
 */
public final class Boundaries {

    /** How far from an edge of a measure that has no step of its own. */
    private static final Rational BESIDE = Rational.of(1, 100);

    private final Standard standard;
    private final Language language;
    private final WrittenUnits evaluation;
    private final StringBuilder out = new StringBuilder();

    private Boundaries(Standard standard, Language language) {
        this.standard = standard;
        this.language = language;
        this.evaluation = new WrittenUnits(standard);
    }

    /** Returns the test file. */
    public static String of(Standard standard, Language language) {
        return new Boundaries(standard, language).file();
    }

    private String file() {
        comment(Text.of(
                "每个分界点的前、中、后；得分是程序算出的，请逐条对照标准文本核对后再作为测试",
                "just below, at and above every edge; the scores are the program's: check each against the text"));
        out.append("format: 1\ntests: \"").append(standard.identity().id()).append("\"\n\ntables:\n");
        standard.indicators().forEach(this::indicator);
        standard.adjustments().all().filter(item -> !item.countsFalse()).forEach(item -> {
            Question question = questions(standard.kinds().get(0)).get(item.id());
            comment(item.rule().sentence());
            if (question != null) {
                table(question, standard.kinds().get(0), false, item.rule().form());
            }
        });
        List<String> lines = new GradeEdges(standard, evaluation).cases();
        if (!lines.isEmpty()) {
            out.append("\ncases:\n");
            lines.forEach(line -> out.append(line).append('\n'));
        }
        return out.append("...\n").toString();
    }

    private void comment(Text words) {
        out.append("# ").append(words.in(language).replace('\n', ' ')).append('\n');
    }

    private Map<String, Question> questions(String kind) {
        Map<String, Question> questions = new LinkedHashMap<>();
        standard.questions(kind).forEach(question -> questions.put(question.id(), question));
        return questions;
    }

    private void indicator(Indicator indicator) {
        boolean said = false;
        for (String kind : standard.kinds()) {
            boolean variant = indicator.variants().containsKey(kind);
            Question question = questions(kind).get(indicator.id());
            if (!indicator.appliesTo(kind) || question == null || (said && !variant)) {
                continue;
            }
            Indicator.Wording wording = indicator.wording(kind);
            comment(Text.of("%s（%s 分）：", "%s (%s): ", wording.name(), wording.points())
                    .plus(wording.rule().sentence()));
            table(question, kind, variant, wording.form());
            said |= !variant;
        }
    }

    private void table(Question question, String kind, boolean sayKind, Form form) {
        List<String> lines = new ArrayList<>();
        for (String answer : answers(question, form)) {
            Location nowhere = standard.identity().place();
            WrittenUnit unit = new WrittenUnit(
                    "", kind, List.of(new Answer(question.id(), answer, nowhere)), Others.MOST, List.of(), nowhere);
            Problems problems = new Problems();
            List<UnitResult> units = evaluation.evaluate(List.of(unit), problems);
            String score = units.isEmpty()
                    ? String.join(
                            "、",
                            new TreeSet<>(problems.all().stream()
                                    .filter(one -> one.severity() == Severity.ERROR)
                                    .map(Diagnostic::code)
                                    .toList()))
                    : new Actual(standard, units.get(0)).part(question.id()).orElse("");
            lines.add("      " + word(answer) + ": " + word(score));
        }
        if (!lines.isEmpty()) {
            out.append("  - of: ").append(question.id()).append('\n');
            out.append(sayKind ? "    kind: " + word(kind) + "\n" : "").append("    scores:\n");
            lines.forEach(line -> out.append(line).append('\n'));
        }
    }

    private String word(String text) {
        return YamlWriter.line(new Scalar(text, standard.identity().place()));
    }

    /** Returns answers as cells hold them. */
    private List<String> answers(Question question, Form form) {
        String evidence = question.evidence().isEmpty() ? "" : "（" + question.evidence() + "）";
        if (question.shape() == Shape.SINGLE) {
            return edges(form, question.items().get(0), question.id()).stream()
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
            answers.add(counts(question, items, null, Rational.ZERO, evidence));
            for (Item item : items) {
                edges(form, item, "").stream()
                        .filter(value -> value.signum() > 0)
                        .forEach(value -> answers.add(counts(question, items, item, value, evidence)));
            }
        }
        return answers;
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
    private List<Rational> edges(Form form, Item item, String indicator) {
        MeasureType type = item.type();
        Rational beside = type.step() == null ? BESIDE : type.step();
        TreeSet<Rational> edges = new TreeSet<>();
        List<Rational> marks = new ArrayList<>(List.of(type.least()));
        Optional.ofNullable(type.most()).ifPresent(marks::add);
        for (Form.Part part : form.parts()) {
            if (part.item().id().equals(item.id())) {
                part.curve().pieces().stream().map(Curve.Piece::from).forEach(marks::add);
                marks.addAll(end(form, part.curve()));
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
    private static List<Rational> end(Form form, Curve curve) {
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
