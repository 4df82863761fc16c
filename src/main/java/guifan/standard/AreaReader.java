package guifan.standard;

import guifan.number.Rational;
import guifan.source.Fields;
import guifan.source.Location;
import guifan.source.Problems;
import guifan.source.Text;
import guifan.standard.Combining.Method;
import guifan.standard.Standard.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads areas with all that is in them. */
final class AreaReader {

    private final Problems problems;
    private final Map<String, Location> ids;
    private final IndicatorReader indicatorReader;
    private final Rational scale;
    private final List<Fact> facts;

    /**
     * Makes a reader of areas.
     *
     * @param ids where each id was first given, which is added to
     * @param scale the full marks of what is averaged and says no points of its own
     * @param facts those that a factor may be
     */
    AreaReader(
            Problems problems,
            Map<String, Location> ids,
            IndicatorReader indicatorReader,
            Rational scale,
            List<Fact> facts) {
        this.problems = problems;
        this.ids = ids;
        this.indicatorReader = indicatorReader;
        this.scale = scale;
        this.facts = facts;
    }

    /**
     * Returns the areas that {@code sections} say, whose points need not be said where they are averaged.
     *
     * @param above the panel further up whose assessors mark what is in them, or null
     */
    List<Area> read(List<Fields> sections, boolean averaged, @Nullable Panel above) {
        return sections.stream().map(section -> read(section, averaged, above)).toList();
    }

    private Area read(Fields fields, boolean averaged, @Nullable Panel above) {
        int before = problems.all().size();
        String id = uniqueId(fields, ids);
        CombiningReader combiningReader = new CombiningReader(fields, StandardReader.known(facts));
        @Nullable Panel panel = PanelReader.ofSums(fields, facts);
        if (panel != null && above != null) {
            refuseInner(fields);
        }
        @Nullable Panel judges = above == null ? panel : above;
        List<Fields> parts = new ArrayList<>(fields.sections("areas"));
        List<Area> areas = read(parts, combiningReader.isAveraged(), judges);
        List<Indicator> indicators = new ArrayList<>();
        for (Fields section : fields.sections("indicators")) {
            parts.add(section);
            uniqueId(section, ids);
            indicatorReader
                    .read(section, combiningReader.isAveraged() ? scale : null, judges)
                    .ifPresent(indicators::add);
        }
        if (areas.isEmpty() == indicators.isEmpty() && problems.all().size() == before) {
            fields.error("area-content", "id", Text.of("一个方面或含指标，或含下级方面", "an area holds either indicators or areas"));
        }
        Combining combining = combiningReader.read(parts, false);
        Rational sum = combining.reachable(sum(areas, indicators)).times(Panel.mostOf(panel));
        Rational points = !averaged
                ? fields.positive("points")
                : fields.positive("points", combining.isAveraged() || sum.isZero() ? scale : sum);
        if (problems.all().size() == before) {
            checkPoints(fields, "points", points, sum, combining);
            checkRoots(combining, areas, indicators);
        }
        String name = fields.prose("name");
        return new Area(
                id,
                name,
                fields.optionalProse("short").orElse(name),
                points,
                areas,
                indicators,
                fields.optionalProse("attested").orElse(""),
                combining,
                panel,
                fields.place());
    }

    /** Everything below a panel is marked by its assessors, so that there is none below it. */
    static void refuseInner(Fields fields) {
        fields.error(
                "panel",
                "panel",
                Text.of(
                        "上级已有“panel”，其下由各考评员分别计算，不能再有",
                        "there is a panel further up; below it every assessor counts alone"));
    }

    private static Rational sum(List<Area> areas, List<Indicator> indicators) {
        return Stream.concat(
                        areas.stream().map(Area::points),
                        indicators.stream().map(indicator -> indicator.base().points()))
                .reduce(Rational.ZERO, Rational::plus);
    }

    /**
     * Reports points that the parts do not add up to, or that cannot be reached.
     *
     * @param key where the points stand
     */
    static void checkPoints(Fields fields, String key, Rational points, Rational sum, Combining combining) {
        @Nullable Rational cap = combining.atMost();
        if (!combining.isAveraged() && !sum.equals(points)) {
            fields.error(
                    "points-sum", key, Text.of("各部分分值合计 %s，与 %s 不符", "the parts add up to %s, not to %s", sum, points));
        } else if (combining.atLeast() != null && combining.atLeast().compareTo(points) > 0) {
            fields.error("bounds", "at-least", Text.of("下限高于分值 %s", "the floor is above the %s points", points));
        } else if (cap != null && cap.compareTo(points) < 0) {
            fields.error("unreachable", "at-most", Text.of("封顶低于分值 %s", "the cap is below the %s points", points));
        }
    }

    /** Reports parts of a geometric mean whose score may be negative. */
    void checkRoots(Combining combining, List<Area> areas, List<Indicator> indicators) {
        if (combining.method() != Method.GEOMETRIC_MEAN) {
            return;
        }
        Text message = Text.of(
                "得分可能为负，不能取几何平均；请去掉“floor: none”，或给方面写“at-least: 0”",
                "the score may be negative and has no geometric mean; do without \"floor: none\", or give an area"
                        + " \"at-least: 0\"");
        areas.stream()
                .filter(AreaReader::mayBeNegative)
                .forEach(area -> problems.error("negative-root", area.place(), message));
        indicators.stream()
                .filter(AreaReader::mayBeNegative)
                .forEach(one -> problems.error("negative-root", one.place(), message));
    }

    private static boolean mayBeNegative(Area area) {
        @Nullable Rational floor = area.combining().atLeast();
        return floor == null
                ? area.areas().stream().anyMatch(AreaReader::mayBeNegative)
                        || area.indicators().stream().anyMatch(AreaReader::mayBeNegative)
                : floor.signum() < 0;
    }

    private static boolean mayBeNegative(Indicator indicator) {
        return Stream.concat(Stream.of(indicator.base()), indicator.variants().values().stream())
                .anyMatch(wording -> wording.form().floor() == null);
    }

    /** Returns the id, of which it is reported if another part has it already. */
    static String uniqueId(Fields fields, Map<String, Location> ids) {
        String id = fields.text("id");
        @Nullable Location earlier = ids.putIfAbsent(id, fields.place("id"));
        if (earlier != null && !id.isEmpty()) {
            fields.error(
                    "duplicate-id",
                    "id",
                    Text.of("编号“%s”重复，第一次在 %s", "id \"%s\" appears twice, first at %s", id, earlier.words()));
        }
        return id;
    }
}
