package guifan.standard;

import guifan.number.Rational;
import guifan.number.Rounding;
import guifan.rule.Factored;
import guifan.rule.Gathered;
import guifan.rule.MeasureType;
import guifan.rule.Rule;
import guifan.rule.Worth;
import guifan.source.Fields;
import guifan.source.Node;
import guifan.source.Node.Mapping;
import guifan.source.Problems;
import guifan.source.Text;
import guifan.standard.Indicator.Basis;
import guifan.standard.Indicator.BasisStatus;
import guifan.standard.Indicator.Derivation;
import guifan.standard.Indicator.Link;
import guifan.standard.Indicator.Missing;
import guifan.standard.Indicator.Ratio;
import guifan.standard.Indicator.Wording;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one indicator with its variants. */
final class IndicatorReader {

    static final Map<String, Missing> MISSING =
            Map.of("error", Missing.ERROR, "zero", Missing.ZERO, "exclude", Missing.EXCLUDE, "full", Missing.FULL);

    private static final Map<String, BasisStatus> STATUS = Map.of(
            "verified", BasisStatus.VERIFIED,
            "unverified", BasisStatus.UNVERIFIED,
            "analogue", BasisStatus.ANALOGUE,
            "none", BasisStatus.NONE);

    private static final Map<String, Derivation> DERIVATION =
            Map.of("same", Derivation.SAME, "sum", Derivation.SUM, "min", Derivation.MIN, "none", Derivation.NONE);

    /** The keys that make up a wording; a variant gives those that differ. */
    private static final Set<String> WORDING_KEYS =
            Set.of("name", "points", "measured-in", "measure", "rule", "evidence", "basis", "note");

    private final List<String> kinds;
    private final Missing usual;
    private final Map<String, Worth.Known> facts;

    IndicatorReader(List<String> kinds, Missing usual, Map<String, Worth.Known> facts) {
        this.facts = facts;
        this.kinds = kinds;
        this.usual = usual;
    }

    /**
     * Returns the indicator, or nothing if its rule cannot be read.
     *
     * @param scale the points of an indicator that says none, or null where each has to say them
     * @param above the panel further up whose assessors mark it, or null
     */
    Optional<Indicator> read(Fields fields, @Nullable Rational scale, @Nullable Panel above) {
        String id = fields.text("id");
        Optional<Wording> base = wording(fields, scale);
        Map<String, Wording> variants = new LinkedHashMap<>();
        Map<String, String> canonical = new TreeMap<>();
        fields.named("variants")
                .forEach((kind, node) -> variant(fields, kind, node, scale, canonical)
                        .ifPresent(wording -> variants.put(kind, wording)));
        fields.noteCanonical("variants", canonical::toString);
        @Nullable
        Panel panel = fields.optionalSection("panel").map(PanelReader::read).orElse(null);
        base.ifPresent(wording -> checkMarks(fields, wording, panel, above));
        variants.values().forEach(wording -> checkMarks(fields, wording, panel, above));
        List<Link> from = fields.sections("from").stream()
                .map(link ->
                        new Link(link.text("indicator"), link.requiredChoice("measure", DERIVATION, Derivation.NONE)))
                .toList();
        @Nullable Tally tally = tally(fields, base, variants).orElse(null);
        List<Rule> rules = Stream.concat(base.stream(), variants.values().stream())
                .map(Wording::rule)
                .toList();
        @Nullable
        FromStandard other = fields.optionalSection("from-standard")
                .map(section -> FromStandard.read(section, rules))
                .orElse(null);
        if (other != null && panel != null) {
            fields.error(
                    "from-standard",
                    "from-standard",
                    Text.of("有考评员打分的指标不取其他标准的结果", "an indicator with a panel takes no other results"));
        }
        Optional<String> shortName = fields.optionalProse("short");
        List<String> appliesTo = appliesTo(fields);
        Missing missing = fields.choice("missing", MISSING, usual);
        String attested = fields.optionalProse("attested").orElse("");
        @Nullable Rounding rounding = StandardReader.rounding(fields, "round");
        return base.map(wording -> new Indicator(
                id,
                shortName.orElse(wording.name()),
                appliesTo,
                missing,
                panel,
                above,
                from,
                wording,
                ordered(variants),
                other,
                tally,
                attested,
                rounding,
                fields.place()));
    }

