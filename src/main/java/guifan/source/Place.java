package guifan.source;

import java.util.Optional;

/** Where something stands in an input, for messages that point at it. */
public sealed interface Place permits Location, CellPlace {

    /** Returns the file as the user named it, never made absolute. */
    String file();

    /** Returns the place in words, the file included. */
    Text words();

    /** Returns the source line with its caret, where there is a line to show. */
    default Optional<String> excerpt() {
        return Optional.empty();
    }
}
