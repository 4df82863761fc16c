package guifan.report;

import guifan.source.FileException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/** Writes a file whole or not at all: into a temporary file beside it, forced to disk, then renamed. */
public final class OutputFile {

    private static final String TEMPORARY = ".guifan-";

    private OutputFile() {}

    /**
     * Removes the temporary files in {@code folder} of processes that were killed while they wrote. Nobody else may be
     * writing there.
     *
     * @throws IOException if the folder cannot be read, or a file not removed
     */
    public static void sweep(Path folder) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, TEMPORARY + "*.tmp")) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        }
    }

    /**
     * Writes {@code content} to {@code file}. A symbolic link stays and its target is replaced; what is no regular
     * file, such as {@code /dev/stdout}, is written to directly.
     *
     * @throws FileAlreadyExistsException if the file exists and must not be replaced
     * @throws IOException if it cannot be written; an earlier file is then as it was
     */
    public static void write(Path file, byte[] content, boolean keepExisting) throws IOException {
        if (keepExisting && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(file.toString(), null, "exists already");
        }
        Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath();
        if (isDevice(file) || (Files.exists(target) && !Files.isRegularFile(target))) {
            if (Files.isDirectory(target)) {
                throw FileException.folder(file.toString());
            }
            try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
                out.write(content);
            }
            return;
        }
        Path folder = Objects.requireNonNull(target.getParent());
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new AccessDeniedException(file.toString());
        }
        replace(folder, target, content);
    }

    /** {@code /dev/stdout} may lead to a regular file that others write to as well; replacing it would cut them off. */
    private static boolean isDevice(Path file) {
        return file.startsWith("/dev") || file.startsWith("/proc");
    }

    private static void replace(Path folder, Path target, byte[] content) throws IOException {
        Path temporary = Files.createTempFile(folder, TEMPORARY, ".tmp");
        temporary.toFile().deleteOnExit(); // where Ctrl-C comes in between
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE);
                    OutputStream out = Channels.newOutputStream(channel)) {
                out.write(content);
                channel.force(true);
            }
            if (Files.getFileStore(temporary).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(
                        temporary,
                        Files.exists(target)
                                ? Files.getPosixFilePermissions(target)
                                : PosixFilePermissions.fromString("rw-r--r--"));
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
