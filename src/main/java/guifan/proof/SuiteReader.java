package guifan.proof;

import guifan.evaluate.WrittenUnit;
import guifan.evaluate.WrittenUnit.Answer;
import guifan.evaluate.WrittenUnit.Others;
import guifan.evaluate.WrittenUnits;
import guifan.number.Rational;
import guifan.proof.Suite.Case;
import guifan.proof.Suite.Expected;
import guifan.proof.Suite.Member;
import guifan.source.Fields;
import guifan.source.FileFormat;
import guifan.source.Location;
import guifan.source.Node;
import guifan.source.Node.Mapping;
import guifan.source.Node.Scalar;
import guifan.source.Node.Sequence;
import guifan.source.Problems;
import guifan.source.SourceText;
import guifan.source.Text;
import guifan.source.YamlReader;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads a test file. Its {@code cases} say what a unit filled in and what is expected of it; its {@code tables} give
 * the scores of one question, answer by answer, of a unit that has full points otherwise.
 */
public final class SuiteReader {

    private static final Map<String, Others> OTHERS =
            Map.of("blank", Others.BLANK, "full", Others.FULL, "not-reported", Others.NOT_REPORTED);

    private final Standard standard;
    private final WrittenUnits questions;
    private final Problems problems;
    private final List<Answer> full = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private SuiteReader(Standard standard, Problems problems) {
        this.standard = standard;
        this.questions = new WrittenUnits(standard);
        this.problems = problems;
    }

    /**
     * Returns the tests in {@code source}, those that can be read.
     *
     * @param earlier finds the text of a test file that is continued, by the id of its standard
     */
    public static Suite read(
            SourceText source, Standard standard, Function<String, Optional<SourceText>> earlier, Problems problems) {
        List<Case> cases = new ArrayList<>();
        YamlReader.read(source, problems)
                .map(node -> Fields.of(node, problems))
                .ifPresent(fields -> cases.addAll(new SuiteReader(standard, problems).suite(fields, earlier)));
        return new Suite(standard.identity().id(), source, cases);
    }

    private List<Case> suite(Fields fields, Function<String, Optional<SourceText>> earlier) {
        FileFormat.require(fields);
        String id = standard.identity().id();
        if (!fields.prose("tests").equals(id)) {
            fields.error("tests", "tests", Text.of("测试的应是“%s”", "it has to test \"%s\"", id));
        }
        fields.optionalProse("note");
        fields.named("full").forEach((key, node) -> scalar(node).ifPresent(answer -> full.add(answer(key, answer))));
        List<Case> cases = new ArrayList<>();
        Set<String> mine = new HashSet<>();
        for (Fields table : fields.sections("tables")) {
            mine.add(table.prose("of"));
            cases.addAll(table(table));
        }
        fields.sections("cases").forEach(one -> cases.add(oneCase(one)));
        fields.optionalProse("continues").ifPresent(other -> cases.addAll(0, continued(fields, other, mine, earlier)));
        fields.finish();
        return cases;
    }

    /** Returns the tables of the test file that is continued, of what this one has no table of. */
    private List<Case> continued(
            Fields fields, String other, Set<String> mine, Function<String, Optional<SourceText>> earlier) {
        Optional<SourceText> source = earlier.apply(other);
        if (source.isEmpty()) {
            fields.error("continues", "continues", Text.of("找不到“%s”的测试", "there are no tests of \"%s\"", other));
            return List.of();
        }
        List<Case> cases = new ArrayList<>();
        YamlReader.read(source.get(), problems).map(node -> Fields.of(node, problems)).stream()
                .flatMap(file -> file.sections("tables").stream())
                .filter(table -> !mine.contains(table.prose("of")))
                .forEach(table -> cases.addAll(table(table)));
        return cases;
    }

