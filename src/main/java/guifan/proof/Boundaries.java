package guifan.proof;

import guifan.evaluate.UnitResult;
import guifan.evaluate.WrittenUnit;
import guifan.evaluate.WrittenUnit.Answer;
import guifan.evaluate.WrittenUnit.Others;
import guifan.evaluate.WrittenUnits;
import guifan.number.Rational;
import guifan.rule.Form;
import guifan.rule.MeasureType;
import guifan.rule.Rule;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The answers just below, at and above every edge of a standard, with what they score, as a test file that somebody has
 * to read beside the text of the standard before it proves anything.
 */
public final class Boundaries {

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
                table(
                        question,
                        standard.kinds().get(0),
                        false,
                        item.rule(),
                        item.rule().form());
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
            table(question, kind, variant, wording.rule(), wording.form());
            said |= !variant;
        }
    }

    /** A rule that depends on facts of the unit has the edges of the least facts, and those of the most. */
    private void table(Question question, String kind, boolean sayKind, Rule rule, Form form) {
        if (rule.facts().isEmpty()) {
            table(question, kind, sayKind, rule, form, Map.of());
            return;
        }
        Map<String, Rational> least = new LinkedHashMap<>();
        Map<String, Rational> most = new LinkedHashMap<>();
        for (Standard.Fact fact : standard.facts()) {
            if (rule.facts().contains(fact.id())) {
                MeasureType type = fact.type();
                least.put(fact.id(), type.least());
                most.put(fact.id(), type.most() == null ? type.least().plus(Rational.ONE) : type.most());
            }
        }
        for (Map<String, Rational> facts : new LinkedHashSet<>(List.of(least, most))) {
            Rule own = rule.forUnit(facts);
            table(question, kind, sayKind, own, own.form(), facts);
        }
    }

    private void table(
            Question question, String kind, boolean sayKind, Rule rule, Form form, Map<String, Rational> facts) {
        List<String> lines = new ArrayList<>();
        Location nowhere = standard.identity().place();
        List<Answer> beside = new ArrayList<>();
        facts.forEach((fact, value) -> beside.add(new Answer(fact, value.toString(), nowhere)));
        for (String answer : new EdgeAnswers(standard, question, rule, form).all()) {
            List<Answer> answers = new ArrayList<>(beside);
            answers.add(new Answer(question.id(), answer, nowhere));
            WrittenUnit unit = new WrittenUnit("", kind, answers, Others.MOST, List.of(), nowhere);
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
            out.append(sayKind ? "    kind: " + word(kind) + "\n" : "");
            if (!facts.isEmpty()) {
                List<String> given = new ArrayList<>();
                facts.forEach((fact, value) -> given.add(fact + ": " + value));
                out.append("    given: {").append(String.join(", ", given)).append("}\n");
            }
            out.append("    scores:\n");
            lines.forEach(line -> out.append(line).append('\n'));
        }
    }

    private String word(String text) {
        return YamlWriter.line(new Scalar(text, standard.identity().place()));
    }
}
