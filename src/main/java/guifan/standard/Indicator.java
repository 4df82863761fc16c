package guifan.standard;

import guifan.number.Rational;
import guifan.number.Rounding;
import guifan.rule.Form;
import guifan.rule.Item;
import guifan.rule.Rule;
import guifan.source.Location;
import guifan.source.Text;
import guifan.standard.Standard.RoundingPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A leaf of the standard: one rule, in the wording of each kind of unit.
 *
 * @param id unique within the standard
 * @param shortName for narrow columns; the name where the standard gives none
 * @param appliesTo the kinds of unit that it applies to
 * @param missing what a blank means
 * @param panel how the marks of several assessors are combined, or null where it has no panel of its own
 * @param above how the sums of several assessors are combined further up, where each of them marks it, otherwise null
 * @param from the indicators of the preceding edition that it came from
 * @param base the wording of every kind without a variant
 * @param variants the wording by kind of unit (街道口径)
 * @param fromStandard the other standard that its measure may come from, or null
 * @param tally how its measure is counted from an activity log, or null where a clerk fills it in
 * @param attested what the source document says of it, empty if nothing
 * @param rounding how its score is rounded, or null where the policy of the whole standard holds
 * @param place where it stands
 */
public record Indicator(
        String id,
        String shortName,
        List<String> appliesTo,
        Missing missing,
        @Nullable Panel panel,
        @Nullable Panel above,
        List<Link> from,
        Wording base,
        Map<String, Wording> variants,
        @Nullable FromStandard fromStandard,
        @Nullable Tally tally,
        String attested,
        @Nullable Rounding rounding,
        Location place) {

    /** What a blank means for the score. */
    public enum Missing {
        ERROR("不得空缺", "refused"),
        ZERO("记 0 分", "scores 0"),
        EXCLUDE("不计入", "left out"),
        FULL("记满分", "full points");

        private final String zh;
        private final String en;

        Missing(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        public Text words() {
            return new Text(zh, en);
        }
    }

    /**
     * An indicator in the words and numbers of one kind of unit.
     *
     * @param points the most it gives
     * @param measuredIn what the measure is counted in (计量单位), empty if not said
     * @param form the rule as curves, made once
     * @param ratio where the measure may be given as two counts, otherwise null
     * @param evidence what has to be shown
     * @param note a remark, empty if there is none
     */
    public record Wording(
            String name,
            Rational points,
            String measuredIn,
            @Nullable Ratio ratio,
            Rule rule,
            Form form,
            List<String> evidence,
            List<Basis> basis,
            String note) {

        /** Returns what is filled in. */
        public List<Item> items() {
            return form.items();
        }
    }

    /**
     * A percentage made of two counts, kept exact.
     *
     * @param part the name of the item that is counted
     * @param whole the name of the item that it is a part of
     * @param whenZero what 0 of 0 means
     * @param mayExceed whether the part may be more than the whole, as where a plan was outdone
     */
    public record Ratio(String part, String whole, Missing whenZero, boolean mayExceed) {}

    /**
     * A legal basis.
     *
     * @param law the law, empty where none is known
     * @param text the year of the text that is cited, empty if not said
     * @param article the article, empty if not said
     * @param kinds the kinds of unit that it holds for, empty for all
     */
    public record Basis(String law, String text, String article, BasisStatus status, List<String> kinds, String note) {

        /** Returns it as it is cited, with how sure it is. */
        public Text words() {
            Text sure = switch (status) {
                case VERIFIED -> Text.of("已核对", "verified");
                case UNVERIFIED -> Text.of("未核实", "unverified");
                case ANALOGUE -> Text.of("外地同类规定，仅供对照", "analogue from elsewhere, not binding");
                case NONE -> Text.of("无法律依据", "no legal basis");
            };
            String space = law.isEmpty() && text.isEmpty() && article.isEmpty() ? "" : " ";
            String named = law.isEmpty() ? "" : "《" + law + "》";
            Text cited = Text.of(
                    named + (text.isEmpty() ? "" : "（" + text + "）") + (article.isEmpty() ? "" : "第" + article + "条"),
                    named + (text.isEmpty() ? "" : " (" + text + ")") + (article.isEmpty() ? "" : " art. " + article));
            Text forKinds = kinds.isEmpty()
                    ? Text.of("")
                    : new Text(String.join("、", kinds) + "：", String.join(", ", kinds) + ": ");
            Text noted = note.isEmpty() ? Text.of("") : Text.of("；%s", "; %s", note);
            return forKinds.plus(cited)
                    .plus(new Text("［", space + "["))
                    .plus(sure)
                    .plus(noted)
                    .plus(Text.of("］", "]"));
        }
    }

    /** How sure a legal basis is. */
    public enum BasisStatus {
        VERIFIED,
        UNVERIFIED,
        ANALOGUE,
        NONE
    }

    /**
     * A line of the crosswalk.
     *
     * @param indicator the id in the preceding edition
     * @param measure how the old measure follows from the new ones
     */
    public record Link(String indicator, Derivation measure) {}

    /** How a measure of the preceding edition follows from those of its successors. */
    public enum Derivation {
        SAME,
        SUM,
        MIN,
        NONE
    }

    /** Returns the panel whose assessors mark it, if it is marked by several. */
    public Optional<Panel> judges() {
        return Optional.ofNullable(panel == null ? above : panel);
    }

    /** Returns the wording for units of {@code kind}. */
    public Wording wording(String kind) {
        return variants.getOrDefault(kind, base);
    }

    public boolean appliesTo(String kind) {
        return appliesTo.contains(kind);
    }

    /** Returns what is said after every rule: how marks are combined and the score is rounded. */
    public Text afterRule() {
        Optional<Text> combined = panel == null ? Optional.empty() : panel.sentence();
        Text marks = combined.map(words -> Text.of("；", "; ").plus(words)).orElse(Text.of(""));
        return rounding == null
                ? marks
                : marks.plus(Text.of("；得分%s", "; the score is %s", RoundingPolicy.words(rounding)));
    }
}
