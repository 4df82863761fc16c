package guifan.report;

import guifan.evaluate.Roster;
import guifan.source.Problems;
import guifan.source.Text;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.List;

/**
 * A unit that a sheet is made for.
 *
 * @param name its name, empty where the sheet is for any unit of its kind
 */
public record TemplateUnit(String name, String kind) {

    /** Returns the units of {@code roster} in its order; a kind that the standard does not have is reported. */
    public static List<TemplateUnit> of(Roster roster, Standard standard, Problems problems) {
        List<TemplateUnit> units = new ArrayList<>();
        for (Roster.Member member : roster.members()) {
            boolean onlyKind = member.kind().isEmpty() && standard.kinds().size() == 1;
            String kind = onlyKind ? standard.kinds().get(0) : member.kind();
            if (!standard.kinds().contains(kind)) {
                problems.error(
                        "unknown-kind",
                        member.place(),
                        Text.of(
                                "“%s”的类别“%s”不是类别，应为 %s",
                                "the kind of \"%s\", \"%s\", is no kind; expected %s",
                                member.unit(),
                                kind,
                                Text.list(standard.kinds())));
            }
            units.add(new TemplateUnit(member.unit(), kind));
        }
        return units;
    }
}
