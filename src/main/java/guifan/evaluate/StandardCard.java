package guifan.evaluate;

import guifan.number.Rational;
import guifan.number.Rounding;
import guifan.rule.Item;
import guifan.rule.Numbers;
import guifan.source.Text;
import guifan.standard.Adjustments.Adjustment;
import guifan.standard.Area;
import guifan.standard.FromStandard;
import guifan.standard.Grades;
import guifan.standard.Indicator;
import guifan.standard.Indicator.Basis;
import guifan.standard.Indicator.Wording;
import guifan.standard.Question;
import guifan.standard.Standard;
import guifan.standard.Standard.AmendmentNote;
import guifan.standard.Standard.ChangeKind;
import guifan.standard.Standard.Identity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What outputs need to know of a standard; kept in every archived result, so that it can be read without the standard.
 *
 * @param id the resolved id
 * @param effective the day on which this text came into force, as {@code 2019-07-01}, empty if not said
 * @param published whether the text is the published one, otherwise it is a reconstruction
 * @param amendments what was changed since the text as issued
 * @param finalRounding how the final total is rounded, or null if it is exact
 * @param bonusCap the most that bonuses add, or null
 * @param groups what becomes of bodies that belong together, or null
 * @param combining how the areas become the base total, in words; empty where they are just added
 */
