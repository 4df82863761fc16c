package guifan.rule;

import guifan.number.Irrational;
import guifan.source.Fields;
import guifan.source.Text;
import java.util.Map;

/** What the rules that compare units have in common. */
final class Others {

    private Others() {}

    /** Reads whether the highest measure is the best, which it is unless said otherwise. */
    static boolean higherIsBetter(Fields fields) {
        return fields.choice("better", Map.of("higher", true, "lower", false), true);
    }

    /** Reads whether units are compared only with those of their kind; with all unless said otherwise. */
    static boolean withinKind(Fields fields) {
        return fields.choice("within", Map.of("all", false, "kind", true), false);
    }

    /** Reads to how many decimals a root or logarithm is computed, which a standard must say. */
    static int digits(Fields fields) {
        if (!fields.has("digits")) {
            fields.error(
                    "digits",
                    "digits",
                    Text.of(
                            "开方、取对数要写明算到几位小数（digits: 30）",
                            "say to how many decimals a root or logarithm is computed (digits: 30)"));
        }
        return fields.whole("digits", 1, Irrational.MOST_DIGITS, 30);
    }

    /** Returns the words that mark a score as relative. */
    static Text label(boolean withinKind) {
        return withinKind
                ? Text.of("相对评分（与同类单位比较）：", "relative (to units of the same kind): ")
                : Text.of("相对评分（与其他单位比较）：", "relative (to the other units): ");
    }

    /** Returns which measure is the best. */
    static Text better(boolean higher) {
        return higher ? Text.of("实绩高者为先", "the highest is the best") : Text.of("实绩低者为先", "the lowest is the best");
    }
}
