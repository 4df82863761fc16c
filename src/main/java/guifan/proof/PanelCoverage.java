package guifan.proof;

import guifan.evaluate.PanelResult;
import guifan.evaluate.UnitResult;
import guifan.source.Text;
import guifan.standard.Area;
import guifan.standard.Panel;
import guifan.standard.Standard;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What panels do with the sums of assessors, and which of it some case has reached. */
final class PanelCoverage {

    private PanelCoverage() {}

    /** Lists everything that there is in {@code standard}. */
    static void declare(Standard standard, Map<String, Text> all) {
        standard.panels().forEach((area, panel) -> {
            Text name = area.id().isEmpty() ? new Text("基础分", "base total") : Text.of(area.id());
            for (Panel.Way way : panel.ways()) {
                all.put(
                        key(area, way.minimum()),
                        Text.of("%s：%s 名以上考评员", "%s: %s assessors or more", name, way.minimum()));
            }
            if (!panel.fewRefused()) {
                all.put(key(area, 0), Text.of("%s：考评员不足", "%s: too few assessors", name));
            }
            if (panel.each() != null) {
                all.put(key(area, "each"), Text.of("%s：合计经过舍入", "%s: a sum that is rounded", name));
            }
            if (panel.together() != null) {
                all.put(key(area, "together"), Text.of("%s：合成分经过舍入", "%s: combined sums that are rounded", name));
            }
        });
    }

    private static String key(Area area, Object what) {
        return "panel:" + area.id() + ":" + what;
    }

    /** Adds to {@code reached} what {@code unit} reached. */
    static void visit(Standard standard, UnitResult unit, Set<String> reached) {
        for (Area area : standard.panels().keySet()) {
            @Nullable
            PanelResult panel = area.id().isEmpty()
                    ? unit.panel()
                    : unit.area(area.id()).map(UnitResult.AreaResult::panel).orElse(null);
            if (panel != null) {
                visit(area, panel, reached);
            }
        }
    }

    private static void visit(Area area, PanelResult panel, Set<String> reached) {
        reached.add(key(area, panel.combined() == null ? 0 : panel.minimum()));
        if (!Objects.equals(panel.exact(), panel.combined())) {
            reached.add(key(area, "together"));
        }
        if (panel.judges().stream().anyMatch(judge -> !Objects.equals(judge.exact(), judge.sum()))) {
            reached.add(key(area, "each"));
        }
    }
}
