package guifan.rule;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.number.Rational;
import guifan.source.Diagnostic;
import guifan.source.Fields;
import guifan.source.Problems;
import guifan.source.SourceText;
import guifan.source.YamlReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A rule as a standard writes it, read the way an indicator reads it.
 *
 * @param points the points of the indicator, {@code -} for a bonus or penalty
 * @param in what the measure is counted in, {@code -} if not said
 * @param yaml the rule
 */
record RuleText(String points, String in, String yaml) {

    /** Returns the rule, which must be sound. */
    Rule rule() {
        Problems problems = new Problems();
        Optional<Rule> rule = read(problems);
        assertThat(problems.all()).as(yaml).isEmpty();
        return rule.orElseThrow();
    }

    /** Returns the rule for what an indicator says of itself, which must be sound. */
    Rule rule(Worth worth) {
        Problems problems = new Problems();
        Optional<Rule> rule = read(problems, worth);
        assertThat(problems.all()).as(yaml).isEmpty();
        return rule.orElseThrow();
    }

    /** Returns the codes of what is wrong with the rule. */
    List<String> complaints() {
        Problems problems = new Problems();
        read(problems);
        return problems.all().stream().map(Diagnostic::code).toList();
    }

    private Optional<Rule> read(Problems problems) {
        Rational worth = points.equals("-") ? null : number(points);
        return read(problems, new Worth(worth, in.equals("-") ? "" : in, null));
    }

    private Optional<Rule> read(Problems problems, Worth worth) {
        Fields fields = Fields.of(
                YamlReader.read(SourceText.of("rule.yaml", yaml + "\n...\n"), problems)
                        .orElseThrow(),
                problems);
        Optional<Rule> rule = Rule.read(fields, worth);
        fields.finish();
        return rule;
    }

    /**
     * Returns what is filled in, from {@code 3} for a single measure or {@code id=1 id=0} for items; words are
     * understood.
     */
    static Map<String, Rational> measures(Form form, String filledIn) {
        Map<String, Rational> measures = new HashMap<>();
        for (String part : filledIn.strip().split("\\s+")) {
            int equals = part.indexOf('=');
            String id = equals < 0 ? "" : part.substring(0, equals);
            Item item = form.items().stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no item " + id));
            measures.put(id, measure(item.type(), part.substring(equals + 1)));
        }
        return measures;
    }

    private static Rational measure(MeasureType type, String text) {
        int word = type.words().indexOf(text);
        return word < 0 ? number(text) : Rational.of(word);
    }

    static Rational number(String text) {
        return Rational.parse(text).orElseThrow(() -> new AssertionError(text + " is no number"));
    }
}
