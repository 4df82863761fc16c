package guifan.standard;

import guifan.number.Rational;
import guifan.number.Rounding;
import guifan.source.Fields;
import guifan.source.Text;
import guifan.standard.Bodies.Limit;
import guifan.standard.Grades.Below;
import guifan.standard.Grades.Beyond;
import guifan.standard.Grades.Cap;
import guifan.standard.Grades.Condition;
import guifan.standard.Grades.Exhausted;
import guifan.standard.Grades.FactIs;
import guifan.standard.Grades.FalseMaterial;
import guifan.standard.Grades.Had;
import guifan.standard.Grades.Holds;
import guifan.standard.Grades.Level;
import guifan.standard.Standard.Fact;
import guifan.standard.Standard.RoundingPolicy;
import guifan.standard.Streak.Consequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads grades, their caps and the ranking. */
final class GradesReader {

    private static final Pattern DAYS = Pattern.compile("([1-9][0-9]{0,3})d");

    private enum By {
        FINAL,
        BASE,
        AREA
    }

    private final List<String> kinds;
    private final List<Area> areas;
    private final ClaimReader claims;
    private final List<Fact> facts;
    private final List<Limit> limits;
    private final RoundingPolicy rounding;

    /**
     * Makes a reader.
     *
     * @param given every id of the text, of what could be read and of what could not
     */
    GradesReader(
            List<String> kinds,
            List<Area> areas,
            Set<String> given,
            List<Fact> facts,
            List<Limit> limits,
            RoundingPolicy rounding) {
        this.kinds = kinds;
        this.areas = areas;
        this.claims = new ClaimReader(areas, given);
        this.facts = facts;
        this.limits = limits;
        this.rounding = rounding;
    }

