package guifan.paper;

import guifan.diff.StandardDiff;
import guifan.diff.Trends;
import guifan.evaluate.Evaluation;
import guifan.evaluate.StandardCard;
import guifan.evaluate.StandardCard.GradeCard;
import guifan.evaluate.UnitResult;
import guifan.report.FileNames;
import guifan.report.ScoreTable;
import guifan.source.InputException;
import guifan.source.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All papers of one evaluation.
 *
 * @param addressees whom letters go to
 * @param kinds which papers are made, as far as there is something to say
 * @param earlier what came before, for the papers that compare
 * @param publishLowest whether the notice names the units of the lowest grade
 * @param byRank whether units stand by rank, otherwise as in the result
 */
public record Papers(
        Evaluation evaluation,
        PaperSettings settings,
        PaperTemplates templates,
        Addressees addressees,
        Set<PaperKind> kinds,
        Earlier earlier,
        boolean publishLowest,
        boolean byRank) {

    /**
     * What came before the result.
     *
     * @param trends earlier years beside that of the result, or null
     * @param revision from an earlier standard to that of the result, or null
     */
    public record Earlier(@Nullable Trends trends, @Nullable StandardDiff revision) {}

    public Papers {
        kinds = Set.copyOf(kinds);
    }

    /** What every paper says, whether or not a template does. */
    private static final List<String> MARKS = List.of("standard", "provenance", "note");

    /** Returns the papers as files by name, in the order of making. */
    public Map<String, byte[]> files(PaperFormat format) throws InputException, IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        PaperValues values = new PaperValues(evaluation, settings, templates.language());
        Maker maker = new Maker(files, new FileNames(), format);
        whole(values, maker);
        for (UnitResult unit : order()) {
            Map<String, Object> own = own(values, unit);
            if (mustRectify(unit)) {
                maker.make(PaperKind.REMINDER, unit.unit(), own);
            }
            maker.make(PaperKind.FEEDBACK, unit.unit(), own);
            maker.make(PaperKind.DETAILS, unit.unit(), own);
        }
        for (Complaint complaint : settings.complaints()) {
            Map<String, Object> own = own(values, complaint.unit());
            new ReplyValues(values, evaluation, complaint, templates.language()).add(own);
            maker.make(PaperKind.REPLY, complaint.unit().unit(), own);
        }
        return files;
    }

    /** Makes the papers about all units. */
    private void whole(PaperValues values, Maker maker) throws InputException, IOException {
        Map<String, Object> common = values.common();
        common.put("summary", values.summary(order()));
        common.put("groups", values.groups());
        common.put("grades", grades(publishLowest));
        common.put("allGrades", grades(true));
        maker.make(PaperKind.NOTICE, "", common);
        maker.make(PaperKind.SUMMARY, "", common);
        maker.make(PaperKind.REPORT, "", common);
        ListValues lists = new ListValues(values, evaluation, templates.language());
        maker.make(PaperKind.NEAR, "", lists.near(settings));
        if (!evaluation.checks().isEmpty()) {
            maker.make(PaperKind.REDUCTIONS, "", lists.reductions());
        }
        if (earlier.trends() != null) {
            maker.make(PaperKind.YEARS, "", lists.years(earlier.trends()));
        }
        if (earlier.revision() != null) {
            maker.make(PaperKind.REVISION, "", lists.revision(earlier.revision()));
        }
    }

    private Map<String, Object> own(PaperValues values, UnitResult unit) {
        return new UnitValues(values, evaluation, unit).values(settings, addressees);
    }

    /** Makes papers that were asked for, and gives names to their files. */
    private final class Maker {

        private final Map<String, byte[]> files;
        private final FileNames names;
        private final PaperFormat format;

        Maker(Map<String, byte[]> files, FileNames names, PaperFormat format) {
            this.files = files;
            this.names = names;
            this.format = format;
        }

        void make(PaperKind kind, String unit, Map<String, Object> values) throws InputException, IOException {
            if (!kinds.contains(kind)) {
                return;
            }
            String name = kind.title().in(templates.language()) + (unit.isEmpty() ? "" : "-" + unit);
            Paper paper = templates.fill(kind.word(), values);
            for (String key : MARKS) {
                paper = paper.saying(String.valueOf(values.get(key)));
            }
            files.put(names.of(name, format.word()), format.write(paper, templates.language()));
        }
    }

    private List<UnitResult> order() {
        return byRank ? ScoreTable.ranked(evaluation) : addressees.ordered(evaluation.units());
    }

    private boolean mustRectify(UnitResult unit) {
        if (unit.outcome() == null) {
            return false;
        }
        int grade = unit.outcome().grade();
        List<GradeCard> grades = evaluation.standard().grades();
        return grade == grades.size() - 1 || grades.get(grade).rectifyDays() != null;
    }

    /** Returns the grades with their units; those of the lowest are only counted unless {@code all} are named. */
    private List<Map<String, Object>> grades(boolean all) {
        StandardCard card = evaluation.standard();
        List<Map<String, Object>> grades = new ArrayList<>();
        for (int i = 0; i < card.grades().size(); i++) {
            int grade = i;
            List<String> units = order().stream()
                    .filter(unit -> unit.outcome() != null && unit.outcome().grade() == grade)
                    .map(UnitResult::unit)
                    .toList();
            boolean named = !units.isEmpty() && (all || i < card.grades().size() - 1);
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("grade", card.grades().get(i).name());
            values.put("then", card.grades().get(i).then());
            values.put("count", units.size());
            values.put("named", named);
            values.put("units", named ? Text.list(units).in(templates.language()) : "");
            grades.add(values);
        }
        return grades;
    }
}
