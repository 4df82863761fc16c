package guifan.rule;

import guifan.source.Fields;
import guifan.source.Text;

/**
 * A kind of rule, as standards name it.
 *
 * @param name the word after {@code kind:}
 * @param summary what it does, in a few words
 * @param reader reads the fields of one rule
 */
public record RuleKind(String name, Text summary, Reader reader) {

    /** Reads the fields of a rule; problems go to the fields' own collection. */
    @FunctionalInterface
    public interface Reader {
        Rule read(Fields fields, Worth worth);
    }
}
