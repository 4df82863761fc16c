package guifan.diff;

import org.jspecify.annotations.Nullable;

/**
 * One thing as it stands in both of two results, or in one of them only.
 *
 * @param before as it was, null if it was not there
 * @param after as it is now, null if it is no longer there
 */
public record Sides<T>(@Nullable T before, @Nullable T after) {

    public Sides {
        if (before == null && after == null) {
            throw new IllegalArgumentException("it must be on one side at least");
        }
    }

    /** Returns the thing itself, as it is now where it is there. */
    public T any() {
        T any = after == null ? before : after;
        if (any == null) {
            throw new IllegalStateException("it must be on one side at least");
        }
        return any;
    }

    /** Returns whether both sides have it. */
    public boolean isOnBoth() {
        return before != null && after != null;
    }

    /** Returns the same with the sides exchanged. */
    public Sides<T> reversed() {
        return new Sides<>(after, before);
    }
}
