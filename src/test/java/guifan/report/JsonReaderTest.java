package guifan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guifan.evaluate.Evaluation;
import guifan.source.InputException;
import guifan.source.Language;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    private static final int ROUNDS = 300;
    private static final int DAMAGED = 500;

    private static String json(Evaluation evaluation) {
        return Samples.written(new JsonWriter(), evaluation, Language.ZH);
    }

    private static String message(String json) {
        try {
            JsonReader.read("results.json", json);
        } catch (InputException e) {
            return e.diagnostics().get(0).message().zh();
        }
        throw new AssertionError("accepted: " + json);
    }

    @Test
    void whatWasWrittenIsReadBackEqualAndFitForEveryOutput() throws InputException, IOException {
        assertThat(JsonReader.read("results.json", json(SampleUnits.all()))).isEqualTo(SampleUnits.all());
        for (int seed = 0; seed < ROUNDS; seed++) {
            Evaluation evaluation = new RandomEvaluations(seed).next();
            String json = json(evaluation);
            Evaluation read = JsonReader.read("results.json", json);
            assertThat(read).as("seed " + seed).isEqualTo(evaluation);
            assertThat(json(read)).as("seed " + seed).isEqualTo(json);
            explained(json);
        }
    }

    @Test
    void aByteOrderMarkIsPassedOver() throws InputException {
        assertThat(JsonReader.read("results.json", "\uFEFF" + json(SampleUnits.all())))
                .isEqualTo(SampleUnits.all());
    }

    @Test
    void whatALaterMinorVersionAddsIsPassedOver() throws InputException {
        String later = json(SampleUnits.all())
                .replace("\"formatVersion\": \"1.0\",", "\"formatVersion\": \"1.7\", \"new\": [{\"a\": 1}],");
        assertThat(JsonReader.read("results.json", later)).isEqualTo(SampleUnits.all());
    }

    @Test
    void anotherMajorVersionIsRefused() {
        assertThat(message(json(SampleUnits.all()).replace("\"1.0\"", "\"2.0\"")))
                .isEqualTo("评价结果的格式版本是 2.0，本程序只能读 1.x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "nonsense",
                "[]",
                "null",
                "1",
                "{}",
                "{\"formatVersion\": 1}",
                "{\"formatVersion\": \"1.0\", \"standard\": []}",
                "{\"formatVersion\": \"1.0\", \"formatVersion\": \"1.0\"}",
                "{\"formatVersion\": \"1.0\"} x",
                "{\"formatVersion\": NaN}",
                "{\"formatVersion\": 1e999999999999999999}",
                "{\"formatVersion\": 1e2000000000}",
                "{\"formatVersion\": 1E-2000000000}"
            })
    void whatIsNoResultIsRefused(String json) {
        assertThatThrownBy(() -> JsonReader.read("results.json", json)).isInstanceOf(InputException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "\"total\": 10~\"total\": 1e400000000~评价结果中的数字过长",
                "\"total\": 10~\"total\": \"10\"~不是有效的评价结果：standard.total 应为数字",
                "\"total\": 10~\"total\": {\"fraction\": \"1/0\"}~不是有效的评价结果：standard.total 不是分数",
                "\"total\": 10~\"total\": null~评价结果中没有空值",
                "\"status\": \"issued\"~\"status\": \"final\"~不是有效的评价结果：standard.status 不是已知的词",
                "\"basis\": \"rule\"~\"basis\": \"luck\"~不是有效的评价结果：units[0].areas[0].indicators[0].basis 不是已知的词",
                "\"record\": 2~\"record\": 2.5~不是有效的评价结果：units[0].place.record 应为整数",
                "\"unit\": \"白沙镇\"~\"unit\": \"台城街道\"~台城街道：单位重复",
                "\"study\", \"basis\"~\"other\", \"basis\"~白沙镇：方面或指标与标准不符",
                "\"grade\": 1~\"grade\": 9~白沙镇：等次不明"
            })
    void whatDoesNotHangTogetherIsRefusedWithItsPlace(String found, String changed, String message) {
        String json = json(SampleUnits.all())
                .replace("\"id\": \"study\",\n              \"basis\"", "\"id\": \"study\", \"basis\"");
        assertThat(json).contains(found);
        assertThat(message(json.replace(found, changed))).isEqualTo(message);
    }

    @Test
    void deepNestingIsRefused() {
        assertThat(message("{\"a\":".repeat(5000))).startsWith("不是有效的 JSON");
    }

    @Test
    void aDamagedFileIsRefusedOrReadButNeverAFault() {
        String json = json(SampleUnits.all());
        Random random = new Random(1);
        for (int i = 0; i < DAMAGED; i++) {
            StringBuilder damaged = new StringBuilder(json);
            int at = random.nextInt(json.length());
            switch (random.nextInt(3)) {
                case 0 -> damaged.setLength(at);
                case 1 -> damaged.setCharAt(at, "{}[]\",:0-9e.x".charAt(random.nextInt(13)));
                default -> damaged.delete(at, Math.min(json.length(), at + 1 + random.nextInt(30)));
            }
            assertThatCode(() -> explained(damaged.toString())).doesNotThrowAnyException();
        }
    }

    /** What is accepted must also be fit for every output. */
    private static void explained(String json) throws IOException {
        Evaluation evaluation;
        try {
            evaluation = JsonReader.read("results.json", json);
        } catch (InputException e) {
            return;
        }
        for (ReportFormat format : ReportFormat.values()) {
            format.render(evaluation, Language.ZH);
        }
        for (var unit : evaluation.units()) {
            Explanation.write(evaluation, unit, Language.EN, new StringBuilder());
            for (var indicator : evaluation.standard().indicators().toList()) {
                Explanation.write(evaluation, unit, indicator, Language.ZH, new StringBuilder());
            }
        }
    }
}
