package guifan.evaluate;

/**
 * What a cell is about.
 *
 * @param item the item, empty for the question as a whole
 * @param assessor the assessor with the role in brackets, empty for the unit itself
 * @param part what of it the cell holds
 */
record Target(String question, String item, String assessor, Part part) {

    /** What a cell holds of an item: the measure, as reported or as checked, or what was said on checking it. */
    enum Part {
        PLAIN(""),
        SELF("自评"),
        CHECKED("核定"),
        REASON("核减理由"),
        CHECKER("核定人");

        private final String word;

        Part(String word) {
            this.word = word;
        }

        /** Returns what stands at the end of a header, empty for the measure where nothing is checked. */
        String word() {
            return word;
        }

        boolean isMeasure() {
            return this != REASON && this != CHECKER;
        }
    }

    Target(String question, String item, String assessor) {
        this(question, item, assessor, Part.PLAIN);
    }

    /** Returns whether it is about the question as a whole, answered by the unit itself. */
    boolean isWhole() {
        return item.isEmpty() && assessor.isEmpty();
    }

    Target with(Part other) {
        return new Target(question, item, assessor, other);
    }

    Target by(String other) {
        return new Target(question, item, other, part);
    }

    /** Returns whether {@code other} is about the same, whatever it says of it. */
    boolean isBeside(Target other) {
        return question.equals(other.question) && item.equals(other.item) && assessor.equals(other.assessor);
    }
}
