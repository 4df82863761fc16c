package guifan.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Bytes that were found to be sound text; the text is made of them when asked for. */
public final class Decoded {

    private final byte[] bytes;
    private final int from;
    private final Charset charset;
    private final int chars;
    private final boolean marked;

    /** Remembers that the bytes from offset {@code from} on are sound, as {@code scan} found. */
    Decoded(byte[] bytes, int from, Charset charset, TextScan scan) {
        this.bytes = bytes;
        this.from = from;
        this.charset = charset;
        this.chars = scan.chars();
        this.marked = scan.isMarked();
    }

    /** Returns the name of the encoding. */
    public String encoding() {
        return charset.name();
    }

    /** Returns the whole text, without a byte order mark. */
    public String text() {
        if (charset.equals(StandardCharsets.UTF_8)) {
            String text = new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
            return marked ? text.substring(1) : text;
        }
        CharBuffer text = CharBuffer.allocate(chars);
        TextScan.strict(charset).decode(ByteBuffer.wrap(bytes, from, bytes.length - from), text, true);
        text.flip();
        return text.subSequence(marked ? 1 : 0, chars).toString();
    }

    /** Returns a reader of the text, without a byte order mark, that holds little of it in memory. */
    public Reader reader() {
        Reader reader = new InputStreamReader(
                new ByteArrayInputStream(bytes, from, bytes.length - from), TextScan.strict(charset));
        if (marked) {
            try {
                reader.read();
            } catch (IOException e) {
                throw new UncheckedIOException("these bytes were read before", e);
            }
        }
        return reader;
    }
}
