package guifan.diff;

import guifan.number.Rational;
import guifan.rule.Item;
import guifan.rule.MeasureType;
import guifan.rule.Numbers;
import guifan.source.Text;
import guifan.standard.Indicator.Basis;
import guifan.standard.Indicator.Wording;
import guifan.standard.Standard;
import guifan.standard.Standard.Fact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What changed between two wordings of an indicator for the same kind of unit. */
final class WordingComparison {

    private final Wording before;
    private final Wording after;
    private final Map<String, Item> known;
    private final List<Detail> details = new ArrayList<>();

    private WordingComparison(Wording before, Wording after, Map<String, Item> known) {
        this.before = before;
        this.after = after;
        this.known = known;
    }

    /** Returns what changed; {@code known} are the facts that rules may depend on, by id. */
    static List<Detail> of(Wording before, Wording after, Map<String, Item> known) {
        return new WordingComparison(before, after, known).compare();
    }

    /** Returns what may be said of the facts that are numbers: of one in both standards what both allow. */
    static Map<String, Item> facts(Standard before, Standard after) {
        Map<String, Item> known = new LinkedHashMap<>();
        Stream.concat(before.facts().stream(), after.facts().stream())
                .filter(Fact::isNumber)
                .forEach(fact -> known.merge(
                        fact.id(), new Item(fact.id(), fact.name(), fact.type(), false), WordingComparison::both));
        return known;
    }

    private static Item both(Item one, Item other) {
        MeasureType type = one.type();
        Rational most = type.most();
        Rational otherMost = other.type().most();
        MeasureType within = type.within(
                type.least().max(other.type().least()),
                most == null ? otherMost : otherMost == null ? most : most.min(otherMost));
        return new Item(one.id(), other.name(), within, false);
    }

    private List<Detail> compare() {
        text("name", before.name(), after.name());
        rule();
        text("measured-in", before.measuredIn(), after.measuredIn());
        if (!Objects.equals(before.ratio(), after.ratio())) {
            Severity severity = sameSense() ? Severity.MINOR : Severity.MAJOR;
            details.add(Detail.of("measure", severity, ratio(before), ratio(after)));
        }
        text("evidence", String.join("、", before.evidence()), String.join("、", after.evidence()));
        if (!before.basis().equals(after.basis())) {
            details.add(Detail.of("basis", Severity.MINOR, basis(before), basis(after)));
        }
        text("note", before.note(), after.note());
        return details;
    }

    private void text(String key, String was, String now) {
        if (!was.equals(now)) {
            details.add(Detail.of(key, KeyChanges.severity(key), was, now));
        }
    }

    /** A rule that only follows the points is no change of its own, whatever numbers had to be written anew. */
    private void rule() {
        boolean points = !before.points().equals(after.points());
        RuleComparison comparison =
                RuleComparison.of(before.rule(), before.points(), after.rule(), after.points(), known);
        Text was = before.rule().sentence();
        Text now = after.rule().sentence();
        boolean unknown = comparison.isOpen() && was.equals(now);
        boolean same = comparison.isSame() || unknown;
        if (points) {
            Detail change = Detail.of(
                    "points",
                    Severity.MAJOR,
                    before.points().toString(),
                    after.points().toString());
            boolean follows = same && !was.equals(now);
            details.add(
                    unknown
                            ? change.noting(comparison.words())
                            : follows
                                    ? change.noting(Text.of(
                                            "规则随分值同比例调整：%s → %s", "the rule follows the points: %s -> %s", was, now))
                                    : change);
        }
        boolean items = items();
        if (same && items) {
            return;
        }
        if (!same) {
            Detail change = Detail.of("rule", Severity.MAJOR, was, now);
            details.add(change.noting(note(comparison, before.points(), after.points()))
                    .with(comparison));
        } else if (!points && !was.equals(now)) {
            AnswersComparison answers = AnswersComparison.of(before.items(), after.items());
            Text note = Text.join(
                    Stream.concat(Stream.of(Strictness.SAME.words()), answers.said().stream())
                            .toList(),
                    "；",
                    "; ");
            details.add(
                    Detail.of("rule", answers.severity(), was, now).noting(note).with(comparison));
        }
    }

    /** Returns whether items changed, having told how. */
    private boolean items() {
        Map<String, String> old = names(before.items());
        Map<String, String> now = names(after.items());
        if (old.equals(now) && List.copyOf(old.keySet()).equals(List.copyOf(now.keySet()))) {
            return false;
        }
        List<Text> said = new ArrayList<>();
        now.forEach((id, name) -> {
            if (!old.containsKey(id)) {
                said.add(Text.of("新增 %s", "added %s", name));
            } else if (!name.equals(old.get(id))) {
                said.add(Text.of("%s 改为 %s", "%s becomes %s", old.get(id), name));
            }
        });
        old.forEach((id, name) -> {
            if (!now.containsKey(id)) {
                said.add(Text.of("删去 %s", "removed %s", name));
            }
        });
        if (said.isEmpty()) {
            said.add(Text.of("次序不同", "in another order"));
        }
        Severity severity = old.keySet().equals(now.keySet()) ? Severity.WORDING : Severity.MAJOR;
        details.add(Detail.of("items", severity, String.join("、", old.values()), String.join("、", now.values()))
                .noting(Text.join(said, "；", "; ")));
        return true;
    }

    /** Returns the names of items; those of levels stand for themselves. */
    private static Map<String, String> names(List<Item> items) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Item item : items) {
            if (item.id().isEmpty()) {
                boolean levels = item.type().kind() == MeasureType.Kind.LEVEL;
                item.type().words().stream().filter(word -> levels).forEach(word -> names.put(word, word));
            } else {
                names.put(item.id(), item.name());
            }
        }
        return names;
    }

    /** Says how rules compare, with an example for each direction; {@code had} and {@code has} are full points. */
    static Text note(RuleComparison comparison, Rational had, Rational has) {
        List<Text> said = new ArrayList<>(List.of(comparison.words()));
        for (RuleComparison.@Nullable Witness witness : Arrays.asList(comparison.lower(), comparison.higher())) {
            if (witness != null) {
                boolean same = had.equals(has);
                said.add(Text.of(
                        "如 %s：%s → %s 分",
                        "such as %s: %s -> %s",
                        witness.shown(),
                        Numbers.shown(witness.before()) + (same ? "" : "/" + had),
                        Numbers.shown(witness.after()) + (same ? "" : "/" + has)));
            }
        }
        return Text.join(said, "；", "; ");
    }

    /** The names of the two counts are words; what 0 of 0 means is not. */
    private boolean sameSense() {
        return before.ratio() != null
                && after.ratio() != null
                && before.ratio().whenZero() == after.ratio().whenZero();
    }

    private static Text ratio(Wording wording) {
        return wording.ratio() == null
                ? Text.of("")
                : Text.of(
                        "%s ÷ %s（0÷0 %s）",
                        "%s ÷ %s (0÷0: %s)",
                        wording.ratio().part(),
                        wording.ratio().whole(),
                        wording.ratio().whenZero().words());
    }

    private static Text basis(Wording wording) {
        return Text.join(wording.basis().stream().map(Basis::words).toList(), "；", "; ");
    }
}
