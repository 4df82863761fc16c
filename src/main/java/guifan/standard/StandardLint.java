package guifan.standard;

import guifan.number.Rational;
import guifan.rule.Curve;
import guifan.rule.Curve.Piece;
import guifan.rule.Form;
import guifan.rule.MeasureType;
import guifan.source.Location;
import guifan.source.Names;
import guifan.source.Problems;
import guifan.source.Text;
import guifan.standard.Adjustments.Adjustment;
import guifan.standard.Indicator.Basis;
import guifan.standard.Indicator.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what can be read and is most likely not meant. A warning should be put right; a note is for people to
 * judge.
 */
public final class StandardLint {

    private static final Pattern LATE = Pattern.compile("迟|逾期|超期|延误");

    /** How much two names have in common, in pairs of neighbouring characters, to be taken for each other. */
    private static final Rational ALIKE = Rational.of(4, 5);

    private final Standard standard;
    private final Problems problems;

    private StandardLint(Standard standard, Problems problems) {
        this.standard = standard;
        this.problems = problems;
    }

    /**
     * Tells what was found.
     *
     * @param predecessor the standard that this one succeeds, or null if it is not at hand
     */
    public static void check(Standard standard, @Nullable Standard predecessor, Problems problems) {
        StandardLint lint = new StandardLint(standard, problems);
        standard.indicators().forEach(lint::indicator);
        lint.names();
        CombiningLint.check(standard, problems);
        lint.grades();
        lint.twice();
        if (predecessor != null) {
            lint.crosswalk(predecessor);
        }
    }

    private void indicator(Indicator indicator) {
        Location at = indicator.place();
        Wording base = indicator.base();
        if (base.evidence().isEmpty()) {
            problems.warning("no-evidence", at, Text.of("“%s”没有写明佐证", "\"%s\" names no evidence", base.name()));
        }
        if (base.basis().isEmpty()) {
            problems.warning(
                    "no-basis",
                    at,
                    Text.of(
                            "“%s”没有写明依据；确无依据的写 {status: none, note: …}",
                            "\"%s\" names no legal basis; where there is none, say {status: none, note: …}",
                            base.name()));
        }
        base.basis().forEach(basis -> law(indicator, basis));
        Stream.concat(Stream.of(base), indicator.variants().values().stream())
                .forEach(wording -> rule(indicator, wording));
    }

    /** A law that was not there yet is no basis; where the note says why it is named, that is enough. */
    private void law(Indicator indicator, Basis basis) {
        LocalDate effective = standard.identity().effective();
        if (effective != null
                && basis.text().matches("[0-9]{4}")
                && Integer.parseInt(basis.text()) > effective.getYear()
                && basis.note().isEmpty()) {
            problems.warning(
                    "law-not-in-force",
                    indicator.place(),
                    Text.of(
                            "“%s”引用的《%s》（%s）在 %s 尚未施行；仅供对照的请在注中说明",
                            "\"%s\" cites %s (%s), which was not in force on %s; say in its note if it is for"
                                    + " comparison",
                            indicator.base().name(),
                            basis.law(),
                            basis.text(),
                            effective));
        }
    }

    private void rule(Indicator indicator, Wording wording) {
        for (Form.Part part : wording.form().parts()) {
            MeasureType type = part.item().type();
            List<Piece> pieces = part.curve().pieces();
            Rational most = type.most();
            for (Piece piece : pieces) {
                if (most != null
                        && (piece.from().compareTo(most) > 0
                                || (piece.after() && piece.from().equals(most)))) {
                    problems.warning(
                            "unreachable-band",
                            indicator.place(),
                            Text.of(
                                    "“%s”从 %s 起的一档达不到，实绩最大为 %s",
                                    "\"%s\": what starts at %s is never reached, the largest measure is %s",
                                    wording.name(),
                                    piece.from(),
                                    most));
                }
            }
            if (goesUpAndDown(part.curve()) && type.kind() != MeasureType.Kind.LEVEL) {
                problems.warning(
                        "not-monotone",
                        indicator.place(),
                        Text.of(
                                "“%s”的得分随实绩有升有降",
                                "\"%s\": the points go up and down as the measure grows", wording.name()));
            }
        }
    }

    private static boolean goesUpAndDown(Curve curve) {
        boolean up = false;
        boolean down = false;
        for (int i = 0; i < curve.pieces().size(); i++) {
            Piece piece = curve.pieces().get(i);
            int direction = piece.slope().signum();
            int jump = i == 0
                    ? 0
                    : piece.value().compareTo(curve.pieces().get(i - 1).at(piece.from()));
            up |= direction > 0 || jump > 0;
            down |= direction < 0 || jump < 0;
        }
        return up && down;
    }

