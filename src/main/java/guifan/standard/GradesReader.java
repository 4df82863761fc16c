package guifan.standard;

import guifan.number.Rational;
import guifan.rule.Rule.Shape;
import guifan.source.Fields;
import guifan.source.Similar;
import guifan.source.Text;
import guifan.standard.Grades.Below;
import guifan.standard.Grades.Cap;
import guifan.standard.Grades.Condition;
import guifan.standard.Grades.FactIs;
import guifan.standard.Grades.FalseMaterial;
import guifan.standard.Grades.Level;
import guifan.standard.Standard.Fact;
import guifan.standard.Standard.Ranking;
import guifan.standard.Standard.Ties;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads grades, their caps and the ranking. */
final class GradesReader {

    private static final Pattern DAYS = Pattern.compile("([1-9][0-9]{0,3})d");

    private final List<Area> areas;
    private final List<Fact> facts;

    GradesReader(List<Area> areas, List<Fact> facts) {
        this.areas = areas;
        this.facts = facts;
    }

    Grades grades(Fields fields) {
        boolean onFinal = fields.choice("by", Map.of("final", true, "base", false), true);
        boolean rounded = fields.choice("compare", Map.of("rounded", true, "exact", false), true);
        List<Fields> sections = fields.sections("levels");
        List<Level> levels = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            levels.add(level(sections.get(i), i == sections.size() - 1));
        }
        for (int i = 1; i < levels.size(); i++) {
            @Nullable Rational above = levels.get(i - 1).atLeast();
            @Nullable Rational bound = levels.get(i).atLeast();
            if (above != null && bound != null && bound.compareTo(above) >= 0) {
                sections.get(i)
                        .error(
                                "grade-order",
                                "at-least",
                                Text.of(
                                        "等次应从高到低：%s 不低于上一等次的 %s",
                                        "grades go from the best down: %s is not below the %s of the one before",
                                        bound,
                                        above));
            }
        }
        refuseTwice(sections, "name", levels.stream().map(Level::name).toList());
        if (levels.isEmpty()) {
            fields.error("no-grades", "levels", Text.of("没有等次", "there are no grades"));
        }
        List<Fields> capSections = fields.sections("caps");
        List<Cap> caps = capSections.stream().map(cap -> cap(cap, levels)).toList();
        refuseTwice(capSections, "id", caps.stream().map(Cap::id).toList());
        return new Grades(onFinal, rounded, List.copyOf(levels), caps);
    }

    private static void refuseTwice(List<Fields> sections, String key, List<String> names) {
        for (int i = 1; i < names.size(); i++) {
            if (names.subList(0, i).contains(names.get(i)) && !names.get(i).isEmpty()) {
                sections.get(i).error("duplicate-id", key, Text.of("“%s”重复", "\"%s\" appears twice", names.get(i)));
            }
        }
    }

    private static Level level(Fields fields, boolean last) {
        boolean otherwise = fields.flag("otherwise");
        if (otherwise != last) {
            fields.error(
                    "grade-otherwise",
                    "otherwise",
                    Text.of("最低的等次且只有它写“otherwise: true”", "the lowest grade, and only it, says \"otherwise: true\""));
        }
        @Nullable Rational atLeast = otherwise ? null : fields.number("at-least");
        @Nullable
        Integer days = fields.optionalProse("rectify-within")
                .map(text -> {
                    Matcher matcher = DAYS.matcher(text);
                    if (!matcher.matches()) {
                        fields.error("days", "rectify-within", Text.of("应如“30d”（天）", "expected days such as 30d"));
                        return 0;
                    }
                    return Integer.valueOf(matcher.group(1));
                })
                .orElse(null);
        return new Level(
                fields.text("name"),
                atLeast,
                fields.optionalProse("then").orElse(""),
                days,
                fields.optionalProse("attested").orElse(""),
                fields.place());
    }

    private Cap cap(Fields fields, List<Level> levels) {
        Map<String, Integer> names = new HashMap<>();
        for (int i = 0; i < levels.size(); i++) {
            names.put(levels.get(i).name(), i);
        }
        return new Cap(
                fields.text("id"),
                condition(fields.section("when")),
                fields.requiredChoice("at-most", names, levels.size() - 1),
                fields.prose("reason"));
    }

    private Condition condition(Fields fields) {
        if (fields.has("fact")) {
            List<String> known = facts.stream()
                    .filter(fact -> !fact.isNumber())
                    .map(Fact::id)
                    .toList();
            boolean yes = fields.requiredChoice("is", Map.of("是", true, "否", false), true);
            return new FactIs(known(fields, "fact", known), yes);
        }
        if (fields.has("state")) {
            fields.requiredChoice("state", Map.of("作假", true), true);
            return new FalseMaterial();
        }
        List<Indicator> indicators = areas.stream().flatMap(Area::leaves).toList();
        String id = known(
                fields, "indicator", indicators.stream().map(Indicator::id).toList());
        if (fields.has("exhausted")) {
            fields.requiredChoice("exhausted", Map.of("true", true), true);
            return new Grades.Exhausted(id);
        }
        indicators.stream()
                .filter(indicator -> indicator.id().equals(id))
                .filter(indicator -> indicator.base().rule().shape() != Shape.SINGLE)
                .forEach(indicator -> fields.error(
                        "no-measure",
                        "indicator",
                        Text.of("“%s”由子项组成，没有可比较的实绩", "\"%s\" is made of items and has no measure to compare", id)));
        return new Below(id, fields.number("below"));
    }

    private static String known(Fields fields, String key, List<String> known) {
        String id = fields.text(key);
        if (!known.contains(id) && !fields.problems().hasErrors()) {
            fields.error(
                    "unknown-id",
                    key,
                    Text.of("没有“%s”", "there is no \"%s\"", id).plus(Similar.suggestion(id, known)));
        }
        return id;
    }

    Ranking ranking(Fields fields) {
        Ties ties = fields.choice(
                "ties", Map.of("share", Ties.SHARE, "dense", Ties.DENSE, "average", Ties.AVERAGE), Ties.SHARE);
        List<String> known =
                areas.stream().flatMap(GradesReader::withInner).map(Area::id).toList();
        List<String> chain = fields.sections("chain").stream()
                .map(link -> known(link, "area", known))
                .toList();
        return new Ranking(ties, chain);
    }

    private static Stream<Area> withInner(Area area) {
        return Stream.concat(Stream.of(area), area.areas().stream().flatMap(GradesReader::withInner));
    }
}
