package guifan.report;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/** The files that this process must not leave behind: when it is interrupted they are removed, and no new ones made. */
public final class TemporaryFiles {

    private static final String PREFIX = ".guifan-";
    private static final String ENDING = ".tmp";

    private static final Set<Path> OPEN = new LinkedHashSet<>();
    private static boolean ending;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(TemporaryFiles::end, "remove temporary files"));
    }

    private TemporaryFiles() {}

    /**
     * Returns a new empty file in {@code folder}.
     *
     * @throws InterruptedIOException if the process is about to end
     * @throws IOException if the file cannot be made
     */
    static synchronized Path create(Path folder) throws IOException {
        refuseLate();
        Path file = Files.createTempFile(folder, PREFIX, ENDING);
        OPEN.add(file);
        return file;
    }

    /** Opens a file that was not there before. */
    public interface Opening {

        /**
         * Returns the file, open.
         *
         * @throws IOException if it is not to be had; it is then somebody else's
         */
        FileChannel open() throws IOException;
    }

    /**
     * Opens a file that lasts no longer than this process.
     *
     * @throws InterruptedIOException if the process is about to end
     * @throws IOException if it cannot be opened
     */
    public static synchronized FileChannel open(Path file, Opening opening) throws IOException {
        refuseLate();
        FileChannel channel = opening.open();
        OPEN.add(file);
        return channel;
    }

    /**
     * Removes {@code file} if it is still there, and thinks of it no more.
     *
     * @throws IOException if it cannot be removed
     */
    public static synchronized void remove(Path file) throws IOException {
        OPEN.remove(file);
        Files.deleteIfExists(file);
    }

    /**
     * Removes the files in {@code folder} of processes that were killed while they wrote. Nobody else may be writing
     * there.
     *
     * @throws IOException if the folder cannot be read, or a file not removed
     */
    public static void sweep(Path folder) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*" + ENDING)) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static void refuseLate() throws InterruptedIOException {
        if (ending) {
            throw new InterruptedIOException("interrupted");
        }
    }

    private static synchronized void end() {
        ending = true;
        OPEN.removeIf(TemporaryFiles::isRemoved);
    }

    private static boolean isRemoved(Path file) {
        try {
            Files.deleteIfExists(file);
            return true;
        } catch (IOException e) {
            // Nobody is left to be told; the next batch sweeps it away.
            return false;
        }
    }
}
