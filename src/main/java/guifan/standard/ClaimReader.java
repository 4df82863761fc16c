package guifan.standard;

import guifan.number.Rational;
import guifan.rule.Rule.Shape;
import guifan.source.Fields;
import guifan.source.Similar;
import guifan.source.Text;
import guifan.standard.Claim.Figure;
import guifan.standard.Claim.Order;
import guifan.standard.Claim.Share;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads what may be asked of areas and indicators: {@code {every: area, rate-at-least: 60}}. */
final class ClaimReader {

    private static final List<String> SUBJECTS = List.of("area", "indicator", "every", "some");

    private final Map<String, String> areas = new LinkedHashMap<>();
    private final Map<String, Indicator> indicators = new LinkedHashMap<>();
    private final List<String> tops;
    private final Set<String> given;

    /**
     * Makes a reader.
     *
     * @param given every id of the text, of what could be read and of what could not
     */
    ClaimReader(List<Area> all, Set<String> given) {
        this.given = given;
        all.stream().flatMap(ClaimReader::withInner).forEach(area -> areas.put(area.id(), area.name()));
        all.stream().flatMap(Area::leaves).forEach(indicator -> indicators.put(indicator.id(), indicator));
        tops = all.stream().map(Area::id).toList();
    }

    static Stream<Area> withInner(Area area) {
        return Stream.concat(Stream.of(area), area.areas().stream().flatMap(ClaimReader::withInner));
    }

    /** Returns the areas at any depth, names by ids. */
    Map<String, String> areas() {
        return areas;
    }

    /** Returns the indicators by their ids. */
    Map<String, Indicator> indicators() {
        return indicators;
    }

    /** Returns the id of the area that is named; one that the text does not have is reported. */
    String area(Fields fields) {
        return named(fields, "area", fields.text("area"), areas.keySet());
    }

    /** Returns the id of the indicator that {@code key} names; one that the text does not have is reported. */
    String indicator(Fields fields, String key) {
        return named(fields, key, fields.text(key), indicators.keySet());
    }

    /** Returns {@code id}; of what the text has but could not be read, it is not said that there is none. */
    String named(Fields fields, String key, String id, Collection<String> known) {
        return given.contains(id) && fields.problems().hasErrors() ? id : known(fields, key, id, known);
    }

    /** Reads a claim; where it is malformed, that is reported. */
    Claim read(Fields fields) {
        List<String> given = SUBJECTS.stream().filter(fields::has).toList();
        if (given.size() != 1) {
            fields.error(
                    "condition",
                    "area",
                    Text.of(
                            "条件写“area”“indicator”“every”“some”之一",
                            "a condition has one of area, indicator, every and some"));
        }
        String subject = given.isEmpty() ? "area" : given.get(0);
        List<String> ids = switch (subject) {
            case "area" -> List.of(area(fields));
            case "indicator" -> List.of(indicator(fields, "indicator"));
            default -> several(fields, subject);
        };
        int needed = subject.equals("some") ? fields.whole("number", 1, 1) : subject.equals("every") ? 0 : 1;
        if (needed > ids.size()) {
            fields.error("condition", "number", Text.of("只有 %s 项", "there are only %s", ids.size()));
        }
        return compared(fields, ids, needed);
    }

    private List<String> several(Fields fields, String key) {
        List<String> ids = fields.texts(key);
        if (ids.equals(List.of("area"))) {
            return tops;
        }
        if (ids.equals(List.of("indicator"))) {
            return List.copyOf(indicators.keySet());
        }
        List<String> all = new ArrayList<>(areas.keySet());
        all.addAll(indicators.keySet());
        return ids.stream().map(id -> named(fields, key, id, all)).toList();
    }

    /** Reads which items of an indicator are compared with which. */
    private Share share(Fields fields, String id) {
        Indicator indicator = indicators.get(id);
        if (indicator == null) {
            fields.error("condition", "share", Text.of("只有一项指标的子项才有份额", "only items of one indicator have a share"));
            return Share.NONE;
        }
        return new Share(items(fields, "share", indicator), items(fields, "of", indicator));
    }

    private static Map<String, String> items(Fields fields, String key, Indicator indicator) {
        Map<String, String> known = new LinkedHashMap<>();
        indicator.base().items().forEach(item -> known.put(item.id(), item.name()));
        List<String> asked = fields.texts(key);
        if (asked.isEmpty()) {
            fields.error("missing-key", key, Text.of("缺少“%s”", "\"%s\" is missing", key));
        }
        Map<String, String> items = new LinkedHashMap<>();
        asked.forEach(item -> items.put(known(fields, key, item, known.keySet()), known.getOrDefault(item, item)));
        return items;
    }

    private Claim compared(Fields fields, List<String> ids, int needed) {
        Map<String, Order> rates = Claim.orders("rate-");
        Map<String, Order> plain = Claim.orders("");
        List<String> keys = Stream.concat(rates.keySet().stream(), plain.keySet().stream())
                .filter(fields::has)
                .sorted()
                .toList();
        if (keys.size() != 1) {
            fields.error(
                    "condition",
                    "below",
                    Text.of(
                            "条件须且只能有一个比较：below、at-most、above、at-least，或前加 rate-（得分率，%）",
                            "a condition has one comparison: below, at-most, above, at-least, or the same after rate-"
                                    + " (in percent)"));
        }
        String key = keys.isEmpty() ? "below" : keys.get(0);
        Rational bound = fields.number(key);
        boolean rate = rates.containsKey(key);
        if (fields.has("share") || fields.has("of")) {
            if (rate || ids.size() != 1) {
                fields.error(
                        "condition",
                        "share",
                        Text.of("份额只与一个百分数比较（below、above 等）", "a share is compared by below, above and so on"));
            }
            return new Claim(
                    ids,
                    ids.stream().map(this::name).toList(),
                    Figure.SHARE,
                    plain.getOrDefault(key, Order.BELOW),
                    bound,
                    needed,
                    share(fields, ids.get(0)));
        }
        boolean measures = !rate && ids.stream().allMatch(indicators::containsKey);
        if (!rate && !measures && !ids.stream().allMatch(areas::containsKey)) {
            fields.error(
                    "condition", key, Text.of("方面与指标混用时只能比较得分率", "areas and indicators together are compared by rate"));
        }
        if (measures) {
            ids.forEach(id -> requireMeasure(fields, id));
        }
        Figure figure = rate ? Figure.RATE : measures ? Figure.MEASURE : Figure.POINTS;
        List<String> names = ids.stream().map(this::name).toList();
        return new Claim(
                ids, names, figure, (rate ? rates : plain).getOrDefault(key, Order.BELOW), bound, needed, Share.NONE);
    }

    private String name(String id) {
        Indicator indicator = indicators.get(id);
        return indicator == null ? areas.getOrDefault(id, id) : indicator.shortName();
    }

    /** An indicator made of items has no measure to compare. */
    void requireMeasure(Fields fields, String id) {
        Indicator indicator = indicators.get(id);
        if (indicator != null && indicator.base().rule().shape() != Shape.SINGLE) {
            fields.error(
                    "no-measure",
                    "indicator",
                    Text.of("“%s”由子项组成，没有可比较的实绩", "\"%s\" is made of items and has no measure to compare", id));
        }
    }

    static String known(Fields fields, String key, String id, Collection<String> known) {
        if (!known.contains(id) && !id.isEmpty()) {
            fields.error(
                    "unknown-id",
                    key,
                    Text.of("没有“%s”", "there is no \"%s\"", id).plus(Similar.suggestion(id, List.copyOf(known))));
        }
        return id;
    }
}