    /** Returns {@code variants} in the order of the kinds, whatever the order of the text. */
    private Map<String, Wording> ordered(Map<String, Wording> variants) {
        Map<String, Wording> ordered = new LinkedHashMap<>();
        kinds.stream().filter(variants::containsKey).forEach(kind -> ordered.put(kind, variants.get(kind)));
        return Collections.unmodifiableMap(ordered);
    }

    /** What assessors mark is one number each, which is not compared with those of other units. */
    private static void checkMarks(Fields fields, Wording wording, @Nullable Panel panel, @Nullable Panel above) {
        if ((panel != null || above != null) && wording.rule().shape() != Rule.Shape.SINGLE) {
            fields.error("panel", "panel", Text.of("由子项组成的指标不能有多名考评员", "an indicator made of items has no panel"));
        }
        if (panel != null && above != null) {
            AreaReader.refuseInner(fields);
        }
        if (above != null
                && (wording.ratio() != null || wording.rule().relative().isPresent())) {
            fields.error(
                    "panel",
                    "rule",
                    Text.of(
                            "考评员各自打分的指标不能是两数之比，也不能与其他单位比较",
                            "what every assessor marks is no part of a whole, and is not compared with other units"));
        }
    }

    /** The forms must be countable in the wording of every kind. */
    private static Optional<Tally> tally(Fields fields, Optional<Wording> base, Map<String, Wording> variants) {
        Optional<Fields> section = fields.aside("tally");
        section.ifPresent(tally -> variants.values().forEach(wording -> Tally.read(tally, wording)));
        return section.flatMap(tally -> base.map(wording -> Tally.read(tally, wording)));
    }

    private List<String> appliesTo(Fields fields) {
        List<String> applies = fields.texts("applies-to");
        applies.forEach(kind -> checkKind(fields, "applies-to", kind));
        List<String> ordered = kinds.stream()
                .filter(kind -> applies.isEmpty() || applies.contains(kind))
                .toList();
        fields.noteCanonical("applies-to", ordered::toString);
        return ordered;
    }

    private void checkKind(Fields fields, String key, String kind) {
        if (!kinds.contains(kind)) {
            fields.error(
                    "unknown-kind",
                    key,
                    Text.of("没有“%s”这一类别，已有：%s", "there is no kind \"%s\"; there are %s", kind, Text.list(kinds)));
        }
    }

    private Optional<Wording> variant(
            Fields fields, String kind, Node node, @Nullable Rational scale, Map<String, String> canonical) {
        checkKind(fields, "variants", kind);
        if (!(node instanceof Mapping differences)) {
            Fields.of(node, fields.problems());
            return Optional.empty();
        }
        Mapping merged = new Mapping(Map.of(), differences.place());
        for (Map.Entry<String, Node.Entry> entry : fields.mapping().entries().entrySet()) {
            if (WORDING_KEYS.contains(entry.getKey())) {
                merged = merged.with(entry.getKey(), entry.getValue());
            }
        }
        for (Map.Entry<String, Node.Entry> entry : differences.entries().entrySet()) {
            merged = merged.with(entry.getKey(), entry.getValue());
        }
        Fields variant = Fields.of(merged, fields.problems());
        Optional<Wording> wording = wording(variant, scale);
        variant.finish();
        canonical.put(kind, variant.canonical());
        return wording;
    }

