package guifan.report;

import guifan.diff.Detail;
import guifan.diff.IndicatorChange;
import guifan.diff.IndicatorChange.Relation;
import guifan.diff.IndicatorChange.Side;
import guifan.diff.Part.Subject;
import guifan.diff.PartChange;
import guifan.diff.StandardDiff;
import guifan.source.Language;
import guifan.source.Text;
import guifan.standard.FromStandard;
import guifan.standard.Indicator;
import guifan.standard.Indicator.Wording;
import guifan.standard.Standard.AmendmentNote;
import guifan.standard.Standard.ChangeNote;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The office's table of a revision (修订对照表): the old clause, the new one, and why. */
public final class RevisionTable {

    private static final Text NEW = new Text("（新增）", "(new)");
    private static final Text RETIRED = new Text("（删去）", "(retired)");

    /** What a clause says anyway. */
    private static final Set<String> IN_CLAUSE =
            Set.of("name", "points", "rule", "evidence", "from-standard", "panel", "round");

    private final StandardDiff diff;
    private final StandardDiffWords words;
    private final Language language;

    private RevisionTable(StandardDiff diff, Language language) {
        this.diff = diff;
        this.words = new StandardDiffWords(diff);
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
                    clauses(change, change.before(), false),
                    clauses(change, change.after(), true),
                    Stream.concat(change.before().stream(), change.after().stream())
                            .map(Side::id)
                            .toList());
        }
        for (PartChange change : diff.parts()) {
            row(
                    rows,
                    change.before() == null ? NEW : part(change, false),
                    change.after() == null ? RETIRED : part(change, true),
                    List.of(change.id()));
        }
        return rows;
    }

    private void row(List<List<String>> rows, Text was, Text now, List<String> ids) {
        rows.add(List.of(String.valueOf(rows.size()), was.in(language), now.in(language), reasons(ids)));
    }

    /** Returns the clauses of one side; what changed and is in no clause stands behind it. */
    private Text clauses(IndicatorChange change, List<Side> sides, boolean after) {
        if (sides.isEmpty()) {
            return after ? RETIRED : NEW;
        }
        Text clauses = Text.join(sides.stream().map(RevisionTable::clause).toList(), "；", "; ");
        if (change.relation() != Relation.KEPT) {
            return clauses;
        }
        List<Detail> besides = words.details(change).stream()
                .filter(detail -> !IN_CLAUSE.contains(detail.key()))
                .toList();
        return besides.isEmpty()
                ? clauses
                : clauses.plus(Text.of("。", ". ")).plus(Text.join(values(besides, after), "；", "; "));
    }

    private static Text clause(Side side) {
        List<Text> said = new ArrayList<>();
        Wording base = side.indicator().base();
        Indicator indicator = side.indicator();
        said.add(Text.of("%s（%s 分）：%s", "%s (%s points): %s", base.name(), base.points(), rule(indicator, base)));
        indicator.variants().forEach((kind, wording) -> {
            if (!wording.rule().sentence().equals(base.rule().sentence())
                    || !wording.name().equals(base.name())) {
                said.add(Text.of("%s口径：%s，%s", "for %s: %s, %s", kind, wording.name(), rule(indicator, wording)));
            }
        });
        if (!base.evidence().isEmpty()) {
            said.add(Text.of("佐证：%s", "evidence: %s", Text.list(base.evidence())));
        }
        return Text.join(said, "。", ". ");
    }

    private static Text rule(Indicator indicator, Wording wording) {
        boolean plainMean =
                indicator.panel() != null && indicator.panel().sentence().isEmpty();
        Text marks = plainMean ? Text.of("；多名考评员的评分取平均", "; the mean of several marks") : Text.of("");
        return FromStandard.after(
                wording.rule().sentence().plus(marks).plus(indicator.afterRule()), indicator.fromStandard());
    }

    private Text part(PartChange change, boolean after) {
        Text name = change.subject() == Subject.STANDARD
                ? change.subject().words()
                : Text.of("%s %s", "%s %s", change.subject().words(), change.name());
        List<Text> said = values(words.details(change), after);
        return said.isEmpty() ? name : name.plus(Text.of("。", ". ")).plus(Text.join(said, "；", "; "));
    }

    private static List<Text> values(List<Detail> details, boolean after) {
        return details.stream()
                .map(detail -> Text.of(
                        "%s：%s",
                        "%s: %s",
                        detail.label().plus(StandardDiffWords.kinds(detail)),
                        withoutStop(StandardDiffWords.orNone(after ? detail.now() : detail.was()))))
                .toList();
    }

    /** A note may be a sentence of its own, but stands in a list here. */
    private static Text withoutStop(Text said) {
        return new Text(said.zh().replaceFirst("。$", ""), said.en().replaceFirst("[。.]$", ""));
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
