package guifan.report;

import guifan.diff.Decomposer;
import guifan.diff.LineEffect;
import guifan.diff.LineEffect.Kind;
import guifan.diff.Trends;
import guifan.diff.UnitDiff.Standing;
import guifan.diff.UnitTrend;
import guifan.diff.YearStep;
import guifan.evaluate.StandardCard;
import guifan.evaluate.StandardCard.IndicatorCard;
import guifan.evaluate.UnitResult;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The indicators of which the scores of two years cannot be compared (不可比), or that only one of them has. */
public final class IncomparableList {

    private static final Map<Kind, Text> WHY = Map.of(
            Kind.INCOMPARABLE,
                    new Text("不可比：由新实绩推不出旧实绩", "not comparable: the older measure does not follow from the newer"),
            Kind.ADDED, new Text("新增", "added"),
            Kind.RETIRED, new Text("取消", "retired"));

    private IncomparableList() {}

    /** What is asked of the units of a kind. */
    private record Line(Kind kind, Text before, Text after) {}

    /** Returns the list with its header, step by step; a step without a crosswalk has none, for nothing compares. */
    public static List<List<Text>> rows(Trends trends) {
        List<List<Text>> rows = new ArrayList<>();
        rows.add(List.of(
                new Text("年度", "years"),
                new Text("类别", "kinds"),
                new Text("旧指标", "older indicators"),
                new Text("新指标", "newer indicators"),
                new Text("为何", "why")));
        for (int i = 0; i < trends.steps().size(); i++) {
            Text years = Text.of("%s、%s", "%s, %s", year(trends, i), year(trends, i + 1));
            lines(trends, i).entrySet().stream()
                    .sorted(Comparator.comparing(entry -> entry.getKey().kind()))
                    .forEach(entry -> rows.add(List.of(
                            years,
                            Text.join(entry.getValue().stream().map(Text::of).toList(), "、", ", "),
                            entry.getKey().before(),
                            entry.getKey().after(),
                            WHY.getOrDefault(entry.getKey().kind(), Text.of("")))));
        }
        return rows;
    }

    private static String year(Trends trends, int index) {
        return String.valueOf(trends.year(index));
    }

    private static Map<Line, Set<String>> lines(Trends trends, int index) {
        YearStep step = trends.steps().get(index);
        Map<Line, Set<String>> lines = new LinkedHashMap<>();
        @Nullable Decomposer decomposer = step.decomposer();
        if (decomposer == null) {
            return lines;
        }
        for (UnitTrend unit : trends.units()) {
            Optional<UnitResult> old = result(unit, index);
            Optional<UnitResult> now = result(unit, index + 1);
            old.flatMap(was -> now.flatMap(is -> decomposer.decompose(was, is)))
                    .ifPresent(parts -> parts.lines().stream()
                            .filter(line -> line.kind() != Kind.COMPARABLE)
                            .forEach(line -> lines.computeIfAbsent(
                                            line(step, line, old.orElseThrow(), now.orElseThrow()),
                                            key -> new LinkedHashSet<>())
                                    .add(now.orElseThrow().kind())));
        }
        return lines;
    }

    private static Optional<UnitResult> result(UnitTrend unit, int year) {
        @Nullable Standing standing = unit.standing(year);
        return Optional.ofNullable(standing).map(Standing::result);
    }

    private static Line line(YearStep step, LineEffect line, UnitResult old, UnitResult now) {
        List<String> before = line.kind() == Kind.ADDED ? List.of() : line.before();
        List<String> after = line.kind() == Kind.RETIRED ? List.of() : line.after();
        return new Line(line.kind(), names(step.before(), before, old.kind()), names(step.after(), after, now.kind()));
    }

    private static Text names(StandardCard card, List<String> ids, String kind) {
        List<Text> names = ids.stream()
                .map(id -> Text.of(card.indicator(id)
                        .map((IndicatorCard one) -> one.wording(kind).name())
                        .orElse(id)))
                .toList();
        return names.isEmpty() ? Text.of("—") : Text.join(names, "、", ", ");
    }
}
