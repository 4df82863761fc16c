package guifan.report;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.diff.ResultDiff;
import guifan.evaluate.Evaluation;
import guifan.source.Language;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ResultDiffPageTest {

    @Test
    void nothingIsPrintedWhereNothingDiffers() throws IOException {
        RandomEvaluations random = new RandomEvaluations(11);
        for (int i = 0; i < 50; i++) {
            Evaluation evaluation = random.next();
            ResultDiff diff = ResultDiff.of(evaluation, evaluation);
            assertThat(diff.isEmpty()).isTrue();
            assertThat(page(diff, false)).isEmpty();
            assertThat(page(diff, true)).isEmpty();
            StringBuilder json = new StringBuilder();
            ResultDiffPage.writeJson(diff, null, json);
            assertThat(json).contains("\"units\": []", "\"overrides\": []");
        }
    }

    @Test
    void anythingIsPrintedInOneLineEach() throws IOException {
        RandomEvaluations random = new RandomEvaluations(12);
        for (int i = 0; i < 50; i++) {
            ResultDiff diff = ResultDiff.of(random.next(), random.next());
            StringBuilder json = new StringBuilder();
            ResultDiffPage.writeJson(diff, null, json);
            assertThat(json).contains("\"compares\": \"results\"");
            assertThat(page(diff, false)).doesNotContain("\u202E", "\u001B", "\0");
            assertThat(page(diff, true)).doesNotContain("\u202E", "\u001B", "<a");
        }
    }

    private static String page(ResultDiff diff, boolean markdown) throws IOException {
        StringBuilder page = new StringBuilder();
        ResultDiffPage.write(diff, null, unit -> true, markdown, Language.ZH, page);
        return page.toString();
    }
}
