package guifan.paper;

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

/**
 * All papers of one evaluation.
 *
 * @param addressees whom letters go to
 * @param publishLowest whether the notice names the units of the lowest grade
 * @param byRank whether units stand by rank, otherwise as in the result
 */
public record Papers(
        Evaluation evaluation,
        PaperSettings settings,
        PaperTemplates templates,
        Addressees addressees,
        boolean publishLowest,
        boolean byRank) {

    /** What every paper says, whether or not a template does. */
    private static final List<String> MARKS = List.of("standard", "provenance", "note");

    /** Returns the papers as files by name, in the order of making. */
    public Map<String, byte[]> files(PaperFormat format) throws InputException, IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        PaperValues values = new PaperValues(evaluation, settings, templates.language());
        FileNames names = new FileNames();
        Map<String, Object> common = values.common();
        common.put("summary", values.summary(order()));
        common.put("grades", grades(publishLowest));
        common.put("allGrades", grades(true));
        put(files, names, "notice", new Text("通报", "notice"), "", common, format);
        put(files, names, "summary", new Text("成绩汇总表", "summary"), "", common, format);
        put(files, names, "report", new Text("向市委的报告", "report"), "", common, format);
        for (UnitResult unit : order()) {
            Map<String, Object> own = new UnitValues(values, evaluation, unit).values(settings, addressees);
            if (mustRectify(unit)) {
                put(files, names, "reminder", new Text("整改提醒函", "reminder"), unit.unit(), own, format);
            }
            put(files, names, "feedback", new Text("反馈函", "feedback"), unit.unit(), own, format);
            put(files, names, "details", new Text("得分明细", "details"), unit.unit(), own, format);
        }
        return files;
    }

    private void put(
            Map<String, byte[]> files,
            FileNames names,
            String template,
            Text title,
            String unit,
            Map<String, Object> values,
            PaperFormat format)
            throws InputException, IOException {
        String name = title.in(templates.language()) + (unit.isEmpty() ? "" : "-" + unit);
        Paper paper = templates.fill(template, values);
        for (String key : MARKS) {
            paper = paper.saying(String.valueOf(values.get(key)));
        }
        files.put(names.of(name, format.word()), format.write(paper, templates.language()));
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
            values.put(
                    "units",
                    named ? new Text(String.join("、", units), String.join(", ", units)).in(templates.language()) : "");
            grades.add(values);
        }
        return grades;
    }
}
