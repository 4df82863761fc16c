package guifan.evaluate;

import guifan.number.Rational;
import guifan.source.CellPlace;
import guifan.source.Numerals;
import guifan.source.Problems;
import guifan.source.Similar;
import guifan.source.Text;
import guifan.standard.Grades.Level;
import guifan.standard.Indicator;
import guifan.standard.Question;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a trial sets: measures, points and the lines of grades. */
final class Settings {

    private static final Pattern POINTS = Pattern.compile("(.+?)(?:\\.(?:points|(weight))|[.·](?:分值|(权重)))");

    private final Evaluation evaluation;
    private final Problems problems;
    private final Columns columns;
    private final Map<String, Rational> shares = new HashMap<>();
    private final Map<String, Map<String, List<Entry>>> answers = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private Standard standard;

    private Settings(Standard standard, Evaluation evaluation, Problems problems) {
        this.standard = standard;
        this.evaluation = evaluation;
        this.problems = problems;
        this.columns = new Columns(standard, problems);
    }

    static Settings read(Standard standard, Evaluation evaluation, List<String> settings, Problems problems) {
        Settings read = new Settings(standard, evaluation, problems);
        settings.forEach(read::read);
        CellPlace all = place(String.join(" --set ", settings));
        read.checkLines(all);
        evaluation
                .units()
                .forEach(unit ->
                        read.answers(unit.unit()).forEach((id, entries) -> read.checkParts(all, unit, entries)));
        return read;
    }

    /** Returns the standard with the lines that were set. */
    Standard standard() {
        return standard;
    }

    /** Returns what the points of indicators are multiplied by. */
    Map<String, Rational> shares() {
        return shares;
    }

    /** Returns the answers of a unit that were set. */
    Map<String, List<Entry>> answers(String unit) {
        return answers.getOrDefault(unit, Map.of());
    }

    private static CellPlace place(String setting) {
        return new CellPlace("--set " + setting, "", 0, 0, 0, "");
    }

    private void read(String setting) {
        int at = setting.indexOf('=');
        String name = at < 0 ? "" : setting.substring(0, at).strip();
        String value = at < 0 ? "" : setting.substring(at + 1).strip();
        if (name.isEmpty() || value.isEmpty()) {
            problems.error(
                    "setting",
                    place(setting),
                    Text.of(
                            "应为“指标=实绩”“单位/指标=实绩”“指标.points=分值”“指标.weight=权重”或“等次=分数”",
                            "expected indicator=measure, unit/indicator=measure, indicator.points=points,"
                                    + " indicator.weight=weight or grade=total"));
            return;
        }
        if (!seen.add(name)) {
            problems.error("setting-twice", place(setting), Text.of("“%s”设了两次", "\"%s\" is set twice", name));
            return;
        }
        Matcher points = POINTS.matcher(name);
        int level = level(name);
        if (level >= 0) {
            line(setting, level, value);
        } else if (points.matches()) {
            points(setting, points.group(1), points.group(2) != null || points.group(3) != null, value);
        } else {
            measure(setting, name, value);
        }
    }

