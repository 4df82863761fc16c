package guifan.standard;

import guifan.number.Irrational;
import guifan.number.Rational;
import guifan.number.Rounding;
import guifan.rule.MeasureType;
import guifan.rule.Rule;
import guifan.rule.Worth;
import guifan.source.Fields;
import guifan.source.FileFormat;
import guifan.source.Location;
import guifan.source.Node.Mapping;
import guifan.source.Problems;
import guifan.source.Text;
import guifan.standard.Adjustments.Adjustment;
import guifan.standard.Indicator.Missing;
import guifan.standard.Standard.AmendmentNote;
import guifan.standard.Standard.Fact;
import guifan.standard.Standard.Identity;
import guifan.standard.Standard.NotApplicable;
import guifan.standard.Standard.RoundingPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a consolidated mapping into a {@link Standard}, reporting every problem. */
final class StandardReader {

    static final Map<String, Rounding.Mode> MODES = modes();

    private final Problems problems;
    private final Map<String, Location> ids = new HashMap<>();

    private StandardReader(Problems problems) {
        this.problems = problems;
    }

    private static Map<String, Rounding.Mode> modes() {
        Map<String, Rounding.Mode> modes = new HashMap<>();
        for (Rounding.Mode mode : Rounding.Mode.values()) {
            modes.put(mode.key(), mode);
        }
        return Map.copyOf(modes);
    }

    /**
     * Returns the standard in {@code mapping}.
     *
     * @param id the resolved id
     * @param amendments what was changed since the text as issued
     * @param textHash the hash of the files that {@code mapping} was made of
     */
    static Standard read(
            Mapping mapping, String id, List<AmendmentNote> amendments, String textHash, Problems problems) {
        return new StandardReader(problems).standard(Fields.of(mapping, problems), id, amendments, textHash);
    }

    private Standard standard(Fields fields, String id, List<AmendmentNote> amendments, String textHash) {
        FileFormat.require(fields);
        fields.prose("standard");
        Fields units = fields.section("units");
        List<String> kinds = units.texts("kinds");
        Bodies bodies = Bodies.read(units);
        if (kinds.isEmpty()) {
            fields.error(
                    "no-kinds",
                    "units",
                    Text.of(
                            "至少要有一个单位类别（units: {kinds: […]}）",
                            "at least one kind of unit is needed (units: {kinds: […]})"));
        }
        List<Fields> factSections = fields.sections("facts");
        List<Fact> facts = factSections.stream().map(StandardReader::fact).toList();
        IndicatorReader indicatorReader = new IndicatorReader(
                kinds, fields.choice("missing", IndicatorReader.MISSING, Missing.ERROR), known(facts));
        Rational total = fields.positive("total");
        RoundingPolicy rounding = fields.optionalSection("rounding")
                .map(this::rounding)
                .orElse(new RoundingPolicy(null, null, null, null));
        NotApplicable notApplicable = fields.optionalSection("not-applicable")
                .map(StandardReader::notApplicable)
                .orElse(new NotApplicable(true, false));
        fields.noteCanonical("not-applicable", notApplicable::toString);
        AreaReader areaReader = new AreaReader(problems, ids, indicatorReader, total, facts);
        @Nullable Panel panel = PanelReader.ofSums(fields, facts);
        CombiningReader combiningReader = new CombiningReader(fields, known(facts));
        List<Fields> areaSections = fields.sections("areas");
        List<Area> areas = areaReader.read(areaSections, combiningReader.isAveraged(), panel);
        Combining combining = combiningReader.read(areaSections, true);
        if (areas.isEmpty()) {
            fields.error("no-areas", "areas", Text.of("没有方面", "there are no areas"));
        }
        Adjustments adjustments =
                fields.optionalSection("adjustments").map(this::adjustments).orElse(Adjustments.NONE);
        factSections.forEach(section -> AreaReader.uniqueId(section, ids));
        GradesReader gradesReader = new GradesReader(kinds, areas, ids.keySet(), facts, bodies.limits(), rounding);
        Grades grades = gradesReader.grades(fields.section("grades"));
        Ranking ranking =
                fields.optionalSection("ranking").map(gradesReader::ranking).orElse(Ranking.PLAIN);
        fields.noteCanonical("ranking", ranking::canonical);
        @Nullable
        Grouping grouping = fields.optionalSection("groups")
                .map(section -> Grouping.read(section, bodies, facts))
                .orElse(null);
        Activities activities = fields.aside("activities").map(Activities::read).orElse(Activities.DEFAULT);
        Identity identity = identity(fields, id, amendments, textHash);
        fields.finish();
        if (!problems.hasErrors()) {
            Rational sum = areas.stream().map(Area::points).reduce(Rational.ZERO, Rational::plus);
            AreaReader.checkPoints(
                    fields, "total", total, combining.reachable(sum).times(Panel.mostOf(panel)), combining);
            areaReader.checkRoots(combining, areas, List.of());
        }
        return new Standard(
                identity,
                kinds,
                bodies,
                total,
                panel,
                rounding,
                notApplicable,
                areas,
                adjustments,
                facts,
                grades,
                ranking,
                activities,
                grouping,
                combining);
    }