public record StandardCard(
        String id,
        String title,
        String issuer,
        String effective,
        boolean draft,
        boolean published,
        String rulesHash,
        String textHash,
        Rational total,
        int originalIndicators,
        List<AmendmentCard> amendments,
        @Nullable Rounding finalRounding,
        @Nullable Rational bonusCap,
        @Nullable Rational penaltyCap,
        boolean gradeOnFinal,
        List<AreaCard> areas,
        List<AdjustmentCard> adjustments,
        List<FactCard> facts,
        List<GradeCard> grades,
        List<CapCard> caps,
        @Nullable GroupingCard groups,
        Text combining) {

    /** One amendment in numbers. */
    public record AmendmentCard(String id, String effective, int added, int set, int retired) {}

    /**
     * An area.
     *
     * @param weight its share where scores are averaged above it, null where they are added
     * @param combining how its parts become its score, in words; empty where they are just added
     */
    public record AreaCard(
            String id,
            String name,
            String shortName,
            Rational points,
            List<AreaCard> areas,
            List<IndicatorCard> indicators,
            @Nullable Rational weight,
            Text combining) {

        public Stream<IndicatorCard> leaves() {
            return Stream.concat(areas.stream().flatMap(AreaCard::leaves), indicators.stream());
        }
    }

    /**
     * An indicator.
     *
     * @param kinds the kinds of unit that it applies to
     * @param variants the wordings of the kinds that have one of their own
     * @param weight its share where scores are averaged above it, null where they are added
     */
    public record IndicatorCard(
            String id,
            String shortName,
            List<String> kinds,
            WordingCard base,
            Map<String, WordingCard> variants,
            @Nullable Rational weight) {

        public WordingCard wording(String kind) {
            return variants.getOrDefault(kind, base);
        }
    }

    /**
     * An indicator in the words of one kind of unit.
     *
     * @param clause the rule in words
     * @param items names and level words of what is filled in, by item id
     * @param basis the legal basis, one line each
     */
    public record WordingCard(
            String name,
            Rational points,
            String measuredIn,
            String ruleKind,
            Text clause,
            Map<String, ItemCard> items,
            List<String> evidence,
            List<Text> basis,
            String note) {}

    /**
     * An item.
     *
     * @param words the words for 0, 1, 2 …, empty for numbers
     */
    public record ItemCard(String name, List<String> words) {

        /** Returns {@code value} as people write it. */
        public String show(Rational value) {
            boolean named = value.isWhole() && value.signum() >= 0 && value.compareTo(Rational.of(words.size())) < 0;
            return named ? words.get(value.intValueExact()) : Numbers.shown(value);
        }
    }

    /** A bonus or penalty. */
    public record AdjustmentCard(
            String id, String name, boolean penalty, String measuredIn, Text clause, Map<String, ItemCard> items) {}

    /** A fact. */
    public record FactCard(String id, String name) {}

    /** A grade: its lower bound or null, what follows, and in words its conditions and quota, if there are any. */
    public record GradeCard(
            String name,
            @Nullable Rational atLeast,
            String then,
            @Nullable Integer rectifyDays,
            Text terms) {}

    /** A cap on grades. */
    public record CapCard(String id, int atMost, String reason) {}

    /** Returns the card of {@code standard}. */
    public static StandardCard of(Standard standard) {
        Identity identity = standard.identity();
        List<AdjustmentCard> adjustments = new ArrayList<>();
        standard.adjustments().bonus().forEach(item -> adjustments.add(adjustment(item, false)));
        standard.adjustments().penalties().forEach(item -> adjustments.add(adjustment(item, true)));
        List<AmendmentNote> notes = identity.amendments();
        return new StandardCard(
                identity.id(),
                identity.title(),
                identity.issuer(),
                day(identity.effective()),
                identity.draft(),
                identity.published(),
                identity.rulesHash(),
                identity.textHash(),
                standard.total(),
                notes.isEmpty()
                        ? (int) standard.indicators().count()
                        : notes.get(0).originalIndicators(),
                notes.stream().map(StandardCard::amendment).toList(),
                standard.rounding().finalTotal(),
                standard.adjustments().bonusCap(),
                standard.adjustments().penaltyCap(),
                standard.grades().onFinal(),
                areas(standard.root()),
                List.copyOf(adjustments),
                standard.facts().stream()
                        .map(fact -> new FactCard(fact.id(), fact.name()))
                        .toList(),
                standard.grades().levels().stream().map(StandardCard::grade).toList(),
                standard.grades().caps().stream()
                        .map(cap -> new CapCard(cap.id(), cap.atMost(), cap.reason()))
                        .toList(),
                GroupingCard.of(standard.grouping()),
                standard.root().sentence());
    }

    private static String day(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }

    private static AmendmentCard amendment(AmendmentNote note) {
        return new AmendmentCard(
                note.id(),
                day(note.effective()),
                (int) note.count(ChangeKind.ADD),
                (int) note.count(ChangeKind.SET),
                (int) note.count(ChangeKind.RETIRE));
    }

    private static List<AreaCard> areas(Area above) {
        return above.areas().stream().map(area -> area(above, area)).toList();
    }

    private static AreaCard area(Area above, Area area) {
        return new AreaCard(
                area.id(),
                area.name(),
                area.shortName(),
                area.points(),
                areas(area),
                area.indicators().stream()
                        .map(indicator -> indicator(area, indicator))
                        .toList(),
                weight(above, area.id()),
                area.sentence());
    }

    private static @Nullable Rational weight(Area above, String part) {
        return above.combining().method().isWeighted() ? above.combining().weight(part) : null;
    }

    private static IndicatorCard indicator(Area above, Indicator indicator) {
        Map<String, WordingCard> variants = new LinkedHashMap<>();
        indicator.appliesTo().stream()
                .filter(indicator.variants()::containsKey)
                .forEach(kind -> variants.put(kind, wording(indicator, indicator.wording(kind))));
        return new IndicatorCard(
                indicator.id(),
                indicator.shortName(),
                indicator.appliesTo(),
                wording(indicator, indicator.base()),
                variants,
                weight(above, indicator.id()));
    }

    private static WordingCard wording(Indicator indicator, Wording wording) {
        return new WordingCard(
                wording.name(),
                wording.points(),
                wording.measuredIn(),
                wording.rule().kind().name(),
                FromStandard.after(wording.rule().sentence().plus(indicator.afterRule()), indicator.fromStandard()),
                items(wording),
                wording.evidence(),
                wording.basis().stream().map(Basis::words).toList(),
                wording.note());
    }

    /** The two counts of a percentage stand beside its only item. */
    private static Map<String, ItemCard> items(Wording wording) {
        Map<String, ItemCard> cards = items(wording.items());
        if (wording.ratio() != null) {
            cards.put(Question.PART, new ItemCard(wording.ratio().part(), List.of()));
            cards.put(Question.WHOLE, new ItemCard(wording.ratio().whole(), List.of()));
        }
        return cards;
    }

    private static Map<String, ItemCard> items(List<Item> items) {
        Map<String, ItemCard> cards = new LinkedHashMap<>();
        items.forEach(item ->
                cards.put(item.id(), new ItemCard(item.name(), item.type().words())));
        return cards;
    }

    private static AdjustmentCard adjustment(Adjustment item, boolean penalty) {
        return new AdjustmentCard(
                item.id(),
                item.name(),
                penalty,
                item.measuredIn(),
                FromStandard.after(item.rule().sentence(), item.fromStandard()),
                items(item.rule().form().items()));
    }

    static GradeCard grade(Grades.Level level) {
        return new GradeCard(level.name(), level.atLeast(), level.then(), level.rectifyDays(), level.terms());
    }

    /** Returns all indicators in the order of the standard. */
    public Stream<IndicatorCard> indicators() {
        return areas.stream().flatMap(AreaCard::leaves);
    }

    public Optional<IndicatorCard> indicator(String id) {
        return indicators().filter(indicator -> indicator.id().equals(id)).findFirst();
    }
}