    Grades grades(Fields fields) {
        By by = fields.choice("by", Map.of("final", By.FINAL, "base", By.BASE, "area", By.AREA), By.FINAL);
        @Nullable Area area = by == By.AREA ? area(fields) : null;
        boolean rounded = fields.choice("compare", Map.of("rounded", true, "exact", false), true);
        List<Fields> sections = fields.sections("levels");
        List<Level> levels = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            levels.add(level(sections.get(i), i == sections.size() - 1));
        }
        @Nullable
        Rounding grid = !rounded || by == By.AREA ? null : by == By.FINAL ? rounding.finalTotal() : rounding.base();
        new GradeLines(grid).check(levels, sections);
        checkQuotas(levels, sections);
        refuseTwice(sections, "name", levels.stream().map(Level::name).toList());
        if (levels.isEmpty()) {
            fields.error("no-grades", "levels", Text.of("没有等次", "there are no grades"));
        }
        List<Fields> capSections = fields.sections("caps");
        List<Cap> caps = capSections.stream().map(cap -> cap(cap, levels)).toList();
        refuseTwice(capSections, "id", caps.stream().map(Cap::id).toList());
        List<Fields> following = fields.sections("consequences");
        List<Consequence> consequences =
                following.stream().map(one -> consequence(one, levels)).toList();
        refuseTwice(following, "id", consequences.stream().map(Consequence::id).toList());
        return new Grades(by == By.FINAL, area, rounded, List.copyOf(levels), caps, consequences);
    }

    private @Nullable Area area(Fields fields) {
        String id = claims.area(fields);
        return areas.stream()
                .flatMap(ClaimReader::withInner)
                .filter(area -> area.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** Places that are left can only go to a grade that has places, counted in the same groups. */
    private static void checkQuotas(List<Level> levels, List<Fields> sections) {
        for (int i = 0; i < levels.size(); i++) {
            Quota quota = levels.get(i).quota();
            if (quota == null) {
                continue;
            }
            Quota next = i + 1 < levels.size() ? levels.get(i + 1).quota() : null;
            if (i == levels.size() - 1) {
                sections.get(i).error("quota", "quota", Text.of("最低等次没有名额", "the lowest grade has no quota"));
            } else if (quota.passOn() && (next == null || next.withinKind() != quota.withinKind())) {
                sections.get(i)
                        .error(
                                "quota",
                                "quota",
                                Text.of(
                                        "余额要转入的下一等次没有名额，或名额的分组不同",
                                        "the next grade, to which places left go, has no quota of the same groups"));
            }
        }
    }

    private static void refuseTwice(List<Fields> sections, String key, List<String> names) {
        for (int i = 1; i < names.size(); i++) {
            if (names.subList(0, i).contains(names.get(i)) && !names.get(i).isEmpty()) {
                sections.get(i).error("duplicate-id", key, Text.of("“%s”重复", "\"%s\" appears twice", names.get(i)));
            }
        }
    }

    private Level level(Fields fields, boolean last) {
        boolean otherwise = fields.flag("otherwise");
        if (otherwise != last) {
            fields.error(
                    "grade-otherwise",
                    "otherwise",
                    Text.of("最低的等次且只有它写“otherwise: true”", "the lowest grade, and only it, says \"otherwise: true\""));
        }
        List<Claim> requires =
                fields.sections("requires").stream().map(claims::read).toList();
        @Nullable
        Quota quota = fields.optionalSection("quota")
                .map(section -> Quota.read(section, kinds))
                .orElse(null);
        boolean bound = !otherwise && requires.isEmpty() && quota == null;
        @Nullable Rational atLeast = bound ? fields.number("at-least") : boundOf(fields, otherwise);
        if (otherwise && !requires.isEmpty()) {
            fields.error("grade-otherwise", "requires", Text.of("最低等次没有条件", "the lowest grade has no conditions"));
        }
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
                requires,
                quota,
                fields.optionalProse("then").orElse(""),
                days,
                fields.optionalProse("attested").orElse(""),
                fields.place());
    }

    private static @Nullable Rational boundOf(Fields fields, boolean otherwise) {
        return otherwise ? null : fields.optionalNumber("at-least").orElse(null);
    }

    private static Consequence consequence(Fields fields, List<Level> levels) {
        return new Consequence(fields.text("id"), Streak.read(fields, names(levels)), fields.prose("then"));
    }

    private static List<String> names(List<Level> levels) {
        return levels.stream().map(Level::name).toList();
    }

    private Cap cap(Fields fields, List<Level> levels) {
        Map<String, Integer> names = new HashMap<>();
        for (int i = 0; i < levels.size(); i++) {
            names.put(levels.get(i).name(), i);
        }
        return new Cap(
                fields.text("id"),
                condition(fields.section("when"), levels),
                fields.requiredChoice("at-most", names, levels.size() - 1),
                fields.prose("reason"));
    }

    private Condition condition(Fields fields, List<Level> levels) {
        if (fields.has("history")) {
            return new Had(Streak.read(fields, names(levels)));
        }
        if (fields.has("fact")) {
            List<String> known = facts.stream()
                    .filter(fact -> !fact.isNumber())
                    .map(Fact::id)
                    .toList();
            boolean yes = fields.requiredChoice("is", Map.of("是", true, "否", false), true);
            return new FactIs(claims.named(fields, "fact", fields.text("fact"), known), yes);
        }
        if (fields.has("beyond")) {
            List<String> known = limits.stream()
                    .filter(limit -> !limit.firstBy().isEmpty())
                    .map(Limit::id)
                    .toList();
            return new Beyond(ClaimReader.known(fields, "beyond", fields.text("beyond"), known));
        }
        if (fields.has("state")) {
            fields.requiredChoice("state", Map.of("作假", true), true);
            return new FalseMaterial();
        }
        if (fields.has("indicator") && fields.has("exhausted")) {
            String id = indicator(fields);
            fields.requiredChoice("exhausted", Map.of("true", true), true);
            return new Exhausted(id);
        }
        if (fields.has("indicator") && fields.has("below") && !fields.has("share")) {
            String id = indicator(fields);
            claims.requireMeasure(fields, id);
            return new Below(id, fields.number("below"));
        }
        return new Holds(claims.read(fields));
    }

    private String indicator(Fields fields) {
        return claims.indicator(fields, "indicator");
    }

    Ranking ranking(Fields fields) {
        return Ranking.read(fields, claims);
    }
}
