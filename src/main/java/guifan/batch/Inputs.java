package guifan.batch;

import guifan.source.SheetFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The hashes of files, by which a run sees whether it has anything to do. */
final class Inputs {

    private static final int CHUNK = 1 << 16;

    private Inputs() {}

    /**
     * Returns the hash of each file that {@code run} reads, by its path, in a fixed order.
     *
     * @throws IOException if one of them is missing or cannot be read
     */
    static Map<String, String> of(Run run, Path folder) throws IOException {
        List<String> files = new ArrayList<>(SheetFiles.expand(run.sheets(), folder));
        files.addAll(run.read());
        Map<String, String> hashes = new LinkedHashMap<>();
        for (String file : files) {
            hashes.put(file, hash(folder.resolve(file)));
        }
        return hashes;
    }

    /** Returns the hash of each of {@code files}, or nothing if one is not there. */
    static Optional<Map<String, String>> existing(List<String> files, Path folder) throws IOException {
        Map<String, String> hashes = new LinkedHashMap<>();
        for (String file : files) {
            if (!Files.isRegularFile(folder.resolve(file))) {
                return Optional.empty();
            }
            hashes.put(file, hash(folder.resolve(file)));
        }
        return Optional.of(hashes);
    }

    /** Returns the hash of {@code lines}. */
    static String hash(List<String> lines) {
        return HexFormat.of().formatHex(sha256().digest(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)));
    }

    /** Returns the hash of {@code content}. */
    static String hash(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    static String hash(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] chunk = new byte[CHUNK];
            for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                digest.update(chunk, 0, length);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
