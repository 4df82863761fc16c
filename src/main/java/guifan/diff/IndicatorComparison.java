package guifan.diff;

import guifan.diff.IndicatorChange.Side;
import guifan.rule.Item;
import guifan.source.Node.Mapping;
import guifan.source.Node.Scalar;
import guifan.source.Text;
import guifan.standard.Indicator;
import guifan.standard.Indicator.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What changed in an indicator that is on both sides. */
final class IndicatorComparison {

    /** The keys that are compared by what they mean; any other key is compared as it is written. */
    private static final Set<String> BY_MEANING = Set.of(
            "id",
            "name",
            "short",
            "points",
            "measured-in",
            "measure",
            "rule",
            "evidence",
            "basis",
            "note",
            "variants",
            "applies-to",
            "missing",
            "panel",
            "from");

    private final Side before;
    private final Side after;
    private final Map<String, Item> known;
    private final List<Detail> details = new ArrayList<>();

    private IndicatorComparison(Side before, Side after, Map<String, Item> known) {
        this.known = known;
        this.before = before;
        this.after = after;
    }

    /**
     * Returns what changed.
     *
     * @param known what may be said of the facts that rules may depend on, by id
     * @param sameEdition whether both texts have the same predecessor, so that their crosswalks can be compared
     */
    static List<Detail> of(Side before, Part old, Side after, Part now, boolean sameEdition, Map<String, Item> known) {
        IndicatorComparison comparison = new IndicatorComparison(before, after, known);
        comparison.compare();
        if (sameEdition && !before.indicator().from().equals(after.indicator().from())) {
            comparison.details.add(KeyChanges.detail("from", old.text(), now.text()));
        }
        comparison.compareText(old.text(), now.text());
        return comparison.details;
    }

    private void compare() {
        Indicator old = before.indicator();
        Indicator now = after.indicator();
        text("id", Severity.MINOR, old.id(), now.id());
        if (!before.area().equals(after.area())) {
            details.add(Detail.of("area", Severity.MAJOR, before.areaName(), after.areaName()));
        }
        wordings();
        text("applies-to", Severity.MAJOR, String.join("、", old.appliesTo()), String.join("、", now.appliesTo()));
        if (old.missing() != now.missing()) {
            details.add(Detail.of("missing", Severity.MAJOR, word(old.missing()), word(now.missing()))
                    .written(
                            new Scalar(word(old.missing()), old.place()),
                            new Scalar(word(now.missing()), now.place())));
        }
        if (!Objects.equals(old.panel(), now.panel())) {
            details.add(Detail.of("panel", Severity.MAJOR, panel(old), panel(now)));
        }
        boolean named = !old.shortName().equals(old.base().name())
                || !now.shortName().equals(now.base().name());
        if (named) {
            text("short", Severity.WORDING, old.shortName(), now.shortName());
        }
    }

    private void text(String key, Severity severity, String was, String now) {
        if (!was.equals(now)) {
            details.add(Detail.of(key, severity, was, now));
        }
    }

    /** Tells what changed for all kinds of unit once, and for one kind under its name. */
    private void wordings() {
        Map<Map.Entry<Wording, Wording>, List<String>> pairs = new LinkedHashMap<>();
        List<String> kinds = new ArrayList<>(before.indicator().appliesTo());
        kinds.retainAll(after.indicator().appliesTo());
        for (String kind : kinds) {
            pairs.computeIfAbsent(
                            Map.entry(
                                    before.indicator().wording(kind),
                                    after.indicator().wording(kind)),
                            pair -> new ArrayList<>())
                    .add(kind);
        }
        if (pairs.isEmpty()) {
            pairs.put(Map.entry(before.indicator().base(), after.indicator().base()), List.of());
        }
        List<Detail> first = new ArrayList<>();
        pairs.forEach((pair, concerned) -> {
            String name = pairs.size() > 1 ? String.join("、", concerned) : "";
            for (Detail detail : WordingComparison.of(pair.getKey(), pair.getValue(), known)) {
                boolean told = first.stream().anyMatch(detail::equals);
                if (!told) {
                    first.add(detail);
                }
                boolean everywhere = pairs.keySet().stream()
                        .allMatch(other -> WordingComparison.of(other.getKey(), other.getValue(), known)
                                .contains(detail));
                if (!told || !everywhere) {
                    details.add(everywhere ? detail : detail.in(name));
                }
            }
        });
    }

    private void compareText(Mapping old, Mapping now) {
        for (String key : KeyChanges.between(old, now, BY_MEANING)) {
            details.add(KeyChanges.detail(key, old, now));
        }
        if (details.isEmpty()) {
            // The same is written in another way, such as a default that is spelt out.
            boolean same = isSame(before.indicator(), after.indicator());
            for (String key : KeyChanges.between(old, now, Set.of("from"))) {
                Detail detail = KeyChanges.detail(key, old, now);
                details.add(
                        same
                                ? detail.at(Severity.WORDING)
                                        .noting(Text.of("写法不同，意思不变", "written in another way, the meaning is the same"))
                                : detail);
            }
        }
    }

    /** Returns whether both are filled in and scored alike. */
    private static boolean isSame(Indicator old, Indicator now) {
        return old.appliesTo().stream()
                .allMatch(kind -> old.wording(kind)
                                .rule()
                                .equals(now.wording(kind).rule())
                        && old.wording(kind).form().equals(now.wording(kind).form())
                        && Objects.equals(
                                old.wording(kind).ratio(), now.wording(kind).ratio()));
    }

    private static String word(Indicator.Missing missing) {
        return missing.name().toLowerCase(Locale.ROOT);
    }

    private static Text panel(Indicator indicator) {
        return indicator.panel() == null
                ? Text.of("")
                : indicator.panel().sentence().orElse(new Text("多名考评员的评分取平均", "the mean of several marks"));
    }
}
