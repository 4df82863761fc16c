package guifan.standard;

import guifan.number.Rational;
import guifan.number.Rounding;
import guifan.source.Fields;
import guifan.source.NamedNumber;
import guifan.source.Text;
import guifan.standard.Panel.Combine;
import guifan.standard.Panel.Way;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads how the marks of several assessors are combined. */
final class PanelReader {

    private PanelReader() {}

    /** Reads the panel of an indicator. */
    static Panel read(Fields fields) {
        return read(fields, false, null);
    }

    /** Returns the panel of an area or of the whole, or null if it has none. */
    static @Nullable Panel ofSums(Fields holder, List<Standard.Fact> facts) {
        if (holder.has("panel") && holder.has("factor")) {
            holder.error(
                    "factor",
                    "factor",
                    Text.of(
                            "有“panel”的，系数写在“panel”里：先合成，再乘以系数",
                            "beside a panel, say \"factor\" within it: it multiplies what the panel comes to"));
        }
        return holder.optionalSection("panel")
                .map(fields -> ofSumsIn(fields, facts))
                .orElse(null);
    }

    private static Panel ofSumsIn(Fields fields, List<Standard.Fact> facts) {
        @Nullable
        Factor factor = fields.optionalSection("factor")
                .flatMap(section -> Factor.read(section, facts))
                .orElse(null);
        return read(fields, true, factor);
    }

    private static Panel read(Fields fields, boolean sums, @Nullable Factor factor) {
        List<Way> ways = new ArrayList<>(List.of(way(fields)));
        Map<String, Rational> roles = roles(fields);
        for (Fields section : fields.sections("fewer")) {
            Way way = way(section);
            if (way.minimum() >= ways.get(ways.size() - 1).minimum()) {
                section.error(
                        "panel",
                        "minimum",
                        Text.of("人数应一档比一档少", "every one of \"fewer\" has a smaller minimum than the one before"));
            }
            ways.add(way);
        }
        boolean median = ways.stream().anyMatch(way -> way.combine() == Combine.MEDIAN);
        if (median && !roles.isEmpty()) {
            refuseMedian(fields);
        }
        boolean refused = !fields.has("too-few")
                || fields.choice("too-few", Map.of("error", true, "no-score", false), Boolean.TRUE);
        Optional<Fields> round = fields.optionalSection("round");
        return new Panel(
                List.copyOf(ways),
                Map.copyOf(roles),
                refused,
                sums ? round.map(section -> rounding(section, "each")).orElse(null) : null,
                round.map(section -> rounding(section, "together")).orElse(null),
                factor);
    }

    private static @Nullable Rounding rounding(Fields fields, String key) {
        return StandardReader.rounding(fields, key);
    }

    private static Way way(Fields fields) {
        String word = fields.requiredChoice(
                "combine", Map.of("mean", "mean", "median", "median", "trimmed-mean", "trimmed-mean"), "mean");
        int drop = word.equals("trimmed-mean") ? 1 : 0;
        int highest = whole(fields, "drop-highest", 0, drop);
        int lowest = whole(fields, "drop-lowest", 0, drop);
        boolean median = word.equals("median");
        if (median && highest + lowest > 0) {
            refuseMedian(fields);
        }
        int least = Math.addExact(Math.min(highest + lowest, 1000), 1);
        int minimum = whole(fields, "minimum", 1, least);
        if (minimum < least) {
            fields.error(
                    "panel",
                    "minimum",
                    Text.of(
                            "去掉高低分后至少要剩一个，因此不能少于 %s",
                            "one mark must be left after dropping; the minimum is %s or more", least));
        }
        return new Way(minimum, median ? Combine.MEDIAN : Combine.MEAN, highest, lowest);
    }

    private static void refuseMedian(Fields fields) {
        fields.error("panel", "combine", Text.of("取中位数时不能再去掉高低分或按角色加权", "a median drops no marks and weighs no roles"));
    }

    private static Map<String, Rational> roles(Fields fields) {
        Map<String, Rational> roles = new LinkedHashMap<>();
        List<NamedNumber> pairs = fields.has("roles") ? fields.pairs("roles") : List.of();
        for (NamedNumber pair : pairs) {
            roles.put(pair.name(), pair.number());
            if (pair.number().signum() <= 0) {
                fields.error(
                        "roles",
                        "roles",
                        Text.of("“%s”的权重应大于 0", "the weight of \"%s\" must be greater than 0", pair.name()));
            }
        }
        return roles;
    }

    /** A key that is not there leaves no trace in the canonical text. */
    private static int whole(Fields fields, String key, int least, int otherwise) {
        return fields.has(key) ? fields.whole(key, least, otherwise) : otherwise;
    }
}