    private void names() {
        List<Indicator> all = standard.indicators().toList();
        for (int i = 0; i < all.size(); i++) {
            for (Indicator other : all.subList(i + 1, all.size())) {
                String one = Names.normalise(all.get(i).base().name());
                String two = Names.normalise(other.base().name());
                if (areAlike(one, two)) {
                    problems.warning(
                            "similar-names",
                            other.place(),
                            Text.of(
                                    "“%s”与“%s”名称相近，填报时容易混淆",
                                    "\"%s\" and \"%s\" have similar names and may be mistaken for each other",
                                    other.base().name(),
                                    all.get(i).base().name()));
                }
            }
        }
    }

    private static boolean areAlike(String one, String two) {
        Set<String> left = pairs(one);
        Set<String> right = pairs(two);
        Set<String> common = new HashSet<>(left);
        common.retainAll(right);
        int sum = left.size() + right.size();
        return one.equals(two)
                || (sum > 0 && Rational.of(2L * common.size(), sum).compareTo(ALIKE) >= 0);
    }

    private static Set<String> pairs(String name) {
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 1 < name.length(); i++) {
            pairs.add(name.substring(i, i + 2));
        }
        return pairs;
    }

    private void grades() {
        Rational cap = standard.adjustments().bonusCap();
        boolean endless = cap == null && !standard.adjustments().bonus().isEmpty();
        Rational most = cap == null ? standard.total() : standard.total().plus(cap);
        @Nullable Area area = standard.grades().byArea();
        if (!standard.grades().onFinal()) {
            most = area == null ? standard.total() : area.points();
        }
        for (Grades.Level level : standard.grades().levels()) {
            Rational bound = level.atLeast();
            if (bound != null
                    && bound.compareTo(most) > 0
                    && !(endless && standard.grades().onFinal())) {
                problems.warning(
                        "unreachable-grade",
                        level.place(),
                        Text.of(
                                "“%s”要 %s 分，最多只能得 %s 分",
                                "\"%s\" asks for %s, but %s is the most there is", level.name(), bound, most));
            } else if (bound != null && bound.signum() <= 0) {
                problems.warning(
                        "unreachable-grade",
                        level.place(),
                        Text.of(
                                "“%s”从 %s 分起，比它低的等次没有单位会得到",
                                "\"%s\" starts at %s, so that no unit gets a lower grade", level.name(), bound));
            }
        }
    }

    /** Lateness that a rule already counts may be punished once more by a penalty. */
    private void twice() {
        List<Adjustment> penalties = standard.adjustments().penalties().stream()
                .filter(item -> LATE.matcher(item.name()).find())
                .toList();
        for (Adjustment penalty : penalties) {
            standard.indicators()
                    .filter(StandardLint::countsLateness)
                    .forEach(indicator -> problems.note(
                            "punished-twice",
                            indicator.place(),
                            Text.of(
                                    "“%s”已就迟报扣分，另有扣分项“%s”，应写明不重复扣",
                                    "\"%s\" loses points for lateness, and so does the penalty \"%s\"; say that one"
                                            + " excludes the other",
                                    indicator.base().name(),
                                    penalty.name())));
        }
    }

    private static boolean countsLateness(Indicator indicator) {
        return indicator.base().form().items().stream()
                .anyMatch(item -> item.type().kind() == MeasureType.Kind.TIMELY
                        || LATE.matcher(item.name()).find());
    }

    /** Every old indicator should have come to something, for every kind of unit that it applied to. */
    private void crosswalk(Standard predecessor) {
        List<Indicator> all = standard.indicators().toList();
        for (Indicator indicator : all) {
            for (Indicator.Link link : indicator.from()) {
                if (predecessor.indicator(link.indicator()).isEmpty()) {
                    problems.warning(
                            "crosswalk-unknown",
                            indicator.place(),
                            Text.of(
                                    "“%s”来自“%s”，但 %s 中没有这一项",
                                    "\"%s\" comes from \"%s\", which is not in %s",
                                    indicator.base().name(),
                                    link.indicator(),
                                    predecessor.identity().id()));
                }
            }
        }
        Location whole = standard.identity().place();
        predecessor.indicators().forEach(old -> {
            List<Indicator> successors = all.stream()
                    .filter(one -> one.from().stream()
                            .anyMatch(link -> link.indicator().equals(old.id())))
                    .toList();
            if (successors.isEmpty()) {
                problems.warning(
                        "crosswalk-hole",
                        whole,
                        Text.of(
                                "%s 的“%s”没有去向",
                                "\"%2$s\" of %1$s has come to nothing",
                                predecessor.identity().id(),
                                old.base().name()));
                return;
            }
            List<String> left = new ArrayList<>(old.appliesTo());
            left.retainAll(standard.kinds());
            left.removeIf(kind -> successors.stream().anyMatch(one -> one.appliesTo(kind)));
            if (!left.isEmpty()) {
                problems.note(
                        "crosswalk-hole",
                        Objects.requireNonNull(successors.get(0)).place(),
                        Text.of(
                                "%s 的“%s”适用于%s，承接它的各项都不适用",
                                "\"%2$s\" of %1$s applied to %3$s; nothing that came of it does",
                                predecessor.identity().id(),
                                old.base().name(),
                                Text.list(left)));
            }
        });
    }
}
