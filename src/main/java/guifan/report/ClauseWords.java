package guifan.report;

import guifan.evaluate.StandardCard.WordingCard;
import guifan.source.Text;

/**
 * The rule of an indicator as those who are scored have to read it: with the note that the standard adds, without which
 * a deduction for what was not reported reads as one for reporting.
 */
public final class ClauseWords {

    private ClauseWords() {}

    /** Returns the rule in words, its note in brackets. */
    public static Text of(WordingCard wording) {
        String note = wording.note().replaceFirst("。$", "");
        return note.isEmpty() ? wording.clause() : wording.clause().plus(Text.of("（%s）", " (%s)", note));
    }
}
