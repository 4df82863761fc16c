package guifan;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** A stream that remembers whether writing failed because nobody reads it any more. */
final class WatchedStream extends FilterOutputStream {

    private boolean readerGone;

    WatchedStream(OutputStream stream) {
        super(stream);
    }

    /** Returns whether the reader has gone. */
    boolean isReaderGone() {
        return readerGone;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            // Systems tell it only in words: "Broken pipe", "The pipe is being closed", "断开的管道".
            String said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
            readerGone = readerGone || said.contains("pipe") || said.contains("管道");
            throw e;
        }
    }
}
