package guifan.standard;

import guifan.number.Rational;
import guifan.number.Rounding;
import guifan.rule.MeasureType;
import guifan.source.Location;
import guifan.source.Node.Mapping;
import guifan.source.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation standard, consolidated and immutable.
 *
 * @param identity which text it is
 * @param kinds the kinds of unit, such as 镇 and 街道
 * @param bodies what is scored, and which column names it
 * @param total full marks of the base total
 * @param panel how the base totals that several assessors come to are combined, or null
 * @param notApplicable what happens to the points of what does not apply
 * @param facts what is filled in beside the indicators
 * @param activities what it says of the activity log
 * @param grouping what becomes of bodies that belong together, or null
 * @param combining how the scores of the areas become the base total
 */
public record Standard(
        Identity identity,
        List<String> kinds,
        Bodies bodies,
        Rational total,
        @Nullable Panel panel,
        RoundingPolicy rounding,
        NotApplicable notApplicable,
        List<Area> areas,
        Adjustments adjustments,
        List<Fact> facts,
        Grades grades,
        Ranking ranking,
        Activities activities,
        @Nullable Grouping grouping,
        Combining combining) {

    /**
     * Which text a standard is.
     *
     * @param id the resolved id, such as {@code 2019.1} or {@code innovation-case/2019.0}
     * @param issuer who issued it, empty if not said
     * @param effective the day on which it came into force, or null
     * @param fromYear the first year that it applies to (适用年度), or null
     * @param toYear the last year that it applies to, or null
     * @param succeeds the id of the preceding edition, empty if there is none
     * @param document the document it comes from, empty if not said
     * @param attested what that document itself states
     * @param amendments what was changed since the text as issued, in order
     * @param rulesHash the hash of the rules without prose: equal hashes evaluate equally
     * @param textHash the hash of the files as read
     * @param place the file
     * @param text the text itself, amendments applied; every value knows the file it came from
     */
    public record Identity(
            String id,
            String title,
            String issuer,
            boolean draft,
            boolean published,
            @Nullable LocalDate effective,
            @Nullable Integer fromYear,
            @Nullable Integer toYear,
            String succeeds,
            String document,
            String documentNote,
            List<String> attested,
            List<AmendmentNote> amendments,
            String rulesHash,
            String textHash,
            Location place,
            Mapping text) {

        /** Returns the edition, such as {@code 2019}. */
        public String edition() {
            return StandardId.parse(id).edition();
        }
    }

    /**
     * One amendment in short.
     *
     * @param changes what it did, in its order
     */
    public record AmendmentNote(
            String id, @Nullable LocalDate effective, List<ChangeNote> changes, String note, int originalIndicators) {

        public long count(ChangeKind kind) {
            return changes.stream().filter(change -> change.kind() == kind).count();
        }
    }

    /** What an amendment does to one part of a standard. */
    public enum ChangeKind {
        ADD,
        SET,
        RETIRE
    }

    /**
     * One change of an amendment.
     *
     * @param id what was changed
     */
    public record ChangeNote(ChangeKind kind, String id, String reason) {}

    /** Where the standard says to round; null means exact. */
    public record RoundingPolicy(
            @Nullable Rounding indicator,
            @Nullable Rounding area,
            @Nullable Rounding base,
            @Nullable Rounding finalTotal) {

        /** Returns how something is rounded, in words. */
        public static Text words(Rounding rounding) {
            return Text.of("%s到 %s 位小数", "%s to %s decimals", words(rounding.mode()), rounding.scale());
        }

        /** Returns how {@code mode} is said. */
        public static Text words(Rounding.Mode mode) {
            return switch (mode) {
                case HALF_UP -> new Text("四舍五入", "rounded half up");
                case HALF_EVEN -> new Text("四舍六入五成双", "rounded half to even");
                case HALF_DOWN -> new Text("五舍六入", "rounded half down");
                case DOWN -> new Text("舍去尾数", "rounded towards zero");
                case UP -> new Text("进一法取整", "rounded away from zero");
                case FLOOR -> new Text("向下取整", "rounded down");
                case CEILING -> new Text("向上取整", "rounded up");
            };
        }
    }

    /**
     * What happens to the points of what does not apply.
     *
     * @param scale whether the rest is scaled up, otherwise full marks are given
     * @param withinArea whether scaling is within the area, otherwise within the total
     */
    public record NotApplicable(boolean scale, boolean withinArea) {}

    /**
     * Something that is filled in and not scored.
     *
     * @param type what is filled in: 是 or 否, or a number that targets may follow from
     * @param mayNotApply whether “/” or 不适用 may be said, so that what follows from it does not apply to the unit
     * @param evidence what must be named in brackets where the answer is 是, empty if nothing
     */
    public record Fact(String id, String name, MeasureType type, boolean mayNotApply, String evidence) {

        /** Returns whether it is a number. */
        public boolean isNumber() {
            return type.words().isEmpty();
        }
    }

    /** Returns this with other grades. */
    public Standard with(Grades other) {
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
                other,
                ranking,
                activities,
                grouping,
                combining);
    }

    /** Returns the whole as an area without an id, whose parts are the areas at the top. */
    public Area root() {
        return new Area("", identity.title(), "", total, areas, List.of(), "", combining, panel, identity.place());
    }

    /** Returns the panels that combine sums, by the area whose sums they are, {@link #root} for the whole. */
    public Map<Area, Panel> panels() {
        Map<Area, Panel> panels = new LinkedHashMap<>();
        root().withInner().forEach(area -> Optional.ofNullable(area.panel()).ifPresent(one -> panels.put(area, one)));
        return panels;
    }

    /** Returns whether what a part is worth never depends on the scores of others. */
    public boolean isLinear() {
        return root().withInner().allMatch(area -> area.combining().isLinear());
    }

    /** Returns whether areas and the base total are nothing but sums. */
    public boolean isPlain() {
        return root().withInner().allMatch(area -> area.combining().isPlain());
    }

    /** Returns the area that the indicator of that id stands in. */
    public Optional<Area> areaOf(String indicator) {
        return root().withInner()
                .filter(area ->
                        area.indicators().stream().anyMatch(one -> one.id().equals(indicator)))
                .findFirst();
    }

    /** Returns all indicators in the order of the standard. */
    public Stream<Indicator> indicators() {
        return areas.stream().flatMap(Area::leaves);
    }

    /** Returns everything that a unit of {@code kind} may have to fill in, what does not apply to it included. */
    public List<Question> questions(String kind) {
        List<Question> questions = new ArrayList<>();
        indicators().forEach(indicator -> questions.add(Question.of(indicator, kind)));
        adjustments.bonus().forEach(item -> questions.add(Question.of(item, Question.Role.BONUS)));
        adjustments.penalties().stream()
                .filter(item -> !item.countsFalse())
                .forEach(item -> questions.add(Question.of(item, Question.Role.PENALTY)));
        facts.forEach(fact -> questions.add(Question.of(fact)));
        return questions;
    }

    /** Returns whether a unit of {@code kind} has to answer {@code question}. */
    public boolean applies(Question question, String kind) {
        return indicator(question.id()).map(one -> one.appliesTo(kind)).orElse(true);
    }

    /** Returns the other standards that measures may come from, by the questions that take them, in their order. */
    public Map<String, FromStandard> fromStandards() {
        Map<String, FromStandard> all = new LinkedHashMap<>();
        indicators().forEach(one -> putUnlessNull(all, one.id(), one.fromStandard()));
        adjustments.all().forEach(one -> putUnlessNull(all, one.id(), one.fromStandard()));
        return all;
    }

    private static void putUnlessNull(Map<String, FromStandard> all, String id, @Nullable FromStandard one) {
        if (one != null) {
            all.put(id, one);
        }
    }

    public Optional<Indicator> indicator(String id) {
        return indicators().filter(indicator -> indicator.id().equals(id)).findFirst();
    }

    /** Returns the name of the indicator of that id, or the id where there is none. */
    public String nameOf(String indicator) {
        return indicator(indicator).map(one -> one.base().name()).orElse(indicator);
    }
}
