package guifan.diff;

import guifan.standard.Standard;

/**
 * What one standard changes against another.
 *
 * @param before the old standard
 * @param after the new one
 */
public record StandardDiff(Standard before, Standard after) {

    /** Returns whether both evaluate alike and read alike. */
    public boolean isEmpty() {
        return before.identity().rulesHash().equals(after.identity().rulesHash())
                && before.identity().textHash().equals(after.identity().textHash());
    }
}
