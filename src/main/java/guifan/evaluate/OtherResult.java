package guifan.evaluate;

import guifan.evaluate.Evaluation.Input;
import guifan.evaluate.Taken.Source;
import guifan.source.CellPlace;

/**
 * An archived result that another evaluation takes measures from, or looks back at.
 *
 * @param file as the user named it
 * @param sha256 of its bytes, in hexadecimal
 * @param evaluation what it says
 * @param text whether the standard at hand is the one that it was made with
 */
public record OtherResult(String file, String sha256, Evaluation evaluation, KnownText text) {

    /** What is known of the standard that a result was made with. */
    public enum KnownText {
        /** The rules at hand under its id are those of the result. */
        SAME,
        /** The rules at hand under its id are others. */
        OTHER,
        /** No standard at hand has its id. */
        NONE
    }

    CellPlace place() {
        return new CellPlace(file, "", 0, 0, 0, "");
    }

    /** Returns it as the result that takes it records it. */
    Source source() {
        StandardCard card = evaluation.standard();
        return new Source(
                new Input(place().baseName(), sha256),
                card.id(),
                card.title(),
                card.rulesHash(),
                card.textHash(),
                evaluation.year(),
                evaluation.stage(),
                evaluation.isPartial());
    }
}
