package guifan.rule;

/**
 * A part of an indicator that is filled in by itself.
 *
 * @param id unique within the indicator; empty if the indicator has one measure only
 * @param name as printed; empty if the indicator has one measure only
 * @param type what may be filled in
 * @param mayNotArise whether 不涉及 may be said of it
 * @param whenBlank what a blank means beside items that are filled in
 */
public record Item(String id, String name, MeasureType type, boolean mayNotArise, WhenBlank whenBlank) {

    /** What a blank means beside items that are filled in. */
    public enum WhenBlank {
        REFUSED,
        ZERO,
        LEFT_OUT
    }

    /** The id of what an indicator is about where something else is asked beside it. */
    public static final String MEASURE = "measure";

    public Item(String id, String name, MeasureType type, boolean mayNotArise) {
        this(id, name, type, mayNotArise, WhenBlank.REFUSED);
    }

    /** Returns the only measure of an indicator. */
    public static Item only(MeasureType type) {
        return new Item("", "", type, false);
    }
}
