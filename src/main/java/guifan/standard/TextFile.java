package guifan.standard;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A file that holds the text of a standard.
 *
 * @param path where it is
 * @param name where it lies below its folder of standards
 */
public record TextFile(Path path, String name) {

    /** Returns the files of {@code id} in the first of {@code places} that has it: the edition and its amendments. */
    static List<TextFile> of(StandardId id, List<Path> places) {
        Path place = places.stream()
                .filter(folder -> Files.isRegularFile(folder.resolve(id.fileName())))
                .findFirst()
                .orElseThrow();
        return IntStream.rangeClosed(0, Optional.ofNullable(id.amendment()).orElse(0))
                .mapToObj(id::at)
                .map(text -> new TextFile(place.resolve(text.fileName()), text.fileName()))
                .filter(text -> Files.isRegularFile(text.path()))
                .toList();
    }
}
