package guifan.evaluate;

import guifan.rule.Item;
import guifan.source.CellPlace;
import guifan.source.Names;
import guifan.source.Problems;
import guifan.source.Similar;
import guifan.source.Text;
import guifan.source.Width;
import guifan.standard.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a cell that answers several items by name: {@code 出勤率：92；评定分：13}. */
final class NamedAnswers {

    private final Question question;
    private final String raw;
    private final CellPlace place;
    private final Problems problems;

    NamedAnswers(Question question, String raw, CellPlace place, Problems problems) {
        this.question = question;
        this.raw = raw;
        this.place = place;
        this.problems = problems;
    }

    /** Returns an entry for every item that {@code text} names. */
    List<Entry> read(String text) {
        List<Entry> entries = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (String clause : text.split("[；;\\n]", -1)) {
            if (clause.isBlank()) {
                continue;
            }
            Optional<Item> item = item(clause);
            if (item.isEmpty()) {
                unknown(clause);
                return List.of(Entry.blank(place));
            }
            if (!named.add(item.get().id())) {
                problems.error(
                        "item-twice",
                        place,
                        Text.of("“%s”写了两次", "\"%s\" is said twice", item.get().name()));
            }
            String answer = clause.strip().substring(length(clause, item.get())).replaceFirst("^\\s*[:：=]?\\s*", "");
            Entry entry = new CellReader(problems).read(answer, item.get(), question.measuredIn(), "", place);
            entries.add(new Entry(entry.item(), "", entry.state(), entry.value(), raw, entry.evidence(), place));
        }
        for (Item item : question.items()) {
            if (!named.contains(item.id()) && item.whenBlank() == Item.WhenBlank.REFUSED) {
                problems.error("missing-item", place, Text.of("没有写“%s”", "\"%s\" is not answered", item.name()));
            }
        }
        return entries.isEmpty() ? List.of(Entry.blank(place)) : entries;
    }

    /** Returns the item with the longest name that a clause begins with. */
    private Optional<Item> item(String clause) {
        return question.items().stream()
                .filter(item -> length(clause, item) > 0)
                .max(Comparator.comparing(item -> item.name().length()));
    }

    private static int length(String clause, Item item) {
        String bare = clause.strip();
        for (String name : List.of(item.name(), item.id())) {
            for (int end = 1; end <= bare.length() && !name.isEmpty(); end++) {
                if (Names.normalise(bare.substring(0, end)).equals(Names.normalise(name))) {
                    return end;
                }
            }
        }
        return 0;
    }

    private void unknown(String clause) {
        List<String> names = question.items().stream().map(Item::name).toList();
        problems.error(
                "composite",
                place,
                Text.of(
                                "“%s”无法识别；应写 %s",
                                "\"%s\" is not understood; write %s",
                                Width.visible(clause.strip()),
                                String.join("：…；", names) + "：…")
                        .plus(Similar.suggestion(clause.strip().replaceFirst("[:：].*", ""), names)));
    }
}