    private Optional<Wording> wording(Fields fields, @Nullable Rational scale) {
        Problems problems = fields.problems();
        int before = problems.all().size();
        Rational points = scale == null ? fields.positive("points") : fields.positive("points", scale);
        String measuredIn = fields.optionalProse("measured-in").orElse("");
        Optional<Fields> measure = fields.optionalSection("measure");
        @Nullable
        Ratio ratio = measure.filter(section -> section.has("part") || section.has("whole"))
                .map(IndicatorReader::ratio)
                .orElse(null);
        @Nullable
        MeasureType type = ratio != null
                ? ratio.mayExceed() ? MeasureType.percent().within(Rational.ZERO, null) : MeasureType.percent()
                : measure.filter(section -> section.has("type") || !Gathered.isGathered(section))
                        .map(IndicatorReader::type)
                        .orElse(measuredIn.equals("%") || measuredIn.equals("％") ? MeasureType.percent() : null);
        Optional<Fields> gathering = measure.filter(Gathered::isGathered);
        fields.noteCanonical(
                "measure",
                () -> type
                        + (ratio == null ? "" : " " + ratio.whenZero())
                        + gathering.map(Fields::canonical).orElse(""));
        Fields section = fields.section("rule");
        Optional<Rule> rule = Rule.read(section, new Worth(points, measuredIn, type, facts))
                .map(read -> gathering.map(how -> Gathered.of(read, how)).orElse(read));
        Optional<Rule> factored = fields.optionalSection("factor")
                .flatMap(factor -> rule.map(read -> Factored.of(read, factor, facts)))
                .or(() -> rule);
        if (problems.all().size() == before) {
            rule.ifPresent(read -> check(section, read, points));
            rule.filter(read -> ratio != null && !isPercentage(read))
                    .ifPresent(read -> fields.error(
                            "measure",
                            "measure",
                            Text.of("这种规则不能用两个数之比", "a rule of this kind has no use for a part and a whole")));
        }
        List<Basis> basis =
                fields.sections("basis").stream().map(IndicatorReader::basis).toList();
        fields.noteCanonical("basis", () -> "");
        String name = fields.prose("name");
        List<String> evidence = fields.proses("evidence");
        String note = fields.optionalProse("note").orElse("");
        return factored.map(
                read -> new Wording(name, points, measuredIn, ratio, read, read.form(), evidence, basis, note));
    }

    private static boolean isPercentage(Rule rule) {
        return rule.shape() == Rule.Shape.SINGLE
                && rule.form().items().get(0).type().kind() == MeasureType.Kind.PERCENT;
    }

    private static Ratio ratio(Fields measure) {
        return new Ratio(
                measure.prose("part"),
                measure.prose("whole"),
                measure.requiredChoice("when-zero", MISSING, Missing.ERROR),
                measure.flag("may-exceed"));
    }

    private static MeasureType type(Fields measure) {
        MeasureType type = measure.requiredChoice(
                "type",
                Map.of(
                        "count", MeasureType.count(),
                        "percent", MeasureType.percent(),
                        "decimal", MeasureType.decimal()),
                MeasureType.decimal());
        Rational least = measure.number("min", type.least());
        return StandardReader.bounded(
                measure, type.within(least, measure.optionalNumber("max").orElse(type.most())));
    }

    private static Basis basis(Fields basis) {
        return new Basis(
                basis.optionalProse("law").orElse(""),
                basis.optionalProse("text").orElse(""),
                basis.optionalProse("article").orElse(""),
                basis.requiredChoice("status", STATUS, BasisStatus.UNVERIFIED),
                basis.proses("for"),
                basis.optionalProse("note").orElse(""));
    }

    /** Checks that the rule can reach the points, and no more unless the standard says so. */
    private static void check(Fields section, Rule rule, Rational points) {
        Optional<Rational> most = rule.form().most();
        if (!rule.alsoShareOf().isEmpty()) {
            section.error("share-of", "second", Text.of("只有投票的规则才能按选项的份额", "only a vote has shares of options"));
        }
        boolean reaches = rule.mayExceed()
                ? most.map(points::compareTo).orElse(-1) <= 0
                : most.filter(points::equals).isPresent();
        if (!reaches) {
            section.error(
                    "unreachable",
                    "kind",
                    Text.of(
                            "这条规则最多得 %s 分，与分值 %s 不符",
                            "this rule gives at most %s, not the %s points of the indicator",
                            most.map(Rational::toString).orElse("∞"),
                            points));
        }
    }
}
