package guifan.paper;

import guifan.evaluate.Evaluation;
import guifan.evaluate.Evaluation.Input;
import guifan.evaluate.Roster;
import guifan.evaluate.UnitResult;
import guifan.source.Problems;
import guifan.source.Text;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whom letters about a unit go to.
 *
 * @param bodies the congresses' bodies by kind of unit
 * @param roster the list of units with their party committees, or null
 */
public record Addressees(
        Map<String, String> bodies, @Nullable Roster roster) {

    /**
     * Checks that {@code roster} is that of {@code evaluation}: the same units, each with its party committee.
     *
     * @param file the name and hash of the roster
     */
    public static void check(Roster roster, Input file, Evaluation evaluation, Problems problems) {
        Input used = evaluation.roster();
        if (used != null && !used.sha256().equals(file.sha256())) {
            problems.warning(
                    "other-roster",
                    roster.place(),
                    Text.of("名册与评价时所用的“%s”内容不同", "is not the same as %s, which the evaluation used", used.name()));
        }
        for (UnitResult unit : evaluation.units()) {
            Optional<Roster.Member> member = roster.find(unit.unit());
            if (member.isEmpty()) {
                problems.error(
                        "not-in-roster",
                        roster.place(),
                        Text.of("名册没有结果中的“%s”", "the roster has no %s, which is in the result", unit.unit()));
            } else if (member.get().party().isEmpty()) {
                problems.error(
                        "no-party",
                        member.get().place(),
                        Text.of("没有填“%s”的党委", "the party committee of %s is missing", unit.unit()));
            }
        }
        for (String missing :
                roster.missing(evaluation.units().stream().map(UnitResult::unit).toList())) {
            problems.error(
                    "not-in-result",
                    roster.place(),
                    Text.of("结果中没有名册所列的“%s”", "the result has no %s, which is in the roster", missing));
        }
    }

    /** Returns {@code units} in the order of the roster, where there is one. */
    List<UnitResult> ordered(List<UnitResult> units) {
        if (roster == null) {
            return units;
        }
        Map<String, Integer> order = new HashMap<>();
        roster.members().forEach(member -> order.put(member.unit(), order.size()));
        return units.stream()
                .sorted(Comparator.comparing(unit -> order.getOrDefault(unit.unit(), order.size())))
                .toList();
    }

    /** Returns the congress of {@code unit} as a letter addresses it. */
    Text congress(UnitResult unit) {
        String body = bodies.get(unit.kind());
        return body == null
                ? Text.of("%s人大", "the congress of %s", unit.unit())
                : Text.of("%s%s", "%2$s of %1$s", unit.unit(), body);
    }

    /** Returns the party committee of {@code unit} as a letter addresses it. */
    Text party(UnitResult unit) {
        return Optional.ofNullable(roster)
                .flatMap(list -> list.find(unit.unit()))
                .map(Roster.Member::party)
                .filter(party -> !party.isEmpty())
                .map(Text::of)
                .orElse(Text.of("%s党（工）委", "the party committee of %s", unit.unit()));
    }
}
