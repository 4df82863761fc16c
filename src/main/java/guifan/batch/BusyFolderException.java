package guifan.batch;

import java.io.IOException;

/** Another batch works in the same folder. */
public final class BusyFolderException extends IOException {

    private static final long serialVersionUID = 1L;

    BusyFolderException(String folder) {
        super(folder);
    }
}
