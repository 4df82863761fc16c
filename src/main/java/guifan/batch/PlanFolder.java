package guifan.batch;

import guifan.report.TemporaryFiles;
import guifan.source.InputException;
import guifan.source.InputFile;
import guifan.source.Problems;
import guifan.source.SourceText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A plan in its folder, which no other batch may work in until this is closed. */
public final class PlanFolder implements AutoCloseable {

    private static final int LIMIT = 1 << 20;

    /** A byte beyond the text of the file, for Windows lets nobody read what is locked. */
    private static final long LOCKED = 1L << 20;

    private final Path folder;
    private final Path lockFile;
    private final Path busy;
    private final FileChannel channel;
    private final Plan plan;
    private final Lock lock;

    private PlanFolder(Path folder, Path lockFile, Path busy, FileChannel channel, Plan plan, Lock lock) {
        this.folder = folder;
        this.lockFile = lockFile;
        this.busy = busy;
        this.channel = channel;
        this.plan = plan;
        this.lock = lock;
    }

    /**
     * Opens the plan {@code file}.
     *
     * @param name the file as the user named it
     * @param failFast whether to stop at the first failure, whatever the plan says
     * @throws InputException if the plan is wrong
     * @throws IOException if it cannot be read, or another batch works in its folder
     */
    public static PlanFolder open(Path file, String name, boolean failFast) throws InputException, IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(name);
        }
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Problems problems = new Problems();
        Optional<Plan> plan = source(file, name, problems).flatMap(source -> Plan.read(source, folder, problems));
        problems.throwIfErrors(InputException.Subject.DATA);
        Plan read = plan.orElseThrow();
        Plan chosen = failFast ? read.failingFast() : read;
        Path lockFile = beside(file, ".lock.yaml");
        Path busy = folder.resolve(".guifan-batch.busy");
        FileChannel channel = TemporaryFiles.open(busy, () -> hold(busy));
        try {
            Lock lock = Files.isRegularFile(lockFile)
                    ? source(lockFile, String.valueOf(lockFile.getFileName()), problems)
                            .map(source -> Lock.read(source, problems))
                            .orElseGet(Lock::new)
                    : new Lock();
            problems.throwIfErrors(InputException.Subject.DATA);
            return new PlanFolder(folder, lockFile, busy, channel, chosen, lock);
        } catch (InputException | IOException e) {
            TemporaryFiles.remove(busy);
            channel.close();
            throw e;
        }
    }

    private static Optional<SourceText> source(Path file, String name, Problems problems) throws IOException {
        return InputFile.read(file, name, LIMIT, problems)
                .map(read -> SourceText.of(name, new String(read.content(), StandardCharsets.UTF_8)));
    }

    private static Path beside(Path file, String ending) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return file.resolveSibling((dot < 1 ? name : name.substring(0, dot)) + ending);
    }

    private static FileChannel hold(Path busy) throws IOException {
        FileChannel channel = FileChannel.open(busy, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock held;
        try {
            held = channel.tryLock(LOCKED, 1, false);
        } catch (OverlappingFileLockException e) {
            held = null;
        }
        if (held == null || !isThere(busy, channel)) {
            channel.close();
            throw new BusyFolderException(String.valueOf(busy.getParent()));
        }
        return channel;
    }

    /** What is locked may have been removed by a batch that ended in between, and another have come after it. */
    private static boolean isThere(Path busy, FileChannel channel) throws IOException {
        String mark = Long.toString(ProcessHandle.current().pid());
        channel.truncate(0).write(ByteBuffer.wrap(mark.getBytes(StandardCharsets.UTF_8)));
        return Files.isRegularFile(busy) && Files.readString(busy).equals(mark);
    }

    /** Returns the folder of the plan. */
    public Path folder() {
        return folder;
    }

    /** Returns the folder of standards that the plan names, empty for the usual places. */
    public String standards() {
        return plan.standards();
    }

    Plan plan() {
        return plan;
    }

    /** Returns how many runs there are. */
    public int runs() {
        return plan.runs().size();
    }

    /** Returns the batch that does the plan. */
    public Batch batch(Batch.Engine engine, Batch.Options options) {
        return new Batch(folder, lockFile, plan, lock, engine, options);
    }

    /** Lets other batches into the folder. */
    @Override
    public void close() throws IOException {
        TemporaryFiles.remove(busy);
        channel.close();
    }
}
