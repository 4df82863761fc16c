package guifan.report;

import guifan.diff.ResultDiff;
import guifan.diff.UnitDiff;
import guifan.source.Language;
import guifan.source.Text;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What differs between two results, as text, Markdown or JSON. */
public final class ResultDiffPage {

    private final ResultDiff diff;
    private final Predicate<UnitDiff> inDetail;
    private final ListPage page;

    private ResultDiffPage(ResultDiff diff, Predicate<UnitDiff> inDetail, ListPage page) {
        this.diff = diff;
        this.inDetail = inDetail;
        this.page = page;
    }

    /**
     * Writes what differs, nothing where all inputs and figures are the same.
     *
     * @param inDetail the units whose indicators are listed too
     * @param markdown whether it is Markdown, otherwise text
     * @throws IOException if {@code out} cannot be written
     */
    public static void write(
            ResultDiff diff, Predicate<UnitDiff> inDetail, boolean markdown, Language language, Appendable out)
            throws IOException {
        if (!diff.isEmpty() || diff.isOfOtherInputs()) {
            new ResultDiffPage(diff, inDetail, new ListPage(out, language, markdown)).write();
        }
    }

    /**
     * Writes what differs as JSON, units without a difference left out; the format is described in the README.
     *
     * @throws IOException if {@code out} cannot be written
     */
    public static void writeJson(ResultDiff diff, Appendable out) throws IOException {
        JsonWriter.write(ResultDiffJson.of(diff), out);
    }

    private void write() throws IOException {
        ResultDiffWords words = new ResultDiffWords(diff);
        for (Text line : words.head()) {
            page.line(line);
        }
        if (diff.isEmpty()) {
            page.line("结果没有差别", "the results do not differ");
            return;
        }
        List<UnitDiff> changed = diff.changed();
        page.line(
                "共%s个单位，其中%s个有差别", "%s units, of which %s differ", diff.units().size(), changed.size());
        if (!changed.isEmpty()) {
            page.table(words.table(), Set.of(2, 3, 4));
        }
        if (!diff.overrides().isEmpty()) {
            page.heading(new Text("手工更正", "Manual changes"));
            for (Text line : words.overrides()) {
                page.item(1, line);
            }
        }
        for (UnitDiff unit : changed) {
            List<Text> details = inDetail.test(unit) ? new UnitDiffWords(diff).details(unit) : List.of();
            if (!details.isEmpty()) {
                page.heading(Text.of(unit.unit()));
                for (Text line : details) {
                    page.item(1, line);
                }
            }
        }
    }
}
