package guifan.report;

import guifan.source.FileException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes files whole or not at all: into temporary files beside them, forced to disk, then renamed. */
public final class OutputFile {

    private OutputFile() {}

    /** A file that is written and only has to be given its name. */
    private record Prepared(Path temporary, Path target) {}

    /**
     * Writes {@code content} to {@code file}, as {@link #writeAll} does.
     *
     * @throws IOException if it cannot be written; an earlier file is then as it was
     */
    public static void write(Path file, byte[] content, boolean keepExisting) throws IOException {
        writeAll(Map.of(file, content), keepExisting);
    }

    /**
     * Writes the contents of {@code files} by their paths, in the order of the map: either all of them or none. A
     * symbolic link stays and its target is replaced; what is no regular file, such as {@code /dev/stdout}, is written
     * to directly, after the others.
     *
     * @throws FileAlreadyExistsException if a file exists and must not be replaced
     * @throws IOException if one cannot be written; the earlier files are then as they were
     */
    public static void writeAll(Map<Path, byte[]> files, boolean keepExisting) throws IOException {
        List<Prepared> prepared = new ArrayList<>();
        Map<Path, byte[]> devices = new LinkedHashMap<>();
        try {
            for (Map.Entry<Path, byte[]> file : files.entrySet()) {
                Path target = target(file.getKey(), keepExisting);
                if (isDevice(file.getKey()) || (Files.exists(target) && !Files.isRegularFile(target))) {
                    devices.put(file.getKey(), file.getValue());
                } else {
                    prepare(file.getKey(), target, file.getValue(), prepared);
                }
            }
            // Once all are written, for then the first of them takes most of the others along.
            for (Prepared file : prepared) {
                try (FileChannel channel = FileChannel.open(file.temporary(), StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
            }
            for (Prepared file : prepared) {
                Files.move(
                        file.temporary(),
                        file.target(),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            for (Prepared file : prepared) {
                TemporaryFiles.remove(file.temporary());
            }
        }
        for (Map.Entry<Path, byte[]> device : devices.entrySet()) {
            try (OutputStream out = Files.newOutputStream(device.getKey(), StandardOpenOption.WRITE)) {
                out.write(device.getValue());
            }
        }
    }

    private static Path target(Path file, boolean keepExisting) throws IOException {
        if (keepExisting && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(file.toString(), null, "exists already");
        }
        Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath();
        if (Files.isDirectory(target)) {
            throw FileException.folder(file.toString());
        }
        return target;
    }

    /** {@code /dev/stdout} may lead to a regular file that others write to as well; replacing it would cut them off. */
    private static boolean isDevice(Path file) {
        return file.startsWith("/dev") || file.startsWith("/proc");
    }

    private static void prepare(Path file, Path target, byte[] content, List<Prepared> prepared) throws IOException {
        Path folder = Objects.requireNonNull(target.getParent());
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new AccessDeniedException(file.toString());
        }
        Path temporary = TemporaryFiles.create(folder);
        prepared.add(new Prepared(temporary, target));
        Files.write(temporary, content);
        if (Files.getFileStore(temporary).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(
                    temporary,
                    Files.exists(target)
                            ? Files.getPosixFilePermissions(target)
                            : PosixFilePermissions.fromString("rw-r--r--"));
        }
    }
}
