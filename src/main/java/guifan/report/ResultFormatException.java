package guifan.report;

import guifan.source.Text;

/** A file is not a result that this program wrote, or one of another format version. */
final class ResultFormatException extends Exception {

    private final transient Text text;

    ResultFormatException(Text text) {
        super(text.en());
        this.text = text;
    }

    /** Returns what is wrong. */
    Text text() {
        return text;
    }
}
