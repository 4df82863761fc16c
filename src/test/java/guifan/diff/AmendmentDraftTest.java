package guifan.diff;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.source.InputException;
import guifan.source.Location;
import guifan.source.Node;
import guifan.source.Node.Entry;
import guifan.source.Node.Mapping;
import guifan.source.Node.Scalar;
import guifan.source.YamlWriter;
import guifan.standard.Standard;
import guifan.standard.StandardLibrary;
import guifan.standard.StandardLibrary.Folder;
import guifan.standard.StandardLibrary.When;
import guifan.standard.Standards;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Applying what is told to the old standard gives the new one. */
class AmendmentDraftTest {

    @TempDir
    Path folder;

    private Standard load(String id) throws IOException, InputException {
        return new StandardLibrary(List.of(new Folder(folder, "standards"))).find(id, When.LATEST, folder);
    }

    /** Puts the text of {@code standard} into the folder as an edition of its own. */
    private Standard copy(Mapping text, String id) throws IOException, InputException {
        Location place = text.place();
        Mapping renamed = text.with("standard", new Entry(place, new Scalar(id, place)))
                .with("status", new Entry(place, new Scalar("issued", place)));
        Files.writeString(folder.resolve(id + ".yaml"), YamlWriter.document(renamed));
        return load(id + ".0");
    }

    private Standard amended(Standard before, Standard after) throws IOException, InputException {
        String name = AmendmentDraft.next(before).toString();
        String text = YamlWriter.document(AmendmentDraft.of(before, after));
        Files.writeString(folder.resolve(name + ".yaml"), text);
        return load(name);
    }

    /** Returns all pairs of texts of one system, and some of systems that have nothing in common. */
    static List<Arguments> pairs() {
        List<String> ids = Standards.shipped();
        List<Arguments> pairs = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            for (int j = 0; j < ids.size(); j++) {
                boolean sameSystem = system(ids.get(i)).equals(system(ids.get(j)));
                if (sameSystem || j == (i + 1) % ids.size()) {
                    pairs.add(Arguments.arguments(ids.get(i), ids.get(j)));
                }
            }
        }
        return pairs;
    }

    private static String system(String id) {
        return id.substring(0, id.lastIndexOf('/') + 1);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void theAmendmentTurnsOneShippedStandardIntoAnother(String before, String after) throws Exception {
        Standard old = copy(Standards.shipped(before).identity().text(), "old");
        Standard now = Standards.shipped(after);
        assertThat(amended(old, now).identity().rulesHash())
                .isEqualTo(now.identity().rulesHash());
    }

    @Test
    void theDraftOfAnAmendmentHasItsChangesOnly() {
        Mapping draft = AmendmentDraft.of(Standards.shipped("2019.0"), Standards.shipped("2019.1"));
        String text = YamlWriter.document(draft);
        assertThat(Part.mappings(draft, "changes"))
                .extracting(change -> change.entries().keySet().iterator().next() + " "
                        + change.text("set").or(() -> change.text("add")).orElse(""))
                .containsExactlyInAnyOrder(
                        "set session-hold",
                        "set decide-major",
                        "add decide-vote",
                        "set recess-report",
                        "set self-rules");
        assertThat(text).contains("areas: {session: 11, decide: 11, recess: 7, self: 9}", "standard: \"2019.1\"");
    }

    @Test
    void randomlyChangedStandardsAreReachedToo() throws Exception {
        Random random = new Random(20190701);
        Mapping text = Standards.shipped("2019.1").identity().text();
        Standard original = copy(text, "2030");
        int sound = 0;
        for (int i = 0; i < 400 && sound < 120; i++) {
            Mapping changed = text;
            for (int n = random.nextInt(4); n >= 0; n--) {
                changed = Mutations.mutate(changed, random);
            }
            Standard now;
            try {
                now = copy(changed, "new");
            } catch (InputException refused) {
                continue;
            }
            sound++;
            boolean same = now.identity().rulesHash().equals(original.identity().rulesHash());
            StandardDiff diff = StandardDiff.of(original, now);
            String written = YamlWriter.document(AmendmentDraft.of(original, now));
            assertThat(same || !diff.isEmpty())
                    .as("a change is not told: " + written)
                    .isTrue();
            assertThat(amended(original, now).identity().rulesHash())
                    .as(written)
                    .isEqualTo(now.identity().rulesHash());
        }
        assertThat(sound).isGreaterThanOrEqualTo(100);
    }

    @Test
    void numbersWrittenInAnotherWayAreNoChange() throws Exception {
        Mapping text = Standards.shipped("2018").identity().text();
        Standard old = copy(text, "old");
        Mapping rewritten = (Mapping) Mutations.rewrite(
                text,
                scalar -> Optional.of(scalar.text())
                        .filter(word -> word.matches("[0-9]+") && word.length() < 3)
                        .map(word -> word + ".0")
                        .orElse(scalar.text()));
        String written = YamlWriter.document(rewritten).replace("format: 1.0", "format: 1");
        assertThat(written).contains("points: 5.0");
        Standard now = copy((Mapping) read(written), "new");
        assertThat(now.identity().rulesHash()).isEqualTo(old.identity().rulesHash());
        assertThat(StandardDiff.of(old, now).changes().stream()
                        .flatMap(change -> change.details().stream())
                        .filter(detail -> detail.severity() == Severity.MAJOR))
                .isEmpty();
    }

    private static Node read(String text) {
        return guifan.source.YamlReader.read(guifan.source.SourceText.of("a.yaml", text), new guifan.source.Problems())
                .orElseThrow();
    }
}
