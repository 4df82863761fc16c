package guifan.source;

import guifan.source.Diagnostic.Severity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with inputs, so that all of it is told in one run. */
public final class Problems {

    private final Set<Diagnostic> diagnostics = new LinkedHashSet<>();

    public void error(String code, Place place, Text message) {
        add(new Diagnostic(Severity.ERROR, code, place, message));
    }

    public void warning(String code, Place place, Text message) {
        add(new Diagnostic(Severity.WARNING, code, place, message));
    }

    public void note(String code, Place place, Text message) {
        add(new Diagnostic(Severity.NOTE, code, place, message));
    }

    /** Adds {@code diagnostic} unless the very same was told before. */
    public void add(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
    }

    public void addAll(Problems others) {
        others.diagnostics.forEach(this::add);
    }

    /** Returns all that was found, in the order of finding. */
    public List<Diagnostic> all() {
        return List.copyOf(diagnostics);
    }

    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    }

    /** Returns how many errors there are. */
    public long errors() {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .count();
    }

    /**
     * Refuses the input if anything in it is an error.
     *
     * @throws InputException if there is an error; it carries all diagnostics
     */
    public void throwIfErrors(InputException.Subject subject) throws InputException {
        if (hasErrors()) {
            throw new InputException(subject, all());
        }
    }
}
