package guifan.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputFileTest {

    private final Problems problems = new Problems();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void aFileIsReadUnderTheNameTheUserGaveIt() throws IOException {
        Path path = Files.writeString(folder.resolve("甲.csv"), "单位,得分\n", UTF_8);
        InputFile file = InputFile.read(path, "./甲.csv", 1000, problems).orElseThrow();
        assertThat(file.name()).isEqualTo("./甲.csv");
        assertThat(file.content()).isEqualTo("单位,得分\n".getBytes(UTF_8));
        assertThat(file.kind()).isEqualTo(FileKind.TEXT);
        assertThat(file.decode(null, problems).orElseThrow().text()).isEqualTo("单位,得分\n");
    }

    @Test
    void theHashIsThatOfTheBytes() {
        assertThat(InputFile.of("a", "abc".getBytes(UTF_8)).sha256())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9, 10})
    void upToTheLimitAFileIsRead(int size) throws IOException {
        Path path = Files.write(folder.resolve("a"), new byte[size]);
        assertThat(InputFile.read(path, "a", 10, problems))
                .hasValueSatisfying(file -> assertThat(file.content()).hasSize(size));
    }

    @Test
    void aFileAboveTheLimitIsRefused() throws IOException {
        Path path = Files.write(folder.resolve("a"), new byte[11]);
        assertThat(InputFile.read(path, "a", 10, problems)).isEmpty();
        assertThat(problems.all()).extracting(Diagnostic::code).containsExactly("too-large");
        assertThat(problems.all().get(0).message().zh()).isEqualTo("文件超过 10 字节 的上限");
    }

    @Test
    void anEndlessDeviceIsReadOnlyUpToTheLimit() throws IOException {
        assumeThat(Path.of("/dev/zero")).exists();
        assertThat(InputFile.read(Path.of("/dev/zero"), "/dev/zero", 3 << 20, problems))
                .isEmpty();
        assertThat(problems.all().get(0).message().en()).contains("3 MB");
    }

    @Test
    void aStreamIsReadToItsEndOrTheLimit() throws IOException {
        byte[] sent = "甲,1\n".repeat(30_000).getBytes(UTF_8);
        assertThat(InputFile.read(new ByteArrayInputStream(sent), "stdin", sent.length, problems))
                .hasValueSatisfying(file -> assertThat(file.content()).isEqualTo(sent));
        assertThat(InputFile.read(new ByteArrayInputStream(sent), "stdin", sent.length - 1, problems))
                .isEmpty();
        assertThat(problems.all()).extracting(Diagnostic::code).containsExactly("too-large");
    }

    @Test
    void theEmptyDeviceIsAnEmptyFile() throws IOException {
        assumeThat(Path.of("/dev/null")).exists();
        assertThat(InputFile.read(Path.of("/dev/null"), "/dev/null", 10, problems))
                .hasValueSatisfying(file -> assertThat(file.content()).isEmpty());
    }

    @Test
    void aPipeIsReadThoughItsSizeIsZero() throws Exception {
        Path pipe = folder.resolve("pipe");
        Optional<Process> made = makePipe(pipe);
        assumeThat(made).isPresent();
        assertThat(made.orElseThrow().waitFor()).isZero();
        byte[] sent = "甲,1\n".repeat(30_000).getBytes(UTF_8);
        Thread writer = new Thread(() -> send(pipe, sent));
        writer.start();
        assertThat(InputFile.read(pipe, "pipe", 1 << 20, problems))
                .hasValueSatisfying(file -> assertThat(file.content()).isEqualTo(sent));
        writer.join();
    }

    @Test
    void aMissingFileAndAFolderAreFailuresOfReading() {
        assertThatThrownBy(() -> InputFile.read(folder.resolve("b"), "b", 10, problems))
                .isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> InputFile.read(folder, "folder", 10, problems)).isInstanceOf(IOException.class);
    }

    private static Optional<Process> makePipe(Path pipe) {
        try {
            return Optional.of(new ProcessBuilder("mkfifo", pipe.toString()).start());
        } catch (IOException noSuchCommand) {
            return Optional.empty();
        }
    }

    private static void send(Path pipe, byte[] sent) {
        try (OutputStream out = Files.newOutputStream(pipe)) {
            out.write(sent);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
