package guifan.cli;

import guifan.source.Text;

/** The command line asks for something that cannot be. */
final class UsageException extends Exception {

    private final transient Text message;

    UsageException(Text message) {
        super(message.en());
        this.message = message;
    }

    Text text() {
        return message;
    }
}
