package guifan.diff;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.evaluate.Evaluation;
import guifan.evaluate.SheetSet;
import guifan.evaluate.UnitResult.Totals;
import guifan.number.Rational;
import guifan.source.InputException;
import guifan.source.InputFile;
import guifan.source.Language;
import guifan.source.Problems;
import guifan.source.YamlWriter;
import guifan.standard.EffectiveWeights;
import guifan.standard.Standard;
import guifan.standard.StandardLibrary;
import guifan.standard.StandardLibrary.Folder;
import guifan.standard.StandardLibrary.When;
import guifan.standard.Standards;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Amendments of what nodes weigh, from the patch to the difference that is told. */
class WeightAmendmentTest {

    private static final String BASE = Standards.HEAD.replace("small", "mix") + """
            total: 100
            combine: mean
            areas:
              - id: works
                name: 实事
                weight: 6
                combine: mean
                indicators:
                  - {id: school, name: 校园, weight: %s, points: 10, rule: {kind: given}}
                  - {id: road, name: 道路, weight: %s, points: 10, rule: {kind: given}}
              - id: daily
                name: 日常
                weight: %s
                indicators:
                  - {id: reply, name: 答复, points: 20, rule: {kind: given}}
            """ + Standards.GRADES + "...\n";

    @TempDir
    Path folder;

    private Standard load(String id) throws IOException, InputException {
        return new StandardLibrary(List.of(new Folder(folder, "standards"))).find(id, When.LATEST, folder);
    }

    private Standard base(Object... weights) throws IOException, InputException {
        Files.writeString(folder.resolve("mix.yaml"), BASE.formatted(weights));
        return load("mix.0");
    }

    private Standard amended(Standard before, String changes) throws IOException, InputException {
        Files.writeString(
                folder.resolve("mix.1.yaml"), """
                format: 1
                standard: "mix.1"
                amends: "mix.0"
                rules-hash: %s
                title: 修订
                status: issued
                effective: 2021-01-01
                changes:
                %s...
                """.formatted(before.identity().rulesHash(), changes));
        return load("mix.1");
    }

    private static final String HEAVIER = """
              - {set: works, weight: {was: 6, now: 7}, reason: 加重}
              - {set: daily, weight: {was: 4, now: 3}, reason: 减轻}
              - {set: road, weight: {was: 2, now: 3/2}, reason: 减轻}
            """;

    @Test
    void anAmendmentSetsWhatAreasAndIndicatorsWeigh() throws Exception {
        Standard before = base(1, 2, 4);
        Standard after = amended(before, HEAVIER);
        assertThat(EffectiveWeights.of(before, "镇"))
                .isEqualTo(Map.of("school", Rational.of(20), "road", Rational.of(40), "reply", Rational.of(40)));
        assertThat(EffectiveWeights.of(after, "镇"))
                .isEqualTo(Map.of("school", Rational.of(28), "road", Rational.of(42), "reply", Rational.of(30)));
        StandardDiff diff = StandardDiff.of(before, after);
        assertThat(diff.changes()).extracting(IndicatorChange::id).containsExactly("road");
        assertThat(diff.changes().get(0).details())
                .extracting(detail -> detail.key() + " " + detail.was().in(Language.EN) + " "
                        + detail.now().in(Language.EN))
                .containsExactly("weight 2 3/2");
        assertThat(diff.parts())
                .hasSize(2)
                .allSatisfy(part ->
                        assertThat(part.details()).extracting(Detail::key).containsExactly("weight"));
    }

    @Test
    void theDraftOfSuchAnAmendmentGivesTheSameRules() throws Exception {
        Standard before = base(1, 2, 4);
        Standard after = amended(before, HEAVIER);
        Files.writeString(folder.resolve("mix.1.yaml"), YamlWriter.document(AmendmentDraft.of(before, after)));
        assertThat(load("mix.1").identity().rulesHash())
                .isEqualTo(after.identity().rulesHash())
                .isNotEqualTo(before.identity().rulesHash());
    }

    @Test
    void whatIsAddedWithoutWeightChangesTheStandardAndNoTotal() throws Exception {
        Random random = new Random(10);
        for (int i = 0; i < 20; i++) {
            Standard before = base(1 + random.nextInt(9), Rational.of(1 + random.nextInt(9), 7), 1 + random.nextInt(5));
            Standard after = amended(
                    before,
                    "  - {add: more, to: works, name: 又一项, weight: 0, points: 10, rule: {kind: given}, reason: 试行}\n");
            StringBuilder sheet = new StringBuilder("单位,类别,校园,道路,答复");
            StringBuilder longer = new StringBuilder(sheet).append(",又一项\n");
            sheet.append('\n');
            for (int unit = 0; unit < 4; unit++) {
                String row =
                        "U%s,镇,%s,%s,%s".formatted(unit, random.nextInt(11), random.nextInt(11), random.nextInt(21));
                sheet.append(row).append('\n');
                longer.append(row).append(',').append(random.nextInt(11)).append('\n');
            }
            StandardDiff standards = StandardDiff.of(before, after);
            assertThat(standards.isEmpty()).isFalse();
            ResultDiff results =
                    ResultDiff.of(evaluation(before, sheet.toString()), evaluation(after, longer.toString()));
            assertThat(results.units()).hasSize(4).allSatisfy(unit -> {
                assertThat(unit.results().before()).isNotNull();
                assertThat(unit.difference(Totals::exactFinal)).contains(Rational.ZERO);
                assertThat(unit.placesGained()).contains(Rational.ZERO);
                assertThat(unit.indicators())
                        .allSatisfy(one -> assertThat(one.before()).isNull());
            });
        }
    }

    private static Evaluation evaluation(Standard standard, String sheet) {
        Problems problems = new Problems();
        SheetSet sheets = new SheetSet(problems);
        sheets.add(InputFile.of("scores.csv", sheet.getBytes(StandardCharsets.UTF_8)), null);
        Evaluation evaluation = sheets.evaluate(standard, 2021);
        assertThat(problems.hasErrors()).as(problems.all().toString()).isFalse();
        return evaluation;
    }
}
