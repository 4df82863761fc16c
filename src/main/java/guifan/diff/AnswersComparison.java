package guifan.diff;

import guifan.rule.Item;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What may be filled in under one rule and not, or otherwise, under another that gives the same points for what may be
 * filled in under both.
 *
 * @param severity whether an item can no longer be left out, or can be now, which decides about scores; whether other
 *     marks are allowed; or whether nothing of this changed
 * @param said the differences in words
 */
record AnswersComparison(Severity severity, List<Text> said) {

    static AnswersComparison of(List<Item> before, List<Item> after) {
        Map<String, Item> now = new HashMap<>();
        after.forEach(item -> now.put(item.id(), item));
        List<Text> said = new ArrayList<>();
        Severity severity = Severity.WORDING;
        for (Item old : before) {
            Item item = now.getOrDefault(old.id(), old);
            if (old.mayNotArise() != item.mayNotArise()) {
                severity = Severity.MAJOR;
                said.add(
                        old.mayNotArise()
                                ? Text.of("“%s”不再可填不涉及", "\"%s\" can no longer be 不涉及 (not arising)", item.name())
                                : Text.of("“%s”可填不涉及", "\"%s\" may be 不涉及 (not arising)", item.name()));
            }
            Text was = old.type().described();
            Text is = item.type().described();
            if (!was.equals(is)) {
                severity = severity == Severity.MAJOR ? severity : Severity.MINOR;
                Text name = item.name().isEmpty() ? Text.of("") : Text.of("“%s”", "\"%s\" ", item.name());
                said.add(Text.of("%s可填%s → %s", "%smay be %s -> %s", name, was, is));
            }
        }
        return new AnswersComparison(severity, said);
    }
}
