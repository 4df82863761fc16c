package guifan.report;

import guifan.diff.Decomposition;
import guifan.diff.Decompositions;
import guifan.diff.ResultDiff;
import guifan.diff.UnitDiff;
import guifan.diff.UnitDiff.Standing;
import guifan.source.Language;
import guifan.source.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What differs between two results, as text, Markdown or JSON. */
public final class ResultDiffPage {

    private final ResultDiff diff;
    private final Predicate<UnitDiff> inDetail;
    private final ListPage page;

    private final @Nullable Decompositions parts;

    private ResultDiffPage(
            ResultDiff diff, @Nullable Decompositions parts, Predicate<UnitDiff> inDetail, ListPage page) {
        this.diff = diff;
        this.parts = parts;
        this.inDetail = inDetail;
        this.page = page;
    }

    /**
     * Writes what differs, nothing where all inputs and figures are the same.
     *
     * @param parts the differences taken apart, or null where there is nothing to take apart
     * @param inDetail the units whose indicators are listed too
     * @param markdown whether it is Markdown, otherwise text
     * @throws IOException if {@code out} cannot be written
     */
    public static void write(
            ResultDiff diff,
            @Nullable Decompositions parts,
            Predicate<UnitDiff> inDetail,
            boolean markdown,
            Language language,
            Appendable out)
            throws IOException {
        if (!diff.isEmpty() || diff.isOfOtherInputs()) {
            new ResultDiffPage(diff, parts, inDetail, new ListPage(out, language, markdown)).write();
        }
    }

    /**
     * Writes what differs as JSON, units without a difference left out; the format is described in the README.
     *
     * @throws IOException if {@code out} cannot be written
     */
    public static void writeJson(ResultDiff diff, @Nullable Decompositions parts, Appendable out) throws IOException {
        JsonWriter.write(ResultDiffJson.of(diff, parts), out);
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
        DecompositionPage taken = new DecompositionPage(diff, page);
        if (parts != null && !parts.isPossible()) {
            page.line(
                    "两份标准之间没有新旧指标对照，增减无法分解",
                    "there is no crosswalk between the standards, so the change cannot be taken apart");
        } else if (parts != null && !parts.byUnit().isEmpty()) {
            taken.table(parts.byUnit());
        }
        if (!diff.overrides().isEmpty()) {
            page.heading(new Text("手工更正", "Manual changes"));
            for (Text line : words.overrides()) {
                page.item(1, line);
            }
        }
        for (UnitDiff unit : changed) {
            List<Text> details =
                    new ArrayList<>(inDetail.test(unit) ? new UnitDiffWords(diff).details(unit) : List.of());
            if (inDetail.test(unit) && parts != null) {
                details.addAll(parts(unit, taken, parts));
            }
            if (!details.isEmpty()) {
                page.heading(Text.of(unit.unit()));
                for (Text line : details) {
                    page.item(1, line);
                }
            }
        }
    }

    private static List<Text> parts(UnitDiff unit, DecompositionPage taken, Decompositions parts) {
        Standing before = unit.results().before();
        Standing after = unit.results().after();
        Decomposition one = parts.byUnit().get(unit.unit());
        return before == null || after == null || before.result() == null || after.result() == null || one == null
                ? List.of()
                : taken.details(before.result(), after.result(), one);
    }
}
