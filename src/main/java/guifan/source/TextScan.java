package guifan.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/** Reads bytes strictly in one encoding, keeping nothing but where the first wrong thing is. */
final class TextScan {

    private static final int NONE = -1;

    private final CharBuffer buffer = CharBuffer.allocate(1 << 13);
    private int line = 1;
    private int chars;
    private boolean marked;
    private boolean afterReturn;
    private int fault = NONE;
    private boolean cut;
    private int odd = NONE;
    private int oddLine;

    /** Scans {@code bytes} from offset {@code from} on. */
    static TextScan of(byte[] bytes, int from, Charset charset) {
        TextScan scan = new TextScan();
        scan.run(ByteBuffer.wrap(bytes, from, bytes.length - from), strict(charset), from == 0);
        return scan;
    }

    /** Returns a decoder that replaces nothing. */
    static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private void run(ByteBuffer in, CharsetDecoder decoder, boolean markAllowed) {
        CoderResult result;
        do {
            result = decoder.decode(in, buffer, false);
            take(markAllowed);
        } while (result.isOverflow());
        if (result.isError() || in.hasRemaining()) {
            fault = in.position();
            cut = !result.isError();
        }
    }

    private void take(boolean markAllowed) {
        buffer.flip();
        while (buffer.hasRemaining()) {
            char c = buffer.get();
            if (c == '\r' || (c == '\n' && !afterReturn)) {
                line++;
            }
            afterReturn = c == '\r';
            boolean mark = c == '\uFEFF' && chars == 0 && markAllowed;
            marked |= mark;
            if (odd == NONE && !mark && (c == 0 || c == '\uFEFF' || c == '\uFFFD')) {
                odd = c;
                oddLine = line;
            }
            chars++;
        }
        buffer.clear();
    }

    /** Returns whether all bytes are text in the encoding. */
    boolean isSound() {
        return fault == NONE;
    }

    /** Returns whether the text ends in the middle of a character. */
    boolean isCut() {
        return cut;
    }

    /** Returns the line in which the first wrong byte stands. */
    int line() {
        return line;
    }

    /** Returns the number of characters before the first wrong byte. */
    int chars() {
        return chars;
    }

    /** Returns whether the first character is a byte order mark. */
    boolean isMarked() {
        return marked;
    }

    /** Returns whether there is a character that no text should have: NUL, an inner byte order mark, U+FFFD. */
    boolean hasOdd() {
        return odd != NONE;
    }

    int odd() {
        return odd;
    }

    int oddLine() {
        return oddLine;
    }
}
