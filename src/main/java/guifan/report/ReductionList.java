package guifan.report;

import guifan.evaluate.Entry;
import guifan.evaluate.Evaluation;
import guifan.evaluate.Reduction;
import guifan.evaluate.Reduction.Difference;
import guifan.evaluate.StandardCard;
import guifan.evaluate.StandardCard.AdjustmentCard;
import guifan.evaluate.StandardCard.FactCard;
import guifan.evaluate.StandardCard.IndicatorCard;
import guifan.evaluate.StandardCard.ItemCard;
import guifan.evaluate.StandardCard.WordingCard;
import guifan.evaluate.UnitCheck;
import guifan.evaluate.UnitResult;
import guifan.number.Rational;
import guifan.source.CellPlace;
import guifan.source.Language;
import guifan.source.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What checking reduced (核减清单): by unit, and by the group that checked, with mean and spread. */
public final class ReductionList {

    private static final List<Text> COLUMNS = List.of(
            new Text("单位", "unit"),
            new Text("指标代码", "id"),
            new Text("指标", "indicator"),
            new Text("子项", "item"),
            new Text("自评", "self-reported"),
            new Text("自评单元格", "self-reported cell"),
            new Text("核定", "checked"),
            new Text("核定单元格", "checked cell"),
            new Text("实绩核减", "measure reduced by"),
            new Text("得分核减", "score reduced by"),
            new Text("核减理由", "reason"),
            new Text("考评员", "assessor"),
            new Text("考评组", "group"));

    /** The indices of the columns that hold numbers. */
    static final Set<Integer> FIGURES = Set.of(8, 9);

    private static final List<Text> GROUP_COLUMNS = List.of(
            new Text("考评组", "group"),
            new Text("单位数", "units"),
            new Text("核减项数", "reductions"),
            new Text("得分核减合计", "score reduced by, sum"),
            new Text("每单位平均", "mean per unit"),
            new Text("最少", "least"),
            new Text("最多", "most"),
            new Text("相差", "spread"));

    private final Evaluation evaluation;
    private final UnaryOperator<String> safe;
    private final Language language;

    private ReductionList(Evaluation evaluation, UnaryOperator<String> safe, Language language) {
        this.evaluation = evaluation;
        this.safe = safe;
        this.language = language;
    }

    /** Writes the list with a table of the groups below, as CSV or as Markdown. */
    public static void write(Evaluation evaluation, boolean markdown, Language language, Appendable out)
            throws IOException {
        ReductionList list =
                new ReductionList(evaluation, markdown ? UnaryOperator.identity() : CsvTable::text, language);
        if (!markdown) {
            List<List<String>> rows = new ArrayList<>(list.reductions());
            rows.add(List.of());
            rows.addAll(list.groups());
            CsvTable.writeSafe(rows, out);
            return;
        }
        out.append("# ").append(new Text("核减清单", "Reductions").in(language)).append("\n\n");
        for (Text line : StandardLine.lines(evaluation)) {
            out.append(MarkdownReport.escaped(line.in(language))).append("\n\n");
        }
        MarkdownReport.table(list.reductions(), out);
        out.append("\n## ").append(new Text("按考评组", "By group").in(language)).append("\n\n");
        MarkdownReport.table(list.groups(), out);
    }

    /** Returns the list with its header. */
    public static List<List<String>> rows(Evaluation evaluation, Language language) {
        return new ReductionList(evaluation, UnaryOperator.identity(), language).reductions();
    }

    /** Returns the table of the groups with its header. */
    public static List<List<String>> groups(Evaluation evaluation, Language language) {
        return new ReductionList(evaluation, UnaryOperator.identity(), language).groups();
    }

    private List<String> header(List<Text> columns) {
        return columns.stream().map(text -> text.in(language)).toList();
    }

    private List<List<String>> reductions() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(header(COLUMNS));
        for (UnitCheck check : evaluation.checks()) {
            for (Reduction reduction : check.reductions()) {
                boolean first = true;
                for (Difference difference : reduction.differences()) {
                    rows.add(row(check, reduction, difference, first));
                    first = false;
                }
            }
        }
        return rows;
    }

    /** The points of an answer stand in the row of its first item, so that a column can be added up. */
    private List<String> row(UnitCheck check, Reduction reduction, Difference difference, boolean first) {
        Names names = names(reduction.id(), check.unit());
        Entry checked = difference.checked();
        ItemCard item = names.items().get(checked.item());
        return List.of(
                safe.apply(check.unit()),
                reduction.id(),
                safe.apply(names.name()),
                safe.apply(item == null ? "" : item.name()),
                safe.apply(said(difference.self())),
                safe.apply(cell(difference.self().place())),
                safe.apply(said(checked)),
                safe.apply(cell(checked.place())),
                difference.measure().map(CsvTable::number).orElse(""),
                first && reduction.points() != null ? CsvTable.number(reduction.points()) : "",
                safe.apply(reduction.reason()),
                safe.apply(reduction.checker()),
                safe.apply(check.group()));
    }

    private String said(Entry entry) {
        return entry.raw().isEmpty() ? new Text("未填", "blank").in(language) : entry.raw();
    }

    private static String cell(CellPlace place) {
        String sheet = place.worksheet().isEmpty() ? "" : " [" + place.worksheet() + "]";
        return UnitJson.baseName(place.file()) + sheet + " " + CellPlace.letters(place.column()) + place.record();
    }

    private record Names(String name, Map<String, ItemCard> items) {}

    private Names names(String id, String unit) {
        StandardCard card = evaluation.standard();
        String kind = evaluation.unit(unit).map(UnitResult::kind).orElse("");
        Optional<WordingCard> wording = card.indicator(id).map((IndicatorCard one) -> one.wording(kind));
        if (wording.isPresent()) {
            return new Names(wording.get().name(), wording.get().items());
        }
        Stream<Names> others = Stream.concat(
                card.adjustments().stream()
                        .filter(item -> item.id().equals(id))
                        .map((AdjustmentCard item) -> new Names(item.name(), item.items())),
                card.facts().stream()
                        .filter(fact -> fact.id().equals(id))
                        .map((FactCard fact) -> new Names(fact.name(), Map.of())));
        return others.findFirst().orElse(new Names(id, Map.of()));
    }

    private List<List<String>> groups() {
        Map<String, List<Rational>> sums = new LinkedHashMap<>();
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (UnitCheck check : evaluation.checks()) {
            Rational sum = Rational.ZERO;
            for (Reduction reduction : check.reductions()) {
                sum = reduction.points() == null ? sum : sum.plus(reduction.points());
            }
            sums.computeIfAbsent(check.group(), group -> new ArrayList<>()).add(sum);
            numbers.merge(check.group(), check.reductions().size(), Integer::sum);
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(header(GROUP_COLUMNS));
        sums.forEach((group, units) -> {
            Rational sum = units.stream().reduce(Rational.ZERO, Rational::plus);
            Rational least = units.stream().reduce(Rational::min).orElse(Rational.ZERO);
            Rational most = units.stream().reduce(Rational::max).orElse(Rational.ZERO);
            rows.add(List.of(
                    safe.apply(group.isEmpty() ? new Text("未注明", "not said").in(language) : group),
                    String.valueOf(units.size()),
                    String.valueOf(numbers.getOrDefault(group, 0)),
                    CsvTable.number(sum),
                    CsvTable.number(sum.dividedBy(Rational.of(units.size()))),
                    CsvTable.number(least),
                    CsvTable.number(most),
                    CsvTable.number(most.minus(least))));
        });
        return rows;
    }
}
