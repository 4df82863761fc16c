package guifan.cli;

import guifan.diff.AmendmentDraft;
import guifan.diff.StandardDiff;
import guifan.report.HtmlStandardDiff;
import guifan.report.RevisionTable;
import guifan.report.StandardDiffJson;
import guifan.report.StandardDiffPage;
import guifan.source.Language;
import guifan.source.YamlWriter;
import java.io.IOException;

/** The forms in which the difference of two standards is told. */
enum StandardDiffFormat implements OutputForm {
    TEXT("text", ".txt"),
    JSON("json", ".json"),
    MARKDOWN("md", ".md"),
    REVISION_TABLE("revision-table", ""),
    CSV("csv", ".csv"),
    AMENDMENT("amendment", ".yaml"),
    HTML("html", ".html");

    private final String word;
    private final String ending;

    StandardDiffFormat(String word, String ending) {
        this.word = word;
        this.ending = ending;
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public String ending() {
        return ending;
    }

    void write(StandardDiff diff, Language language, Appendable out) throws IOException {
        switch (this) {
            case TEXT -> StandardDiffPage.text(diff, language, out);
            case JSON -> StandardDiffJson.write(diff, out);
            case MARKDOWN -> StandardDiffPage.markdown(diff, language, out);
            case REVISION_TABLE -> RevisionTable.markdown(diff, language, out);
            case CSV -> RevisionTable.csv(diff, language, out);
            case HTML -> HtmlStandardDiff.write(diff, language, out);
            case AMENDMENT -> {
                if (!diff.isEmpty()) {
                    out.append(YamlWriter.document(AmendmentDraft.of(diff.before(), diff.after())));
                }
            }
        }
    }
}
