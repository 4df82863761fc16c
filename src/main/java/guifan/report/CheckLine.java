package guifan.report;

import guifan.evaluate.CellState;
import guifan.evaluate.Entry;
import guifan.evaluate.Evaluation;
import guifan.evaluate.UnitResult;
import guifan.source.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is said of sheets in which nothing is wrong. */
public final class CheckLine {

    private CheckLine() {}

    /** Returns how many units and filled cells were read. */
    public static Text of(Evaluation evaluation, long warnings) {
        Map<String, Integer> kinds = new LinkedHashMap<>();
        evaluation.units().forEach(unit -> kinds.merge(unit.kind(), 1, Integer::sum));
        List<Text> counts = kinds.entrySet().stream()
                .map(kind -> Text.of("%s %s个", "%2$s %1$s", kind.getKey(), kind.getValue()))
                .toList();
        long cells = evaluation.units().stream().mapToLong(CheckLine::cells).sum();
        Text line = Text.of(
                "无误：%s个单位（%s），已填 %s 格",
                "Nothing is wrong: %s units (%s), %s cells filled in",
                evaluation.units().size(),
                Text.join(counts, "，", ", "),
                cells);
        return warnings == 0 ? line : line.plus(Text.of("；警告 %s 处", "; warnings: %s", warnings));
    }

    private static long cells(UnitResult unit) {
        Stream<Entry> indicators = unit.indicators().flatMap(one -> one.entries().stream());
        Stream<Entry> adjustments = unit.adjustments().stream().flatMap(one -> one.entries().stream());
        Stream<Entry> facts = unit.facts().stream().map(UnitResult.FactResult::entry);
        return Stream.of(indicators, adjustments, facts)
                .flatMap(entries -> entries)
                .filter(entry -> entry.state() != CellState.BLANK)
                .map(Entry::place)
                .distinct()
                .count();
    }
}
