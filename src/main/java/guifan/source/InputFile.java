package guifan.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file that has been read into memory, whole and no larger than allowed. */
public final class InputFile {

    /** The most bytes that a sheet may have: 200 MB. */
    public static final int SHEET_LIMIT = 200 << 20;

    private static final int CHUNK = 1 << 16;

    private final String name;
    private final byte[] content;

    private InputFile(String name, byte[] content) {
        this.name = name;
        this.content = content;
    }

    /** Returns {@code content} as if it had been read from a file. */
    public static InputFile of(String name, byte[] content) {
        return new InputFile(name, content.clone());
    }

    /**
     * Reads {@code path}, which may be a pipe or a device; what its size is said to be is not believed.
     *
     * @param name the file as the user named it
     * @param limit the most bytes to accept; a larger file is reported and not read on
     * @throws IOException if it cannot be read
     */
    public static Optional<InputFile> read(Path path, String name, int limit, Problems problems) throws IOException {
        long size = Files.isRegularFile(path) ? Files.size(path) : 0;
        if (size > limit) {
            return tooLarge(name, limit, problems);
        }
        try (InputStream in = Files.newInputStream(path)) {
            return read(in, (int) size, name, limit, problems);
        }
    }

    /**
     * Reads {@code in} to its end, as {@link #read(Path, String, int, Problems)} does; it stays open.
     *
     * @throws IOException if it cannot be read
     */
    public static Optional<InputFile> read(InputStream in, String name, int limit, Problems problems)
            throws IOException {
        return read(in, 0, name, limit, problems);
    }

    private static Optional<InputFile> read(InputStream in, int expected, String name, int limit, Problems problems)
            throws IOException {
        byte[] content = read(in, expected, limit);
        return content == null ? tooLarge(name, limit, problems) : Optional.of(new InputFile(name, content));
    }

    private static Optional<InputFile> tooLarge(String name, int limit, Problems problems) {
        Text most = limit >= 1 << 20 ? Text.of((limit >> 20) + " MB") : Text.of("%s 字节", "%s bytes", limit);
        problems.error(
                "too-large",
                SourceText.of(name, "").whole(),
                Text.of("文件超过 %s 的上限", "the file is larger than the limit of %s", most));
        return Optional.empty();
    }

    /**
     * Returns all bytes of {@code in}, of which {@code expected} are likely, or null if there are more than
     * {@code limit}.
     */
    private static byte @Nullable [] read(InputStream in, int expected, int limit) throws IOException {
        byte[] start = new byte[expected];
        int length = in.readNBytes(start, 0, expected);
        if (length < expected) {
            return Arrays.copyOf(start, length);
        }
        List<byte[]> chunks = new ArrayList<>();
        for (byte[] chunk = in.readNBytes(CHUNK); chunk.length > 0; chunk = in.readNBytes(CHUNK)) {
            length += chunk.length;
            if (length > limit) {
                return null;
            }
            chunks.add(chunk);
        }
        byte[] all = chunks.isEmpty() ? start : Arrays.copyOf(start, length);
        int at = expected;
        for (byte[] chunk : chunks) {
            System.arraycopy(chunk, 0, all, at, chunk.length);
            at += chunk.length;
        }
        return all;
    }

    /** Returns the file as the user named it. */
    public String name() {
        return name;
    }

    /** Returns the bytes themselves, not a copy; they must not be changed. */
    public byte[] content() {
        return content;
    }

    /** Returns what the content is, whatever the name says. */
    public FileKind kind() {
        return FileKind.of(content);
    }

    /** Returns the text of the file, in the encoding named or, without a name, the one it is in; empty if refused. */
    public Optional<Decoded> decode(@Nullable String encodingName, Problems problems) {
        return TextDecoder.decode(name, content, encodingName, problems);
    }

    /** Returns the SHA-256 of the bytes in hexadecimal. */
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
