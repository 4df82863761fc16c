package guifan.rule;

/**
 * A part of an indicator that is filled in by itself.
 *
 * @param id unique within the indicator; empty if the indicator has one measure only
 * @param name as printed; empty if the indicator has one measure only
 * @param type what may be filled in
 * @param mayNotArise whether 不涉及 may be said of it
 */
public record Item(String id, String name, MeasureType type, boolean mayNotArise) {

    /** Returns the only measure of an indicator. */
    public static Item only(MeasureType type) {
        return new Item("", "", type, false);
    }
}
