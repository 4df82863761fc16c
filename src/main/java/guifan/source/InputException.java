package guifan.source;

import java.util.List;

/** An input is refused; carries everything that is wrong with it. */
public final class InputException extends Exception {

    /** What was refused; decides the exit code. */
    public enum Subject {
        STANDARD,
        DATA
    }

    private final Subject subject;
    private final transient List<Diagnostic> diagnostics;

    public InputException(Subject subject, List<Diagnostic> diagnostics) {
        super(diagnostics.isEmpty() ? "refused" : diagnostics.get(0).message().en());
        this.subject = subject;
        this.diagnostics = List.copyOf(diagnostics);
    }

    public Subject subject() {
        return subject;
    }

    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
