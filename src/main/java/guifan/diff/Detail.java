package guifan.diff;

import guifan.source.Node;
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
 * @param written the values as the files write them, or null where they were compared by what they mean
 */
public record Detail(
        String key,
        Text label,
        String kinds,
        Severity severity,
        Text was,
        Text now,
        Text note,
        @Nullable RuleComparison comparison,
        @Nullable Written written) {

    /** A value on both sides, null where there is none. */
    public record Written(@Nullable Node before, @Nullable Node after) {}

    private static final Text NONE = Text.of("");

    static Detail of(String key, Severity severity, Text was, Text now) {
        return new Detail(key, Labels.of(key), "", severity, was, now, NONE, null, null);
    }

    static Detail of(String key, Severity severity, String was, String now) {
        return of(key, severity, Text.of(was), Text.of(now));
    }

    /** Returns this with the values in other words. */
    public Detail saying(Text before, Text after) {
        return new Detail(key, label, kinds, severity, before, after, note, comparison, written);
    }

    Detail written(@Nullable Node before, @Nullable Node after) {
        return new Detail(key, label, kinds, severity, was, now, note, comparison, new Written(before, after));
    }

    Detail noting(Text words) {
        return new Detail(key, label, kinds, severity, was, now, words, comparison, written);
    }

    Detail with(RuleComparison found) {
        return new Detail(key, label, kinds, severity, was, now, note, found, written);
    }

    Detail in(String concerned) {
        return new Detail(key, label, concerned, severity, was, now, note, comparison, written);
    }

    Detail labelled(Text words) {
        return new Detail(key, words, kinds, severity, was, now, note, comparison, written);
    }

    Detail at(Severity other) {
        return new Detail(key, label, kinds, other, was, now, note, comparison, written);
    }
}
