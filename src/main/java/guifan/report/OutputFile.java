package guifan.report;

import guifan.source.FileException;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
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
import java.util.Optional;

/** Writes files whole or not at all: into temporary files beside them, forced to disk, then renamed. */
public final class OutputFile {

    private OutputFile() {}

    /** Makes what a file holds. */
    @FunctionalInterface
    public interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** A file that is written and only has to be given its name. */
    private record Prepared(Path temporary, Path target) {}

    /** Gives a file its name, whatever had it. */
    @FunctionalInterface
    interface Renaming {

        void move(Path from, Path to) throws IOException;
    }

    private static final Renaming ATOMIC =
            (from, to) -> Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);

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
        writeAll(files, keepExisting, ATOMIC);
    }

    static void writeAll(Map<Path, byte[]> files, boolean keepExisting, Renaming renaming) throws IOException {
        Map<Path, Content> contents = new LinkedHashMap<>();
        files.forEach((file, content) -> contents.put(file, out -> out.write(content)));
        stream(contents, keepExisting, renaming);
    }

    /**
     * Writes files as {@link #writeAll} does, whose contents need not fit into memory.
     *
     * @throws FileAlreadyExistsException if a file exists and must not be replaced
     * @throws IOException if one cannot be written; the earlier files are then as they were
     */
    public static void stream(Map<Path, Content> files, boolean keepExisting) throws IOException {
        stream(files, keepExisting, ATOMIC);
    }

    private static void stream(Map<Path, Content> files, boolean keepExisting, Renaming renaming) throws IOException {
        List<Prepared> prepared = new ArrayList<>();
        Map<Path, byte[]> devices = new LinkedHashMap<>();
        try {
            for (Map.Entry<Path, Content> file : files.entrySet()) {
                Path target = target(file.getKey(), keepExisting);
                if (isDevice(file.getKey()) || (Files.exists(target) && !Files.isRegularFile(target))) {
                    ByteArrayOutputStream whole = new ByteArrayOutputStream();
                    file.getValue().write(whole);
                    devices.put(file.getKey(), whole.toByteArray());
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
            rename(prepared, renaming);
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

    /** On Windows a file that another program has open cannot be replaced; those before it are then put back. */
    private static void rename(List<Prepared> prepared, Renaming renaming) throws IOException {
        List<Prepared> before = new ArrayList<>();
        List<Prepared> renamed = new ArrayList<>();
        try {
            for (Prepared file : prepared.size() > 1 ? prepared : List.<Prepared>of()) {
                if (Files.exists(file.target())) {
                    before.add(new Prepared(copy(file.target()), file.target()));
                }
            }
            for (Prepared file : prepared) {
                try {
                    renaming.move(file.temporary(), file.target());
                } catch (IOException e) {
                    undo(renamed, before, e);
                    throw FileException.notReplaced(file.target().toString(), e);
                }
                renamed.add(file);
            }
        } finally {
            for (Prepared file : before) {
                TemporaryFiles.remove(file.temporary());
            }
        }
    }

    /** Opens a file that is there; one that an ending process has removed is not made again. */
    private static OutputStream open(Path temporary) throws IOException {
        return Files.newOutputStream(temporary, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    private static Path copy(Path file) throws IOException {
        Path copy = TemporaryFiles.create(Objects.requireNonNull(file.getParent()));
        try (OutputStream out = open(copy)) {
            Files.copy(file, out);
        }
        if (Files.getFileStore(copy).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(copy, Files.getPosixFilePermissions(file));
        }
        return copy;
    }

    private static void undo(List<Prepared> renamed, List<Prepared> before, IOException why) {
        for (Prepared file : renamed) {
            try {
                Optional<Prepared> earlier = before.stream()
                        .filter(one -> one.target().equals(file.target()))
                        .findFirst();
                if (earlier.isPresent()) {
                    ATOMIC.move(earlier.get().temporary(), file.target());
                } else {
                    Files.delete(file.target());
                }
            } catch (IOException e) {
                why.addSuppressed(e);
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

    private static void prepare(Path file, Path target, Content content, List<Prepared> prepared) throws IOException {
        Path folder = Objects.requireNonNull(target.getParent());
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new AccessDeniedException(file.toString());
        }
        Path temporary = TemporaryFiles.create(folder);
        prepared.add(new Prepared(temporary, target));
        try (OutputStream out = new BufferedOutputStream(open(temporary))) {
            content.write(out);
        }
        if (Files.getFileStore(temporary).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(
                    temporary,
                    Files.exists(target)
                            ? Files.getPosixFilePermissions(target)
                            : PosixFilePermissions.fromString("rw-r--r--"));
        }
    }
}
