package guifan.evaluate;

import guifan.source.CellPlace;
import guifan.source.Problems;
import guifan.source.Text;
import guifan.standard.Area;
import guifan.standard.Indicator;
import guifan.standard.Indicator.Missing;
import guifan.standard.Panel;
import guifan.standard.Question;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks the marks of several assessors: whether there are enough, whether they are whole, and their roles. */
final class PanelCheck {

    private final String unit;
    private final Problems problems;

    PanelCheck(String unit, Problems problems) {
        this.unit = unit;
        this.problems = problems;
    }

    /** Where every assessor was away there is no mark, which is a blank; fewer than the panel asks for are refused. */
    void check(Question question, Indicator indicator, List<Entry> entries) {
        indicator.judges().ifPresent(panel -> roles(panel, entries));
        Panel panel = indicator.panel();
        if (panel == null || !panel.fewRefused()) {
            return;
        }
        long marks = entries.stream().filter(entry -> entry.value() != null).count();
        boolean away = entries.stream().allMatch(PanelCheck::isAway);
        if (away && indicator.missing() == Missing.ERROR) {
            problems.error(
                    "no-marks",
                    entries.get(0).place(),
                    Text.of("%s 的“%s”没有一名考评员打分", "no assessor marked \"%2$s\" of %1$s", unit, question.name()));
        } else if (marks > 0 && marks < panel.minimum()) {
            few(entries.get(0).place(), question.name(), marks, panel.minimum());
        }
    }

    private static boolean isAway(Entry entry) {
        return entry.state() == CellState.RECUSED || entry.state() == CellState.ABSENT;
    }

    private void few(CellPlace place, String name, long marks, int minimum) {
        problems.error(
                "few-marks",
                place,
                Text.of(
                        "%s 的“%s”只有 %s 名考评员打分，至少要 %s 名",
                        "\"%2$s\" of %1$s has only %3$s marks, there must be %4$s or more",
                        unit,
                        name,
                        marks,
                        minimum));
    }

    private void roles(Panel panel, List<Entry> entries) {
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

    /**
     * Checks the marks from which every assessor has a sum: each marks all indicators or none.
     *
     * @param answers those of the unit; where an indicator is not among them, something else is wrong with it
     */
    void checkSums(Panel panel, Area area, Map<String, List<Entry>> answers) {
        List<Indicator> marked = area.leaves()
                .filter(indicator -> answers.containsKey(indicator.id()))
                .toList();
        Map<String, Map<String, Entry>> byAssessor = new LinkedHashMap<>();
        for (Indicator indicator : marked) {
            for (Entry entry : answers.getOrDefault(indicator.id(), List.of())) {
                if (!entry.assessor().isEmpty()) {
                    byAssessor
                            .computeIfAbsent(entry.assessor(), name -> new LinkedHashMap<>())
                            .put(indicator.id(), entry);
                }
            }
        }
        byAssessor.forEach((assessor, entries) -> {
            boolean present = entries.values().stream().anyMatch(entry -> entry.value() != null);
            for (Indicator indicator : marked) {
                List<Entry> all = answers.getOrDefault(indicator.id(), List.of());
                boolean common = all.stream().allMatch(entry -> entry.assessor().isEmpty())
                        || all.stream().anyMatch(entry -> entry.state().isOfUnit());
                if (present && !common) {
                    whole(assessor, indicator, entries);
                }
            }
        });
        long present = byAssessor.values().stream()
                .filter(entries -> entries.values().stream().anyMatch(entry -> entry.value() != null))
                .count();
        boolean complete = area.leaves().allMatch(indicator -> answers.containsKey(indicator.id()));
        if (complete && panel.fewRefused() && present < panel.minimum() && !byAssessor.isEmpty()) {
            few(firstPlace(byAssessor), area.name(), present, panel.minimum());
        }
    }

    private static CellPlace firstPlace(Map<String, Map<String, Entry>> byAssessor) {
        return byAssessor.values().iterator().next().values().iterator().next().place();
    }

    private void whole(String assessor, Indicator indicator, Map<String, Entry> entries) {
        @Nullable Entry entry = entries.get(indicator.id());
        boolean told = entry == null && problems.hasErrors();
        if (!told && (entry == null || isAway(entry))) {
            problems.error(
                    "part-marked",
                    Objects.requireNonNullElseGet(
                                    entry, () -> entries.values().iterator().next())
                            .place(),
                    Text.of(
                            "考评员“%s”给 %s 打了分，却没有给“%s”打分；缺席或回避的，各项都填“缺席”或“回避”",
                            "the assessor %s marked %s, but not \"%s\"; one who was away is 缺席 or 回避 everywhere",
                            assessor,
                            unit,
                            indicator.base().name()));
        }
    }
}
