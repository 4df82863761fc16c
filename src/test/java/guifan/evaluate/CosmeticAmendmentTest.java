package guifan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.diff.ResultDiff;
import guifan.diff.Severity;
import guifan.diff.StandardDiff;
import guifan.source.InputFile;
import guifan.source.Node;
import guifan.source.Node.Entry;
import guifan.source.Node.Mapping;
import guifan.source.Node.Scalar;
import guifan.source.Node.Sequence;
import guifan.source.Problems;
import guifan.source.YamlWriter;
import guifan.standard.Standard;
import guifan.standard.Standards;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Other words, names, comments and another order of keys change no result, and not the hash of the rules. */
class CosmeticAmendmentTest {

    private static final Set<String> PROSE = Set.of("title", "note", "then", "reason", "document", "issuer");

    @ParameterizedTest
    @CsvSource({
        "2018.0, examples/2018/scores.csv, 2018",
        "2019.0, examples/2019/scores.csv, 2019",
        "2019.1, examples/2019/scores.csv, 2019",
        "2019.1, examples/2020/scores.csv, 2020",
        "liaison-station/2019.0, examples/liaison-station/stations.csv, 2019",
        "brand/2019.0, examples/brand/brands.csv, 2019",
        "innovation-case/2019.0, examples/innovation-case/cases.csv, 2019",
        "livelihood-project/2019.0, examples/livelihood-project/projects.csv, 2019",
    })
    void ofEveryShippedStandard(String id, String sheet, int year) throws IOException {
        Mapping text = Standards.shipped(id).identity().text();
        Standard before = Standards.of(YamlWriter.document(text));
        Evaluation old = evaluate(before, Files.readString(Path.of(sheet)), year);
        Random random = new Random(43);
        for (int i = 0; i < 3; i++) {
            Standard after = Standards.of(commented(YamlWriter.document(cosmetic(text, random)), random));
            assertThat(after.identity().rulesHash()).isEqualTo(before.identity().rulesHash());
            assertThat(after.identity().textHash())
                    .isNotEqualTo(before.identity().textHash());
            StandardDiff told = StandardDiff.of(before, after);
            assertThat(told.isEmpty()).isFalse();
            assertThat(told.filtered(Severity.MAJOR).changes()).isEmpty();
            assertThat(told.filtered(Severity.MAJOR).parts()).isEmpty();
            ResultDiff diff = ResultDiff.of(old, evaluate(after, Files.readString(Path.of(sheet)), year));
            assertThat(diff.changed()).isEmpty();
            assertThat(diff.isEmpty()).isTrue();
        }
    }

    @Test
    void ofMadeUpStandards() {
        RandomCases.forAll(43, 30, (standard, random) -> {
            Standard before = Standards.of(standard.yaml(null));
            Mapping changed = cosmetic(before.identity().text(), random);
            Standard after = Standards.of(commented(YamlWriter.document(changed), random));
            assertThat(after.identity().rulesHash()).isEqualTo(before.identity().rulesHash());
            String sheet = standard.sheet(standard.rows(random, 4), null);
            assertThat(ResultDiff.of(evaluate(before, sheet, 2020), evaluate(after, sheet, 2020))
                            .isEmpty())
                    .isTrue();
        });
    }

    private static Evaluation evaluate(Standard standard, String sheet, int year) {
        Problems problems = new Problems();
        SheetSet set = new SheetSet(problems);
        set.add(InputFile.of("1.csv", sheet.getBytes(java.nio.charset.StandardCharsets.UTF_8)), null);
        Evaluation evaluation = set.evaluate(standard, year);
        assertThat(Sheets.said(problems, guifan.source.Diagnostic.Severity.ERROR))
                .isEmpty();
        return evaluation;
    }

    /** Indicators get other names; sheets know them by their old ones, which become the short ones. */
    private static Mapping cosmetic(Mapping mapping, Random random) {
        Mapping changed = mapping;
        boolean indicator =
                mapping.get("rule").isPresent() && mapping.get("points").isPresent();
        for (Map.Entry<String, Entry> entry : mapping.entries().entrySet()) {
            Node value = entry.getValue().value();
            changed = changed.with(entry.getKey(), new Entry(mapping.place(), cosmetic(entry.getKey(), value, random)));
        }
        if (indicator && mapping.text("id").isPresent() && mapping.text("name").isPresent()) {
            String name = mapping.text("name").orElseThrow();
            changed = changed.with("name", entry(mapping, name + "（修订）")).with("short", entry(mapping, name));
        }
        boolean closed = mapping.entries().keySet().stream().allMatch(key -> key.matches("[a-z][a-z-]+"));
        return closed ? shuffled(changed, random) : changed;
    }

    private static Node cosmetic(String key, Node value, Random random) {
        if (value instanceof Mapping mapping) {
            return cosmetic(mapping, random);
        }
        if (value instanceof Sequence list) {
            List<Node> items = list.items().stream()
                    .map(item -> cosmetic("", item, random))
                    .toList();
            return new Sequence(items, list.place());
        }
        Scalar scalar = (Scalar) value;
        return PROSE.contains(key) ? new Scalar(scalar.text() + "（文字修订）", scalar.place()) : scalar;
    }

    private static Entry entry(Node at, String text) {
        return new Entry(at.place(), new Scalar(text, at.place()));
    }

    private static Mapping shuffled(Mapping mapping, Random random) {
        List<String> keys = new ArrayList<>(mapping.entries().keySet());
        Collections.shuffle(keys, random);
        Mapping result = new Mapping(Map.of(), mapping.place());
        for (String key : keys) {
            result = result.with(key, mapping.entries().get(key));
        }
        return result;
    }

    private static String commented(String yaml, Random random) {
        return yaml.lines()
                .map(line -> random.nextInt(4) == 0 ? "# 说明\n" + line : line)
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