    private List<Case> table(Fields fields) {
        String of = fields.prose("of");
        Optional<String> question = questions.question(of);
        if (question.isEmpty()) {
            fields.error("unknown-id", "of", Text.of("标准中没有“%s”", "the standard has no \"%s\"", of));
        }
        String usual = standard.kinds().stream()
                .filter(kind -> question.flatMap(standard::indicator)
                        .filter(one -> !one.appliesTo(kind))
                        .isEmpty())
                .findFirst()
                .orElse(standard.kinds().get(0));
        boolean kindSaid = fields.has("kind");
        String kind = fields.optionalProse("kind").orElse(usual);
        fields.optionalProse("note");
        List<Answer> beside = answers(fields, "given");
        List<Case> cases = new ArrayList<>();
        fields.named("scores")
                .forEach((answer, node) -> scalar(node).ifPresent(score -> {
                    List<Answer> given = new ArrayList<>(beside);
                    given.add(new Answer(of, answer, score.place()));
                    String name = of + " = " + answer + (kindSaid ? "（" + kind + "）" : "");
                    WrittenUnit unit = unit(name, kind, given, Others.MOST, List.of(), score.place());
                    boolean isScore = Rational.parse(score.text()).isPresent() || Actual.isWord(score.text());
                    List<Expected> expected = isScore
                            ? List.of(new Expected(question.orElse(of), true, score.text(), score.place()))
                            : List.of();
                    List<String> refused =
                            isScore ? List.of() : List.of(score.text().split("、", -1));
                    cases.add(new Case(
                            name,
                            List.of(new Member(unit, expected)),
                            refused,
                            score.place(),
                            score.place(),
                            Map.of()));
                }));
        if (cases.isEmpty()) {
            fields.error(
                    "missing-key", "scores", Text.of("“scores”中应有填法和得分", "\"scores\" must hold answers with scores"));
        }
        return cases;
    }

    private Case oneCase(Fields fields) {
        String name = fields.prose("case");
        if (!names.add(name)) {
            fields.error("duplicate-case", "case", Text.of("有两个用例“%s”", "two cases are called \"%s\"", name));
        }
        List<Member> members = new ArrayList<>();
        if (fields.has("units")) {
            fields.named("units").forEach((unit, node) -> {
                Fields one = Fields.of(node, problems);
                members.add(member(unit, one));
                one.finish();
            });
        } else {
            members.add(member(name, fields));
        }
        List<String> refused = fields.proses("refused");
        Map<String, List<Expected>> groups = new LinkedHashMap<>();
        fields.named("groups").forEach((group, node) -> groups.put(group, expected(node)));
        return new Case(
                name,
                members,
                refused,
                fields.has("refused") ? fields.place("refused") : fields.place(),
                fields.place(),
                groups);
    }

    private Member member(String name, Fields fields) {
        String kind = fields.optionalProse("kind").orElse(standard.kinds().get(0));
        Others others = fields.choice("others", OTHERS, Others.BLANK);
        List<Answer> given = answers(fields, "given");
        int decided = fields.has("decided") ? fields.whole("decided", 1, 1) : 0;
        WrittenUnit unit = unit(name, kind, given, others, fields.proses("exempt"), fields.place())
                .known(fields.proses("earlier"), decided);
        return new Member(unit, expected(fields));
    }

    private WrittenUnit unit(
            String name, String kind, List<Answer> given, Others others, List<String> exempt, Location place) {
        List<Answer> all = new ArrayList<>(given);
        if (others == Others.FULL || others == Others.MOST) {
            Set<String> said = new HashSet<>();
            given.forEach(answer -> questions.question(answer.question()).ifPresent(said::add));
            full.stream()
                    .filter(answer -> questions
                            .question(answer.question())
                            .filter(id -> !said.contains(id) && applies(id, kind))
                            .isPresent())
                    .forEach(all::add);
        }
        return new WrittenUnit(name, kind, all, others, exempt, place);
    }

    private boolean applies(String id, String kind) {
        return standard.indicator(id).map(one -> one.appliesTo(kind)).orElse(true);
    }

    private List<Answer> answers(Fields fields, String key) {
        List<Answer> answers = new ArrayList<>();
        fields.named(key)
                .forEach((question, node) -> scalar(node).ifPresent(text -> answers.add(answer(question, text))));
        return answers;
    }

    private static Answer answer(String question, Scalar text) {
        return new Answer(question, text.text(), text.place());
    }

    private List<Expected> expected(Node node) {
        List<Expected> expected = new ArrayList<>();
        if (node instanceof Mapping mapping) {
            mapping.entries()
                    .forEach((key, entry) -> scalar(entry.value())
                            .ifPresent(value -> expected.add(new Expected(key, false, value.text(), value.place()))));
        } else {
            scalar(node);
        }
        return expected;
    }

    private List<Expected> expected(Fields fields) {
        List<Expected> expected = new ArrayList<>();
        fields.named("expect").forEach((key, node) -> {
            if (node instanceof Sequence list) {
                List<String> words = new ArrayList<>();
                list.items().forEach(item -> scalar(item).ifPresent(word -> words.add(word.text())));
                expected.add(new Expected(key, false, String.join("、", words), node.place()));
            } else {
                scalar(node).ifPresent(value -> expected.add(new Expected(key, false, value.text(), value.place())));
            }
        });
        return expected;
    }

    private Optional<Scalar> scalar(Node node) {
        if (node instanceof Scalar scalar) {
            return Optional.of(scalar);
        }
        problems.error("not-a-word", node.place(), Text.of("此处应为一个值", "a single value is expected here"));
        return Optional.empty();
    }
}
