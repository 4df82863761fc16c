package guifan.report;

import guifan.proof.Coverage;
import guifan.proof.Suite.Expected;
import guifan.proof.Trial;
import guifan.proof.Verdict;
import guifan.proof.Verdict.Difference;
import guifan.source.Diagnostic;
import guifan.source.Language;
import guifan.source.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The tests of standards in words: what failed and where that is written, what no test reached. */
public final class TrialPage {

    private TrialPage() {}

    /** Prints a line for the tests of a standard, and below it what failed. */
    public static void write(Trial trial, Language language, Appendable out) throws IOException {
        long failed = trial.failed();
        Text count = failed == 0
                ? Text.of("%s 个用例全部通过", "all %s cases passed", trial.verdicts().size())
                : Text.of(
                        "%s 个用例，%s 个未通过",
                        "of %s cases %s failed", trial.verdicts().size(), failed);
        Page page = new Page(out, language);
        page.line(
                0,
                "%s（%s）：%s",
                "%s (%s): %s",
                trial.suite().standard(),
                trial.suite().source().file(),
                count);
        for (Verdict verdict : trial.verdicts()) {
            if (!verdict.isPassed()) {
                page.line(1, "未通过：%s", "failed: %s", verdict.tested().name());
                for (Text line : failures(verdict)) {
                    page.line(2, line);
                }
            }
        }
    }

    /** Returns why a case failed, a line each. */
    static List<Text> failures(Verdict verdict) {
        List<Text> lines = new ArrayList<>();
        for (Difference difference : verdict.differences()) {
            Expected expected = difference.expected();
            Text key = difference.unit().isEmpty()
                    ? Text.of(expected.key())
                    : Text.of("%s %s", "%s %s", difference.unit(), expected.key());
            Text about = difference.about().zh().isEmpty()
                    ? Text.of("%s 应为 %s，实为 %s", "%s: expected %s, found %s", key, expected.text(), difference.actual())
                    : Text.of("%s：%s", "%s: %s", key, difference.about());
            lines.add(expected.place().words().plus(Text.of(": ")).plus(about));
        }
        for (Diagnostic diagnostic : verdict.diagnostics()) {
            lines.add(Text.of(
                    "%s: [%s] %s", "%s: [%s] %s", diagnostic.place().words(), diagnostic.code(), diagnostic.message()));
        }
        return lines;
    }

    /** Prints how much of the standard the cases reached, and what they did not. */
    public static void write(Coverage coverage, Language language, Appendable out) throws IOException {
        List<Text> missed = coverage.missed();
        Text share = Text.of("覆盖 %s/%s", "reached %s of %s", coverage.size() - missed.size(), coverage.size());
        Page page = new Page(out, language);
        page.line(1, share.plus(missed.isEmpty() ? Text.of("") : Text.of("，没有用例触及：", "; no case reached:")));
        for (Text one : missed) {
            page.line(2, one);
        }
    }
}
