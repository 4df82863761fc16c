package guifan.report;

import guifan.diff.ResultDiff;
import guifan.evaluate.Evaluation;
import guifan.evaluate.Evaluation.Input;
import guifan.report.Verification.Finding;
import guifan.source.Language;
import guifan.source.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The answer to whether an archived result is right, as text or JSON. */
public final class VerificationPage {

    private static final String FORMAT_VERSION = "1.0";

    private static final int MOST = 20;

    private VerificationPage() {}

    /**
     * Writes what was found.
     *
     * @throws IOException if {@code out} cannot be written
     */
    public static void write(Verification verification, Language language, Appendable out) throws IOException {
        ListPage page = new ListPage(out, language, false);
        ArchivedResult archived = verification.archived();
        if (archived != null) {
            page.line(subject(archived.evaluation()));
        }
        if (archived != null && archived.isOfOtherVersion()) {
            page.line("由 guifan %s 生成", "written by guifan %s", archived.version());
        }
        if (verification.isConfirmed()) {
            page.line("重新计算的结果与存档逐字一致", "recomputed: identical to the archived result, to the letter");
            return;
        }
        page.line("与存档不一致：", "not identical to the archived result:");
        for (Finding finding : verification.findings()) {
            page.item(1, finding.words());
        }
        ResultDiff change = verification.change();
        if (change == null) {
            return;
        }
        if (change.isEmpty()) {
            page.line("得分、名次、等次和填报内容不受影响", "no figure, rank, grade or answer is affected");
        } else {
            page.line("存档 → 重新计算：", "archived → recomputed:");
            page.table(new ResultDiffWords(change).table(), Set.of(2, 3, 4));
        }
        values(verification.differences(), page);
    }

    private static void values(List<JsonDifference> differences, ListPage page) throws IOException {
        if (differences.isEmpty()) {
            return;
        }
        page.heading(Text.of("不同的值（%s 处）", "Values that differ (%s)", differences.size()));
        for (JsonDifference one : differences.subList(0, Math.min(MOST, differences.size()))) {
            page.item(
                    1,
                    "%s：%s → %s",
                    "%s: %s → %s",
                    one.path(),
                    one.before().isEmpty() ? new Text("无", "none") : one.before(),
                    one.after().isEmpty() ? new Text("无", "none") : one.after());
        }
        if (differences.size() > MOST) {
            page.item(1, "……", "…");
        }
    }

    private static Text subject(Evaluation evaluation) {
        List<String> sheets = evaluation.inputs().stream().map(Input::name).toList();
        Text year = evaluation.year() == null
                ? Text.of("")
                : Text.of("，%s年度", ", year %s", evaluation.year().toString());
        return new Text("存档结果：", "archived result: ")
                .plus(StandardLine.brief(evaluation.standard()))
                .plus(year)
                .plus(Text.of("，%s", ", %s", evaluation.stage().title()))
                .plus(Text.of(
                        "，%s个单位，填报表 ", ", %s units, sheets ", evaluation.units().size()))
                .plus(Text.list(sheets));
    }

    /**
     * Writes what was found as JSON.
     *
     * @throws IOException if {@code out} cannot be written
     */
    public static void writeJson(Verification verification, Appendable out) throws IOException {
        Members members = head(verification.isConfirmed(), verification.findings())
                .with(
                        "values",
                        verification.differences().stream()
                                .map(VerificationPage::value)
                                .toList());
        ResultDiff change = verification.change();
        if (change != null && !change.isEmpty()) {
            members.with("change", ResultDiffJson.of(change, null));
        }
        JsonWriter.write(members.object(), out);
    }

    /**
     * The answer to a result within an archive.
     *
     * @param identical whether it is confirmed, to the letter
     * @param json what {@link #writeJson(Verification, Appendable)} wrote of it, empty if it could not be recomputed
     * @param failure why it could not be, otherwise not looked at
     */
    public record Answer(boolean identical, String json, String failure) {}

    /**
     * Writes what was found of an archive in the form of a single result, with the answers to its results beside it.
     *
     * @param sound whether nothing is wrong with it
     * @param findings what is wrong with its files
     * @param answers the answer to each result, by the name of its run
     * @throws IOException if {@code out} cannot be written
     */
    public static void writeJson(boolean sound, List<Finding> findings, Map<String, Answer> answers, Appendable out)
            throws IOException {
        Map<String, Object> object = head(sound, findings).object();
        List<Map<String, Object>> runs = new ArrayList<>();
        for (Map.Entry<String, Answer> answer : answers.entrySet()) {
            Map<String, Object> run = new LinkedHashMap<>(Map.of("run", answer.getKey()));
            run.putAll(answered(answer.getValue()));
            run.remove("formatVersion");
            runs.add(run);
        }
        object.put("runs", runs);
        JsonWriter.write(object, out);
    }

    private static Map<String, Object> answered(Answer answer) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        if (answer.json().isEmpty()) {
            Finding failed = new Finding("not-recomputed", Text.of("%s", "%s", answer.failure()));
            return head(false, List.of(failed)).object();
        }
        try {
            ((Map<?, ?>) JsonReader.parse(answer.json())).forEach((name, value) -> members.put((String) name, value));
        } catch (ResultFormatException e) {
            throw new IOException("no JSON", e);
        }
        return members;
    }

    private static Members head(boolean identical, List<Finding> findings) {
        Members members = new Members().with("formatVersion", FORMAT_VERSION);
        members.object().put("identical", identical);
        return members.with(
                "findings", findings.stream().map(VerificationPage::finding).toList());
    }

    private static Map<String, Object> finding(Finding finding) {
        return new Members()
                .with("code", finding.code())
                .words("message", finding.words())
                .object();
    }

    private static Map<String, Object> value(JsonDifference difference) {
        return new Members()
                .with("path", difference.path())
                .with("archived", difference.before())
                .with("recomputed", difference.after())
                .object();
    }
}
