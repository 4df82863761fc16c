package guifan.standard;

import guifan.number.Rational;
import guifan.source.Fields;
import guifan.source.Location;
import guifan.source.Problems;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads areas with all that is in them. */
final class AreaReader {

    private final Problems problems;
    private final Map<String, Location> ids;
    private final IndicatorReader indicatorReader;

    /**
     * Makes a reader of areas.
     *
     * @param ids where each id was first given, which is added to
     */
    AreaReader(Problems problems, Map<String, Location> ids, IndicatorReader indicatorReader) {
        this.problems = problems;
        this.ids = ids;
        this.indicatorReader = indicatorReader;
    }

    Area read(Fields fields) {
        int before = problems.all().size();
        String id = uniqueId(fields, ids);
        List<Area> areas = fields.sections("areas").stream().map(this::read).toList();
        List<Indicator> indicators = new ArrayList<>();
        for (Fields section : fields.sections("indicators")) {
            uniqueId(section, ids);
            indicatorReader.read(section).ifPresent(indicators::add);
        }
        if (areas.isEmpty() == indicators.isEmpty() && !problems.hasErrors()) {
            fields.error("area-content", "id", Text.of("一个方面或含指标，或含下级方面", "an area holds either indicators or areas"));
        }
        Rational points = fields.positive("points");
        if (problems.all().size() == before) {
            List<Rational> parts =
                    new ArrayList<>(areas.stream().map(Area::points).toList());
            indicators.forEach(indicator -> parts.add(indicator.base().points()));
            checkSum(fields, "points", points, parts);
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
                fields.place());
    }

    /** Reports parts that do not add up to {@code points}. */
    static void checkSum(Fields fields, String key, Rational points, List<Rational> parts) {
        Rational sum = parts.stream().reduce(Rational.ZERO, Rational::plus);
        if (!sum.equals(points)) {
            fields.error(
                    "points-sum", key, Text.of("各部分分值合计 %s，与 %s 不符", "the parts add up to %s, not to %s", sum, points));
        }
    }

    /** Returns the id, of which it is reported if another part has it already. */
    static String uniqueId(Fields fields, Map<String, Location> ids) {
        String id = fields.text("id");
        @Nullable Location earlier = ids.putIfAbsent(id, fields.place("id"));
        if (earlier != null && !id.isEmpty()) {
            fields.error(
                    "duplicate-id",
                    "id",
                    Text.of("编号“%s”重复，第一次在第 %s 行", "id \"%s\" appears twice, first on line %s", id, earlier.line()));
        }
        return id;
    }
}
