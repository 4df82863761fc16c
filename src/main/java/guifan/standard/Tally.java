package guifan.standard;

import guifan.rule.Item;
import guifan.rule.MeasureType;
import guifan.rule.Rule.Shape;
import guifan.source.Fields;
import guifan.source.Text;
import guifan.standard.Indicator.Wording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How the measure of an indicator is counted from an activity log.
 *
 * @param forms the forms of activity that count, by the id of the item; by an empty id where there is one measure
 * @param different whether different forms are counted (几种), otherwise activities (几次)
 */
public record Tally(Map<String, List<String>> forms, boolean different) {

    static Tally read(Fields fields, Wording wording) {
        Map<String, List<String>> forms = new LinkedHashMap<>();
        boolean single = wording.rule().shape() == Shape.SINGLE;
        if (single) {
            forms.put("", fields.proses("forms"));
            countable(fields, "forms", wording.items().get(0));
            if (forms.get("").isEmpty()) {
                fields.error("no-forms", "forms", Text.of("没有列出活动形式（forms: […]）", "no forms are listed (forms: […])"));
            }
        } else {
            Fields items = fields.section("items");
            for (String name : items.mapping().entries().keySet()) {
                List<String> listed = items.proses(name);
                wording.items().stream()
                        .filter(item -> item.name().equals(name) || item.id().equals(name))
                        .findFirst()
                        .ifPresentOrElse(
                                item -> {
                                    forms.put(item.id(), listed);
                                    countable(items, name, item);
                                },
                                () -> items.error(
                                        "unknown-item", name, Text.of("没有子项“%s”", "there is no item \"%s\"", name)));
            }
        }
        boolean different = fields.choice("counts", Map.of("activities", false, "forms", true), false);
        return new Tally(forms, different);
    }

    private static void countable(Fields fields, String key, Item item) {
        if (!COUNTABLE.contains(item.type().kind())) {
            fields.error(
                    "not-countable",
                    key,
                    Text.of("这一项填的不是次数或是否，不能由台账统计", "this is neither a count nor yes or no, so that no log tells it"));
        }
    }

    private static final Set<MeasureType.Kind> COUNTABLE = Set.of(MeasureType.Kind.COUNT, MeasureType.Kind.YES_NO);

    /** Returns all forms that count for something, each once, in order. */
    public Stream<String> all() {
        return forms.values().stream().flatMap(List::stream).distinct();
    }

    /** Returns the forms that are not among {@code kept}, in order. */
    public Set<String> missing(Set<String> kept) {
        Set<String> missing = new TreeSet<>(all().toList());
        missing.removeAll(kept);
        return missing;
    }
}