    private Identity identity(Fields fields, String id, List<AmendmentNote> amendments, String textHash) {
        Optional<Fields> source = fields.optionalSection("source");
        @Nullable LocalDate effective = fields.optionalDate("effective").orElse(null);
        boolean published =
                fields.requiredChoice("provenance", Map.of("published", true, "reconstructed", false), false);
        boolean draft = fields.requiredChoice("status", Map.of("draft", true, "issued", false), false);
        Optional<Fields> years = fields.optionalSection("years");
        List.of("effective", "provenance", "status", "years").forEach(key -> fields.noteCanonical(key, () -> ""));
        @Nullable
        Integer fromYear = years.filter(section -> section.has("from"))
                .map(section -> (Integer) section.whole("from", 1900, 1900))
                .orElse(effective == null ? null : (Integer) effective.getYear());
        @Nullable
        Integer toYear = years.filter(section -> section.has("to"))
                .map(section -> (Integer) section.whole("to", 1900, 1900))
                .orElse(null);
        if (fromYear != null && toYear != null && toYear < fromYear) {
            years.orElseThrow()
                    .error(
                            "years",
                            "to",
                            Text.of(
                                    "适用到 %s 年，早于起始的 %s 年",
                                    "it holds to %s, which is before %s, when it begins", toYear, fromYear));
        }
        return new Identity(
                id,
                fields.prose("title"),
                fields.optionalProse("issuer").orElse(""),
                draft,
                published,
                effective,
                fromYear,
                toYear,
                fields.optionalProse("succeeds").orElse(""),
                source.flatMap(section -> section.optionalProse("document")).orElse(""),
                source.flatMap(section -> section.optionalProse("note")).orElse(""),
                fields.proses("attested"),
                List.copyOf(amendments),
                Hashes.ofText(rulesText(fields)),
                textHash,
                fields.place().source().whole(),
                fields.mapping());
    }

    /** Returns the canonical text of everything that decides about scores, not about which text is taken. */
    private static String rulesText(Fields fields) {
        return "guifan rules 1\n" + fields.canonical();
    }

    private RoundingPolicy rounding(Fields fields) {
        return new RoundingPolicy(
                rounding(fields, "indicator"),
                rounding(fields, "area"),
                rounding(fields, "base"),
                rounding(fields, "final"));
    }

    static @Nullable Rounding rounding(Fields fields, String key) {
        return fields.optionalSection(key)
                .map(section -> new Rounding(
                        section.whole("scale", 0, Irrational.MOST_DIGITS, 2),
                        section.requiredChoice("mode", MODES, Rounding.Mode.HALF_UP)))
                .orElse(null);
    }

    private static NotApplicable notApplicable(Fields fields) {
        boolean scale = fields.requiredChoice("treat", Map.of("scale", true, "full", false), true);
        return new NotApplicable(scale, fields.choice("within", Map.of("area", true, "total", false), false));
    }

    private Adjustments adjustments(Fields fields) {
        Optional<Fields> bonus = fields.optionalSection("bonus");
        Optional<Fields> penalty = fields.optionalSection("penalty");
        return new Adjustments(
                bonus.map(this::items).orElse(List.of()),
                bonus.flatMap(section -> section.optionalPositive("cap")).orElse(null),
                penalty.map(this::items).orElse(List.of()),
                penalty.flatMap(section -> section.optionalPositive("cap")).orElse(null));
    }

    private List<Adjustment> items(Fields fields) {
        List<Adjustment> items = new ArrayList<>();
        for (Fields item : fields.sections("items")) {
            String measuredIn = item.optionalProse("measured-in").orElse("");
            String id = AreaReader.uniqueId(item, ids);
            boolean countsFalse = item.choice("counts-state", Map.of("作假", true), false);
            String name = item.prose("name");
            List<String> evidence = item.proses("evidence");
            boolean required = item.flag("evidence-required");
            String note = item.optionalProse("note").orElse("");
            Rule.read(item.section("rule"), new Worth(null, measuredIn, null))
                    .map(rule -> new Adjustment(
                            id, name, measuredIn, rule, evidence, required, other(item, rule), countsFalse, note))
                    .ifPresent(items::add);
        }
        return items;
    }

    private static @Nullable FromStandard other(Fields item, Rule rule) {
        return item.optionalSection("from-standard")
                .map(section -> FromStandard.read(section, List.of(rule)))
                .orElse(null);
    }

    /** Returns {@code type}; a least value above the most is reported. */
    static MeasureType bounded(Fields fields, MeasureType type) {
        @Nullable Rational most = type.most();
        if (most != null && type.least().compareTo(most) > 0) {
            fields.error(
                    "bounds",
                    fields.has("min") ? "min" : "max",
                    Text.of("下限 %s 高于上限 %s", "the least, %s, is above the most, %s", type.least(), most));
        }
        return type;
    }

    private static Fact fact(Fields fields) {
        String id = fields.text("id");
        MeasureType plain = fields.requiredChoice(
                "type",
                Map.of(
                        "yes-no", MeasureType.yesNo(),
                        "count", MeasureType.count(),
                        "percent", MeasureType.percent(),
                        "decimal", MeasureType.decimal()),
                MeasureType.yesNo());
        boolean number = plain.words().isEmpty();
        MeasureType type = number && (fields.has("min") || fields.has("max"))
                ? bounded(
                        fields,
                        plain.within(
                                fields.has("min") ? fields.number("min") : plain.least(),
                                fields.has("max") ? fields.number("max") : plain.most()))
                : plain;
        boolean mayNotApply = number && fields.has("may-not-apply") && fields.flag("may-not-apply");
        String evidence = fields.optionalProse("evidence").orElse("");
        fields.noteCanonical("evidence", () -> evidence.isEmpty() ? "" : "required");
        return new Fact(id, fields.prose("name"), type, mayNotApply, evidence);
    }

    /** Returns the facts that targets may follow from. */
    static Map<String, Worth.Known> known(List<Fact> facts) {
        Map<String, Worth.Known> known = new LinkedHashMap<>();
        facts.stream()
                .filter(Fact::isNumber)
                .forEach(fact -> known.put(
                        fact.id(),
                        new Worth.Known(
                                fact.name(), fact.type().least(), fact.type().most(), fact.mayNotApply())));
        return known;
    }
}
