package guifan.diff;

import guifan.source.Text;
import org.jspecify.annotations.Nullable;

/**
 * One thing that changed in a part of a standard.
 *
 * @param key what changed, as the file names it, such as {@code points}
 * @param label the same in words
 * @param kinds the kinds of unit that it concerns, empty for all, such as {@code 街道}
 * @param was the old text, empty if there was none
 * @param now the new text, empty if there is none
 * @param note what that means, empty if nothing is to be said
 * @param comparison how the rules compare, or null where no rule changed
 */
public record Detail(
        String key,
        Text label,
        String kinds,
        Severity severity,
        Text was,
        Text now,
        Text note,
        @Nullable RuleComparison comparison) {

    private static final Text NONE = Text.of("");

    static Detail of(String key, Severity severity, Text was, Text now) {
        return new Detail(key, Labels.of(key), "", severity, was, now, NONE, null);
    }

    static Detail of(String key, Severity severity, String was, String now) {
        return of(key, severity, Text.of(was), Text.of(now));
    }

    Detail noting(Text words) {
        return new Detail(key, label, kinds, severity, was, now, words, comparison);
    }

    Detail with(RuleComparison found) {
        return new Detail(key, label, kinds, severity, was, now, note, found);
    }

    Detail in(String concerned) {
        return new Detail(key, label, concerned, severity, was, now, note, comparison);
    }

    Detail labelled(Text words) {
        return new Detail(key, words, kinds, severity, was, now, note, comparison);
    }

    Detail at(Severity other) {
        return new Detail(key, label, kinds, other, was, now, note, comparison);
    }
}
