package guifan.evaluate;

import java.util.Arrays;
import java.util.Optional;

/** The states of a cell, which are never confused with one another or with 0. */
public enum CellState {
    VALUE(""),
    /** 未填: missing. */
    BLANK(""),
    /** Confirmed not reported: scores 0 whatever the rule. */
    NOT_REPORTED("未报"),
    NOT_APPLICABLE("不适用"),
    /** An error until it is settled. */
    PENDING("待核"),
    /** False material: scores 0. */
    FALSE_MATERIAL("作假"),
    /** Said of an item: it did not come up this year. */
    NOT_ARISING("不涉及"),
    /** Said by an assessor of the own unit. */
    RECUSED("回避"),
    /** Said of an assessor who did not take part. */
    ABSENT("缺席");

    private final String word;

    CellState(String word) {
        this.word = word;
    }

    /** Returns the word in the cell, empty for values and blanks. */
    public String word() {
        return word;
    }

    /** Returns whether it is said of the unit, so that it holds for every assessor, whoever wrote it. */
    boolean isOfUnit() {
        return this == NOT_REPORTED || this == NOT_APPLICABLE || this == FALSE_MATERIAL;
    }

    /** Returns the state that a cell names, if it names one. */
    static Optional<CellState> named(String text) {
        return Arrays.stream(values())
                .filter(state -> !state.word.isEmpty() && state.word.equals(text))
                .findFirst();
    }
}
