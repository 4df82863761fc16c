package guifan.report;

import guifan.diff.Decompositions;
import guifan.diff.ResultDiff;
import guifan.diff.UnitDiff;
import guifan.source.Language;
import guifan.source.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What differs between two results, as text, Markdown or JSON. */
public final class ResultDiffPage {

    static final Text OVERRIDES = new Text("手工更正", "Manual changes");

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
        page.line(summary(diff));
        if (diff.isEmpty()) {
            return;
        }
        List<UnitDiff> changed = diff.changed();
        if (!changed.isEmpty()) {
            page.table(words.table(), Set.of(2, 3, 4));
        }
        if (!diff.groups().isEmpty()) {
            page.heading(GroupDiffWords.TITLE);
            page.table(new GroupDiffWords(diff).table(), Set.of(2, 3, 4));
        }
        DecompositionWords taken = new DecompositionWords(diff);
        if (parts != null && !parts.isPossible()) {
            page.line(DecompositionWords.IMPOSSIBLE);
        } else if (parts != null && !parts.byUnit().isEmpty()) {
            decomposition(taken, parts);
        }
        if (!diff.overrides().isEmpty()) {
            page.heading(OVERRIDES);
            for (Text line : words.overrides()) {
                page.item(1, line);
            }
        }
        for (UnitDiff unit : changed) {
            List<Text> details =
                    new ArrayList<>(inDetail.test(unit) ? new UnitDiffWords(diff).details(unit) : List.of());
            if (inDetail.test(unit) && parts != null) {
                details.addAll(taken.details(unit, parts));
            }
            if (!details.isEmpty()) {
                page.heading(Text.of(unit.unit()));
                for (Text line : details) {
                    page.item(1, line);
                }
            }
        }
    }

    /** Returns how many units differ, or that nothing does. */
    static Text summary(ResultDiff diff) {
        return diff.isEmpty()
                ? new Text("结果没有差别", "the results do not differ")
                : Text.of(
                        "共%s个单位，其中%s个有差别",
                        "%s units, of which %s differ",
                        diff.units().size(),
                        diff.changed().size());
    }

    private void decomposition(DecompositionWords taken, Decompositions known) throws IOException {
        page.heading(DecompositionWords.TITLE);
        List<List<Text>> rows = new ArrayList<>(List.of(DecompositionWords.heads()));
        known.byUnit().forEach((unit, one) -> rows.add(taken.row(unit, one)));
        page.table(rows, IntStream.range(1, rows.get(0).size()).boxed().collect(Collectors.toSet()));
        page.line(DecompositionWords.READ);
    }
}