    private int level(String name) {
        List<Level> levels = standard.grades().levels();
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private Optional<Rational> number(String setting, String value) {
        Optional<Rational> number = Numerals.parse(value).filter(one -> one.signum() >= 0);
        if (number.isEmpty()) {
            problems.error(
                    "not-a-number",
                    place(setting),
                    Text.of("“%s”不是不小于 0 的数字", "\"%s\" is no number of 0 or more", value));
        }
        return number;
    }

    private void line(String setting, int level, String value) {
        if (standard.grades().levels().get(level).atLeast() == null) {
            problems.error("no-line", place(setting), Text.of("最低等次没有等次线", "the lowest grade has no line"));
            return;
        }
        number(setting, value)
                .ifPresent(line -> standard = standard.with(standard.grades().withLine(level, line)));
    }

    private void checkLines(CellPlace place) {
        @Nullable Level above = null;
        for (Level level : standard.grades().levels()) {
            if (above != null && !level.isBelow(above)) {
                problems.error(
                        "grade-order",
                        place,
                        Text.of(
                                "“%s”的等次线 %s 应低于上一等次的 %s",
                                "the line of \"%s\", %s, has to be below that of the grade above, %s",
                                level.name(),
                                Objects.requireNonNull(level.atLeast()),
                                Objects.requireNonNull(above.atLeast())));
            }
            above = level;
        }
    }

    private void points(String setting, String name, boolean weight, String value) {
        Optional<Target> named = target(setting, name);
        Optional<Indicator> indicator = named.flatMap(target -> standard.indicator(target.question()));
        if (indicator.isEmpty()) {
            if (named.isPresent()) {
                problems.error(
                        "no-points",
                        place(setting),
                        Text.of("只有指标有分值，“%s”没有", "only indicators have points, \"%s\" has none", name));
            }
            return;
        }
        Optional<Text> refused = Multiple.refused(standard, indicator.get(), name, weight);
        if (refused.isPresent()) {
            problems.error("no-points", place(setting), refused.get());
            return;
        }
        number(setting, value)
                .ifPresent(set ->
                        shares.put(indicator.get().id(), set.dividedBy(Multiple.now(standard, indicator.get()))));
    }

    private Optional<Target> target(String setting, String name) {
        Optional<Target> target = columns.target(name, place(setting));
        if (target.isEmpty()) {
            List<String> known =
                    new ArrayList<>(standard.indicators().map(Indicator::id).toList());
            standard.indicators().forEach(one -> known.add(one.base().name()));
            standard.grades().levels().forEach(level -> known.add(level.name()));
            problems.error(
                    "unknown-setting",
                    place(setting),
                    Text.of("标准中没有“%s”", "the standard has no \"%s\"", name).plus(Similar.suggestion(name, known)));
        }
        return target;
    }

    private void measure(String setting, String name, String value) {
        int slash = Math.max(name.indexOf('/'), name.indexOf('／'));
        boolean one = slash > 0 && columns.target(name, place(setting)).isEmpty();
        String unit = one ? name.substring(0, slash).strip() : "";
        List<String> units = evaluation.units().stream().map(UnitResult::unit).toList();
        if (one && !units.contains(unit)) {
            problems.error(
                    "unknown-unit",
                    place(setting),
                    Text.of("没有单位“%s”", "there is no unit \"%s\"", unit).plus(Similar.suggestion(unit, units)));
            return;
        }
        Optional<Target> target =
                target(setting, one ? name.substring(slash + 1).strip() : name);
        if (target.isPresent()) {
            for (UnitResult result : evaluation.units()) {
                if (!one || result.unit().equals(unit)) {
                    answer(setting, result, one, new Filled(target.get(), value, place(setting)));
                }
            }
        }
    }

    private void answer(String setting, UnitResult unit, boolean named, Filled filled) {
        String id = filled.target().question();
        Optional<Indicator> indicator = standard.indicator(id);
        if (indicator.isPresent() && !indicator.get().appliesTo(unit.kind())) {
            if (named) {
                problems.error(
                        "does-not-apply",
                        place(setting),
                        Text.of("本指标不适用于%s（%s）", "this indicator does not apply to %s (%s)", unit.unit(), unit.kind()));
            }
            return;
        }
        Question question = standard.questions(unit.kind()).stream()
                .filter(asked -> asked.id().equals(id))
                .findFirst()
                .orElseThrow();
        Problems told = new Problems();
        List<Entry> read = EntryReader.read(question, filled, told);
        problems.addAll(told);
        if (told.hasErrors()) {
            return;
        }
        if (read.stream().anyMatch(entry -> entry.state() == CellState.BLANK || entry.state() == CellState.PENDING)) {
            problems.error("setting-value", place(setting), Text.of("试算要有确定的值", "a trial needs a definite value"));
            return;
        }
        Map<String, List<Entry>> changed = answers.computeIfAbsent(unit.unit(), any -> new HashMap<>());
        List<Entry> now = changed.getOrDefault(id, Filing.of(standard, unit).answer(id));
        changed.put(id, changed(now, read, filled.target()));
    }

    /** Puts what was set in the place of what was said of the same item; a mark is set for every assessor. */
    private static List<Entry> changed(List<Entry> now, List<Entry> read, Target target) {
        boolean marks = target.isWhole()
                && now.stream().anyMatch(entry -> !entry.assessor().isEmpty());
        if (marks) {
            Entry mark = read.get(0);
            return now.stream()
                    .map(entry -> new Entry(
                            entry.item(),
                            entry.assessor(),
                            mark.state(),
                            mark.value(),
                            mark.raw(),
                            mark.evidence(),
                            mark.place()))
                    .toList();
        }
        if (target.isWhole()) {
            return read;
        }
        List<Entry> all = new ArrayList<>(now);
        for (Entry entry : read) {
            all.removeIf(one -> (one.item().isEmpty() && one.value() == null)
                    || (one.item().equals(entry.item()) && one.assessor().equals(entry.assessor())));
            all.add(entry);
        }
        return all;
    }

    private void checkParts(CellPlace place, UnitResult unit, List<Entry> entries) {
        Map<String, Rational> values = new HashMap<>();
        entries.stream()
                .filter(entry -> entry.value() != null)
                .forEach(entry -> values.put(entry.item(), Objects.requireNonNull(entry.value())));
        @Nullable Rational part = values.get(Question.PART);
        @Nullable Rational whole = values.get(Question.WHOLE);
        boolean mixed = values.containsKey("") && values.size() > 1;
        if (mixed || (part == null) != (whole == null)) {
            problems.error(
                    "setting-item",
                    place,
                    Text.of(
                            "%s 填的是整项，请设整项而不是子项",
                            "%s has filled in the whole; set the whole, not an item", unit.unit()));
        } else if (part != null && whole != null && part.compareTo(whole) > 0) {
            problems.error(
                    "part-exceeds-whole",
                    place,
                    Text.of(
                            "%s：分子 %s 大于分母 %s",
                            "%s: the part, %s, is more than the whole, %s", unit.unit(), part, whole));
        }
    }
}
