package guifan.report;

import guifan.diff.ResultDiff;
import guifan.evaluate.Decisions;
import guifan.evaluate.Evaluation;
import guifan.evaluate.Evaluation.Input;
import guifan.evaluate.OtherResult;
import guifan.evaluate.Overrides;
import guifan.evaluate.Recomputation;
import guifan.evaluate.StandardCard;
import guifan.evaluate.Taken.Source;
import guifan.source.Diagnostic;
import guifan.source.InputException;
import guifan.source.InputFile;
import guifan.source.Text;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether an archived result is what its inputs give when they are evaluated once more.
 *
 * @param archived the result, or null if the file cannot be read as one
 * @param findings what differs, in words; none if the result is confirmed
 * @param differences the values of the result that come out otherwise
 * @param change what differs in figures from the archived result to the recomputed one, or null where nothing could be
 *     recomputed
 */
public record Verification(
        @Nullable ArchivedResult archived,
        List<Finding> findings,
        List<JsonDifference> differences,
        @Nullable ResultDiff change) {

    /**
     * One thing that differs.
     *
     * @param code what it is about: {@code sheet}, {@code standard-rules}, {@code standard-text}, {@code standard},
     *     {@code roster}, {@code overrides}, {@code results}, {@code history}, {@code decisions}, {@code result},
     *     {@code spelling}; of an archive: {@code list}, {@code missing}, {@code altered}, {@code added}, {@code runs},
     *     {@code zip}, {@code not-recomputed}, or the code of what is wrong in {@code archive.yaml}
     */
    public record Finding(String code, Text words) {}

    public Verification {
        findings = List.copyOf(findings);
        differences = List.copyOf(differences);
    }

    /** Returns whether the result is confirmed, to the letter. */
    public boolean isConfirmed() {
        return findings.isEmpty();
    }

    /** Returns the answer for a file that is not a result, or no longer one. */
    public static Verification unreadable(InputException refused) {
        Text words = new Text("评价结果文件读不出来：", "the result cannot be read: ").plus(said(refused));
        return new Verification(null, List.of(new Finding("result", words)), List.of(), null);
    }

    /** Returns the answer where the standard is no longer there, or has errors. */
    public static Verification withoutStandard(ArchivedResult archived, InputException refused) {
        Text words = Text.of("评价标准 %s 现在读不出来：", "the standard %s cannot be read now: ", id(archived))
                .plus(said(refused));
        return new Verification(archived, List.of(new Finding("standard", words)), List.of(), null);
    }

    /** Returns the answer where a result that another took from can no longer be read. */
    public static Verification withoutResult(ArchivedResult archived, InputException refused) {
        Text words = new Text("所取的评价结果读不出来：", "a result that it took from cannot be read: ").plus(said(refused));
        return new Verification(archived, List.of(new Finding("results", words)), List.of(), null);
    }

    /** Evaluates the inputs of {@code archived} once more under {@code standard}, and compares. */
    public static Verification of(ArchivedResult archived, Standard standard, Recomputation inputs) {
        List<Finding> findings = new ArrayList<>();
        Evaluation result = archived.evaluation();
        List<Input> recorded = result.inputs();
        for (int i = 0; i < recorded.size(); i++) {
            compare(
                    "sheet",
                    new Text("填报表", "sheet"),
                    recorded.get(i),
                    inputs.sheets().get(i),
                    findings);
        }
        compare("roster", new Text("名册", "roster"), result.roster(), inputs.roster(), findings);
        @Nullable
        Input overrides =
                Optional.ofNullable(result.overrides()).map(Overrides::file).orElse(null);
        compare("overrides", new Text("更正文件", "file of manual changes"), overrides, inputs.overrides(), findings);
        @Nullable
        Input decisions =
                Optional.ofNullable(result.decisions()).map(Decisions::file).orElse(null);
        compare("decisions", new Text("决定", "file of decisions"), decisions, inputs.decisions(), findings);
        compare("results", new Text("所取的评价结果", "other result"), result.taken().sources(), inputs.results(), findings);
        compare("history", new Text("往年的结果", "earlier result"), result.history().sources(), inputs.history(), findings);
        compare(result.standard(), standard, findings);
        try {
            return compared(archived, inputs.evaluate(standard, result), findings);
        } catch (InputException e) {
            String code = findings.isEmpty() ? "result" : findings.get(0).code();
            findings.add(new Finding(code, new Text("现在无法重新计算：", "it cannot be recomputed now: ").plus(said(e))));
            return new Verification(archived, findings, List.of(), null);
        }
    }

    private static Verification compared(ArchivedResult archived, Evaluation recomputed, List<Finding> findings) {
        List<JsonDifference> differences = archived.differences(recomputed);
        if (findings.isEmpty() && !differences.isEmpty()) {
            findings.add(new Finding(
                    "result",
                    archived.isOfOtherVersion()
                            ? Text.of(
                                    "输入均未改动，结果却与重新计算的不符：结果文件被改过，或生成它的程序版本（%s）算法不同",
                                    "no input differs, yet the result does: it was altered, or the version that wrote"
                                            + " it (%s) computes otherwise",
                                    archived.version())
                            : new Text(
                                    "输入均未改动，结果却与重新计算的不符：结果文件被改过",
                                    "no input differs, yet the result does: the result was altered")));
        }
        Optional<Integer> line = differences.isEmpty() ? archived.respelledLine(recomputed) : Optional.empty();
        line.ifPresent(number -> findings.add(new Finding(
                "spelling",
                Text.of(
                        "结果的内容一致，但文件第 %s 行的写法被改过",
                        "the result says the same, but line %s of the file was written otherwise", number))));
        return new Verification(archived, findings, differences, ResultDiff.of(archived.evaluation(), recomputed));
    }

    private static void compare(
            String code, Text what, @Nullable Input recorded, @Nullable InputFile file, List<Finding> findings) {
        if (recorded != null && file != null) {
            compare(code, what, recorded, file.sha256(), findings);
        }
    }

    private static void compare(
            String code, Text what, List<Source> recorded, List<OtherResult> files, List<Finding> findings) {
        for (int i = 0; i < recorded.size(); i++) {
            compare(code, what, recorded.get(i).file(), files.get(i).sha256(), findings);
        }
    }

    private static void compare(String code, Text what, Input recorded, String sha256, List<Finding> findings) {
        if (!recorded.sha256().equals(sha256)) {
            findings.add(new Finding(
                    code,
                    Text.of(
                            "%s %s 与结果所记不同（sha256 %s，所记 %s）",
                            "the %s %s is not the one recorded (sha256 %s, recorded %s)",
                            what,
                            recorded.name(),
                            sha256,
                            recorded.sha256())));
        }
    }

    private static void compare(StandardCard recorded, Standard standard, List<Finding> findings) {
        String rules = standard.identity().rulesHash();
        String text = standard.identity().textHash();
        if (!recorded.rulesHash().equals(rules)) {
            findings.add(new Finding(
                    "standard-rules",
                    Text.of(
                            "评价标准 %s 的规则与结果所记不同（%s，所记 %s）",
                            "the rules of standard %s are not those recorded (%s, recorded %s)",
                            recorded.id(),
                            rules,
                            recorded.rulesHash())));
        } else if (!recorded.textHash().equals(text)) {
            findings.add(new Finding(
                    "standard-text",
                    Text.of(
                            "评价标准 %s 的文字与结果所记不同，规则相同（%s，所记 %s）",
                            "the wording of standard %s is not the one recorded, the rules are the same (%s, recorded"
                                    + " %s)",
                            recorded.id(),
                            text,
                            recorded.textHash())));
        }
    }

    private static String id(ArchivedResult archived) {
        return archived.evaluation().standard().id();
    }

    private static Text said(InputException refused) {
        List<Text> all = refused.diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() == Diagnostic.Severity.ERROR)
                .map(diagnostic ->
                        diagnostic.place().words().plus(Text.of(": ")).plus(diagnostic.message()))
                .limit(3)
                .toList();
        return Text.join(all, "；", "; ");
    }
}
