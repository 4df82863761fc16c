package guifan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guifan.source.FileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are written together: all of them, or none. */
class OutputFileTest {

    @TempDir
    Path folder;

    private Map<Path, byte[]> files() throws IOException {
        Files.writeString(folder.resolve("there.csv"), "earlier");
        Files.writeString(folder.resolve("open.xlsx"), "in use");
        Map<Path, byte[]> files = new LinkedHashMap<>();
        for (String name : List.of("there.csv", "new.json", "open.xlsx", "last.md")) {
            files.put(folder.resolve(name), name.getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }

    @Test
    void allAreWritten() throws IOException {
        OutputFile.writeAll(files(), false);
        for (String name : List.of("there.csv", "new.json", "open.xlsx", "last.md")) {
            assertThat(folder.resolve(name)).hasContent(name);
        }
        assertThat(names()).hasSize(4);
    }

    /** As on Windows, where a file that Excel has open cannot be replaced. */
    @Test
    void noneIsChangedIfOneCannotBeReplaced() throws IOException {
        Map<Path, byte[]> files = files();
        assertThatThrownBy(() -> OutputFile.writeAll(files, false, this::refuseOpenFiles))
                .isInstanceOf(FileException.class)
                .hasMessageContaining("open.xlsx")
                .hasMessageContaining("close it");
        assertThat(folder.resolve("there.csv")).hasContent("earlier");
        assertThat(folder.resolve("open.xlsx")).hasContent("in use");
        assertThat(names()).containsExactly("open.xlsx", "there.csv");
    }

    private void refuseOpenFiles(Path from, Path to) throws IOException {
        if (to.endsWith("open.xlsx")) {
            throw new FileSystemException(to.toString());
        }
        Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
