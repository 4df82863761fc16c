package guifan.report;

import guifan.diff.Detail;
import guifan.diff.IndicatorChange;
import guifan.diff.IndicatorChange.Side;
import guifan.diff.PartChange;
import guifan.diff.StandardDiff;
import guifan.source.Language;
import guifan.source.Text;
import guifan.standard.Indicator.Wording;
import guifan.standard.Standard.AmendmentNote;
import guifan.standard.Standard.ChangeNote;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The office's table of a revision (修订对照表): the old clause, the new one, and why. */
public final class RevisionTable {

    private final StandardDiff diff;
    private final Language language;

    private RevisionTable(StandardDiff diff, Language language) {
        this.diff = diff;
        this.language = language;
    }

    /**
     * Writes the table in Markdown, nothing at all where nothing changed.
     *
     * @throws IOException if {@code out} cannot be written
     */
    public static void markdown(StandardDiff diff, Language language, Appendable out) throws IOException {
        if (!diff.isEmpty()) {
            MarkdownReport.table(new RevisionTable(diff, language).rows(), out);
        }
    }

    /**
     * Writes the table as CSV for spreadsheets, nothing at all where nothing changed.
     *
     * @throws IOException if {@code out} cannot be written
     */
    public static void csv(StandardDiff diff, Language language, Appendable out) throws IOException {
        if (!diff.isEmpty()) {
            CsvTable.write(new RevisionTable(diff, language).rows(), out);
        }
    }

    /** Returns the table with its header. */
    public static List<List<String>> rows(StandardDiff diff, Language language) {
        return new RevisionTable(diff, language).rows();
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(say("序号", "no."), say("原条文", "old clause"), say("修订后", "new clause"), say("理由", "reason")));
        for (IndicatorChange change : diff.changes()) {
            row(
                    rows,
                    clauses(change.before(), say("（新增）", "(new)")),
                    clauses(change.after(), say("（删去）", "(retired)")),
                    Stream.concat(change.before().stream(), change.after().stream())
                            .map(Side::id)
                            .toList());
        }
        for (PartChange change : diff.parts()) {
            String name = change.subject().words().in(language) + " " + change.name();
            row(
                    rows,
                    change.before() == null ? say("（新增）", "(new)") : part(name, change, false),
                    change.after() == null ? say("（删去）", "(retired)") : part(name, change, true),
                    List.of(change.id()));
        }
        return rows;
    }

    private void row(List<List<String>> rows, String was, String now, List<String> ids) {
        rows.add(List.of(String.valueOf(rows.size()), was, now, reasons(ids)));
    }

    private String clauses(List<Side> sides, String none) {
        if (sides.isEmpty()) {
            return none;
        }
        return String.join("；", sides.stream().map(this::clause).toList());
    }

    private String clause(Side side) {
        List<Text> said = new ArrayList<>();
        Wording base = side.indicator().base();
        said.add(Text.of(
                "%s（%s 分）：%s",
                "%s (%s points): %s", base.name(), base.points(), base.rule().sentence()));
        side.indicator().variants().forEach((kind, wording) -> {
            if (!wording.rule().sentence().equals(base.rule().sentence())
                    || !wording.name().equals(base.name())) {
                said.add(Text.of(
                        "%s口径：%s，%s",
                        "for %s: %s, %s", kind, wording.name(), wording.rule().sentence()));
            }
        });
        if (!base.evidence().isEmpty()) {
            said.add(Text.of("佐证：%s", "evidence: %s", String.join("、", base.evidence())));
        }
        return Text.join(said, "。", ". ").in(language);
    }

    private String part(String name, PartChange change, boolean after) {
        List<String> said = new ArrayList<>(List.of(name));
        for (Detail detail : change.details()) {
            Text value = after ? detail.now() : detail.was();
            said.add(detail.label().in(language) + " "
                    + (value.zh().isEmpty() ? say("（无）", "(none)") : value.in(language)));
        }
        return String.join("，", said);
    }

    /** Returns the reasons that amendments since the old text give for any of these parts. */
    private String reasons(List<String> ids) {
        List<String> known = diff.before().identity().amendments().stream()
                .map(AmendmentNote::id)
                .toList();
        boolean sameEdition = Objects.equals(
                diff.before().identity().edition(), diff.after().identity().edition());
        return String.join(
                "；",
                diff.after().identity().amendments().stream()
                        .filter(note -> sameEdition && !known.contains(note.id()))
                        .flatMap(note -> note.changes().stream())
                        .filter(change -> ids.contains(change.id()))
                        .map(ChangeNote::reason)
                        .distinct()
                        .toList());
    }

    private String say(String zh, String en) {
        return new Text(zh, en).in(language);
    }
}
