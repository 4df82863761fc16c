package guifan.diff;

import guifan.diff.Part.Subject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a part other than an indicator: an area, a bonus, a penalty, a fact, a grade, a cap, or the standard
 * as a whole.
 *
 * @param id the id, the name for a grade
 * @param before the old text, or null if it is new
 * @param after the new text, or null if it is gone
 * @param details what changed where it is on both sides
 */
public record PartChange(
        Subject subject,
        String id,
        @Nullable Part before,
        @Nullable Part after,
        List<Detail> details) {

    /** Returns the new name, the old one of what is gone. */
    public String name() {
        return after != null ? after.name() : before != null ? before.name() : id;
    }

    /** Returns how much the change matters. */
    public Severity severity() {
        return before == null || after == null
                ? Severity.MAJOR
                : details.stream()
                        .map(Detail::severity)
                        .min(Severity::compareTo)
                        .orElse(Severity.WORDING);
    }

    PartChange filtered(Severity least) {
        List<Detail> left = details.stream()
                .filter(detail -> detail.severity().isAtLeast(least))
                .toList();
        return new PartChange(subject, id, before, after, left);
    }
}
