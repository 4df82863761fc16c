package guifan.cli;

import guifan.diff.AmendmentDraft;
import guifan.diff.StandardDiff;
import guifan.report.RevisionTable;
import guifan.report.StandardDiffJson;
import guifan.report.StandardDiffPage;
import guifan.source.Language;
import guifan.source.Text;
import guifan.source.YamlWriter;
import java.io.IOException;
import java.util.Arrays;

/** The forms in which the difference of two standards is told. */
enum StandardDiffFormat {
    TEXT("text", ".txt"),
    JSON("json", ".json"),
    MARKDOWN("md", ".md"),
    REVISION_TABLE("revision-table", ""),
    CSV("csv", ".csv"),
    AMENDMENT("amendment", ".yaml");

    private final String word;
    private final String ending;

    StandardDiffFormat(String word, String ending) {
        this.word = word;
        this.ending = ending;
    }

    static StandardDiffFormat ofWord(String word) throws UsageException {
        return Arrays.stream(values())
                .filter(format -> format.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new UsageException(Text.of(
                        "没有格式“%s”，可用：%s",
                        "there is no format \"%s\"; there are %s",
                        word,
                        String.join(
                                "、",
                                Arrays.stream(values()).map(one -> one.word).toList()))));
    }

    static StandardDiffFormat ofFile(String name) throws UsageException {
        return Arrays.stream(values())
                .filter(format -> !format.ending.isEmpty() && name.endsWith(format.ending))
                .findFirst()
                .orElseThrow(() -> new UsageException(Text.of(
                        "“%s”的后缀不是 .txt、.json、.md、.csv 或 .yaml",
                        "\"%s\" does not end in .txt, .json, .md, .csv or .yaml", name)));
    }

    void write(StandardDiff diff, Language language, Appendable out) throws IOException {
        switch (this) {
            case TEXT -> StandardDiffPage.text(diff, language, out);
            case JSON -> StandardDiffJson.write(diff, out);
            case MARKDOWN -> StandardDiffPage.markdown(diff, language, out);
            case REVISION_TABLE -> RevisionTable.markdown(diff, language, out);
            case CSV -> RevisionTable.csv(diff, language, out);
            case AMENDMENT -> {
                if (!diff.isEmpty()) {
                    out.append(YamlWriter.document(AmendmentDraft.of(diff.before(), diff.after())));
                }
            }
        }
    }
}
