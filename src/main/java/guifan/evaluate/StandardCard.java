package guifan.evaluate;

import guifan.number.Rational;
import guifan.number.Rounding;
import guifan.rule.Item;
import guifan.rule.Numbers;
import guifan.source.Text;
import guifan.standard.Adjustments.Adjustment;
import guifan.standard.Area;
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
        @Nullable GroupingCard groups) {

    /** One amendment in numbers. */
    public record AmendmentCard(String id, String effective, int added, int set, int retired) {}

    /** An area. */
    public record AreaCard(
            String id,
            String name,
            String shortName,
            Rational points,
            List<AreaCard> areas,
            List<IndicatorCard> indicators) {

        public Stream<IndicatorCard> leaves() {
            return Stream.concat(areas.stream().flatMap(AreaCard::leaves), indicators.stream());
        }
    }

    /**
     * An indicator.
     *
     * @param kinds the kinds of unit that it applies to
     * @param variants the wordings of the kinds that have one of their own
     */
    public record IndicatorCard(
            String id, String shortName, List<String> kinds, WordingCard base, Map<String, WordingCard> variants) {

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
                standard.areas().stream().map(StandardCard::area).toList(),
                List.copyOf(adjustments),
                standard.facts().stream()
                        .map(fact -> new FactCard(fact.id(), fact.name()))
                        .toList(),
                standard.grades().levels().stream().map(StandardCard::grade).toList(),
                standard.grades().caps().stream()
                        .map(cap -> new CapCard(cap.id(), cap.atMost(), cap.reason()))
                        .toList(),
                GroupingCard.of(standard.grouping()));
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

    private static AreaCard area(Area area) {
        return new AreaCard(
                area.id(),
                area.name(),
                area.shortName(),
                area.points(),
                area.areas().stream().map(StandardCard::area).toList(),
                area.indicators().stream().map(StandardCard::indicator).toList());
    }

    private static IndicatorCard indicator(Indicator indicator) {
        Map<String, WordingCard> variants = new LinkedHashMap<>();
        indicator.appliesTo().stream()
                .filter(indicator.variants()::containsKey)
                .forEach(kind -> variants.put(kind, wording(indicator, indicator.wording(kind))));
        return new IndicatorCard(
                indicator.id(),
                indicator.shortName(),
                indicator.appliesTo(),
                wording(indicator, indicator.base()),
                variants);
    }

    private static WordingCard wording(Indicator indicator, Wording wording) {
        Text panel = indicator.panel() == null
                ? Text.of("")
                : indicator
                        .panel()
                        .sentence()
                        .map(words -> Text.of("；", "; ").plus(words))
                        .orElse(Text.of(""));
        return new WordingCard(
                wording.name(),
                wording.points(),
                wording.measuredIn(),
                wording.rule().kind().name(),
                wording.rule().sentence().plus(panel),
                items(wording),
                wording.evidence(),
                wording.basis().stream().map(StandardCard::basis).toList(),
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
                item.rule().sentence(),
                items(item.rule().form().items()));
    }

    static GradeCard grade(Grades.Level level) {
        return new GradeCard(level.name(), level.atLeast(), level.then(), level.rectifyDays(), level.terms());
    }

    private static Text basis(Basis basis) {
        Text status = switch (basis.status()) {
            case VERIFIED -> Text.of("已核对", "verified");
            case UNVERIFIED -> Text.of("未核实", "unverified");
            case ANALOGUE -> Text.of("外地同类规定，仅供对照", "analogue from elsewhere, not binding");
            case NONE -> Text.of("无法律依据", "no legal basis");
        };
        String law = basis.law().isEmpty() ? "" : "《" + basis.law() + "》";
        Text cited = Text.of(
                law
                        + (basis.text().isEmpty() ? "" : "（" + basis.text() + "）")
                        + (basis.article().isEmpty() ? "" : "第" + basis.article() + "条"),
                law
                        + (basis.text().isEmpty() ? "" : " (" + basis.text() + ")")
                        + (basis.article().isEmpty() ? "" : " art. " + basis.article()));
        Text kinds = Text.of(basis.kinds().isEmpty() ? "" : String.join("、", basis.kinds()) + "：");
        Text note = Text.of(basis.note().isEmpty() ? "" : "；" + basis.note());
        return kinds.plus(cited)
                .plus(Text.of("［", " ["))
                .plus(status)
                .plus(note)
                .plus(Text.of("］", "]"));
    }

    /** Returns all indicators in the order of the standard. */
    public Stream<IndicatorCard> indicators() {
        return areas.stream().flatMap(AreaCard::leaves);
    }

    public Optional<IndicatorCard> indicator(String id) {
        return indicators().filter(indicator -> indicator.id().equals(id)).findFirst();
    }
}
