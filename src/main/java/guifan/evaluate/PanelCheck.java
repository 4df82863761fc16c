package guifan.evaluate;

import guifan.source.Problems;
import guifan.source.Text;
import guifan.standard.Indicator;
import guifan.standard.Indicator.Missing;
import guifan.standard.Panel;
import guifan.standard.Question;
import java.util.List;

/** Checks the marks of several assessors: whether there are enough, and whether their roles are known. */
final class PanelCheck {

    private final String unit;
    private final Problems problems;

    PanelCheck(String unit, Problems problems) {
        this.unit = unit;
        this.problems = problems;
    }

    /** Where every assessor was away there is no mark, which is a blank; fewer than the panel asks for are refused. */
    void check(Question question, Indicator indicator, List<Entry> entries) {
        Panel panel = indicator.panel();
        if (panel == null) {
            return;
        }
        long marks = entries.stream().filter(entry -> entry.value() != null).count();
        boolean away = entries.stream()
                .allMatch(entry -> entry.state() == CellState.RECUSED || entry.state() == CellState.ABSENT);
        if (away && indicator.missing() == Missing.ERROR) {
            problems.error(
                    "no-marks",
                    entries.get(0).place(),
                    Text.of("%s 的“%s”没有一名考评员打分", "no assessor marked \"%2$s\" of %1$s", unit, question.name()));
        } else if (marks > 0 && marks < panel.minimum()) {
            problems.error(
                    "few-marks",
                    entries.get(0).place(),
                    Text.of(
                            "%s 的“%s”只有 %s 名考评员打分，至少要 %s 名",
                            "\"%2$s\" of %1$s has only %3$s marks, there must be %4$s or more",
                            unit,
                            question.name(),
                            marks,
                            panel.minimum()));
        }
        for (Entry entry : entries) {
            String role = Assessor.parse(entry.assessor()).role();
            if (entry.value() != null && panel.weight(role).isEmpty()) {
                problems.error(
                        "no-role",
                        entry.place(),
                        Text.of(
                                "考评员“%s”的角色应为 %s",
                                "the role of the assessor %s must be one of %s",
                                Assessor.parse(entry.assessor()).name(),
                                String.join(
                                        "、",
                                        panel.roles().keySet().stream().sorted().toList())));
            }
        }
    }
}
