package guifan.evaluate;

import guifan.rule.Item;
import guifan.rule.MeasureType;
import guifan.rule.Rule.Shape;
import guifan.source.Problems;
import guifan.standard.Question;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a cell says of a question: of one item, or of all of them. */
final class EntryReader {

    private static final Pattern EVIDENCE = Pattern.compile("(.*?)\\s*[（(](.*)[）)]");

    private EntryReader() {}

    static List<Entry> read(Question question, Filled filled, Problems problems) {
        Target target = filled.target();
        CellReader reader = new CellReader(problems);
        if (target.item().isEmpty() && question.shape() != Shape.SINGLE) {
            return CompositeCell.read(question, filled.text(), filled.place(), problems);
        }
        if (target.item().equals(Question.PART) || target.item().equals(Question.WHOLE)) {
            Item count = new Item(target.item(), "", MeasureType.count(), false);
            return List.of(reader.read(filled.text(), count, "件", "", filled.place()));
        }
        Item item = question.items().stream()
                .filter(one -> one.id().equals(target.item()))
                .findFirst()
                .orElse(question.items().get(0));
        Matcher evidence = EVIDENCE.matcher(filled.text());
        if (!question.evidence().isEmpty() && evidence.matches()) {
            Entry bare = reader.read(evidence.group(1), item, question.measuredIn(), target.assessor(), filled.place());
            return List.of(new Entry(
                    bare.item(),
                    bare.assessor(),
                    bare.state(),
                    bare.value(),
                    filled.text(),
                    evidence.group(2),
                    bare.place()));
        }
        return List.of(reader.read(filled.text(), item, question.measuredIn(), target.assessor(), filled.place()));
    }
}
