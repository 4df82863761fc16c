package guifan.source;

/**
 * Something to be told about an input.
 *
 * @param severity whether the input is refused for it
 * @param code a stable name in kebab case, by which scripts recognise it
 * @param place where it stands
 * @param message what is wrong, and what was expected
 */
public record Diagnostic(Severity severity, String code, Place place, Text message) {

    /** Whether an input is refused for something, or used all the same. */
    public enum Severity {
        ERROR,
        WARNING,
        NOTE
    }
}
