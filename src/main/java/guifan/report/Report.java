package guifan.report;

import guifan.evaluate.Evaluation;
import guifan.source.Language;
import java.io.IOException;

/** A form in which an evaluation is put out. */
@FunctionalInterface
public interface Report {

    /**
     * Writes {@code evaluation}; the same evaluation gives the same characters everywhere.
     *
     * @throws IOException if {@code out} cannot be written
     */
    void write(Evaluation evaluation, Language language, Appendable out) throws IOException;

    /** Returns one that tells what would bring each unit to the next grade, if that is told in this form. */
    default Report with(NextGrades grades) {
        return this;
    }
}
