package guifan.cli;

/** What the process answers, with one meaning for all verbs. */
public enum ExitCode {
    /** Done. */
    DONE(0),
    /** Ran, and the answer is no. */
    NO(1),
    /** The command line is wrong. */
    USAGE(2),
    /** Input data refused. */
    DATA(3),
    /** Standard wrong or unknown. */
    STANDARD(4),
    /** Input or output failed. */
    IO(5),
    /** A bug. */
    INTERNAL(70),
    /** The reader of the output has gone. */
    READER_GONE(141);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** Returns the number that the process exits with. */
    public int number() {
        return number;
    }
}
