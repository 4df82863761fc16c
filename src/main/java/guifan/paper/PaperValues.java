package guifan.paper;

import guifan.evaluate.Evaluation;
import guifan.evaluate.StandardCard;
import guifan.evaluate.StandardCard.AreaCard;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.AreaResult;
import guifan.evaluate.UnitResult.IndicatorResult;
import guifan.evaluate.UnitResult.Totals;
import guifan.number.Rational;
import guifan.number.Rounding;
import guifan.number.Rounding.Mode;
import guifan.report.Figures;
import guifan.report.GroupTable;
import guifan.report.ScoreTable;
import guifan.report.StandardLine;
import guifan.source.Language;
import guifan.source.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The values that templates ask for by name, all of them words in one language. */
final class PaperValues {

    private static final Rounding TWO = new Rounding(2, Mode.HALF_UP);
    private static final Rounding ONE = new Rounding(1, Mode.HALF_UP);

    private static final int WEAKEST = 5;

    private final Evaluation evaluation;
    private final StandardCard card;
    private final PaperSettings settings;
    private final Language language;

    PaperValues(Evaluation evaluation, PaperSettings settings, Language language) {
        this.evaluation = evaluation;
        this.card = evaluation.standard();
        this.settings = settings;
        this.language = language;
    }

    /** Returns what every paper may say. */
    Map<String, Object> common() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("year", String.valueOf(evaluation.year()));
        values.put("body", settings.body());
        values.put("meeting", day(settings.meeting()));
        values.put("letterhead", settings.letterhead());
        values.put("document", settings.document());
        values.put("office", settings.office());
        values.put("signatory", settings.signatory());
        values.put("cityCommittee", settings.cityCommittee());
        values.put("recipients", settings.recipients());
        values.put("issued", day(settings.issued()));
        values.put("standard", say(StandardLine.said(card)));
        values.put("provenance", StandardLine.provenance(card).map(this::say).orElse(""));
        values.put("note", settings.note());
        values.put("unitCount", evaluation.units().size());
        List<Rational> totals = evaluation.units().stream()
                .flatMap(unit -> Optional.ofNullable(unit.totals()).stream())
                .map(Totals::finalTotal)
                .toList();
        values.put("mean", totals.isEmpty() ? "—" : TWO.format(mean(totals)));
        values.put("areaMeans", card.areas().stream().map(this::areaMean).toList());
        values.put("weakest", weakest());
        return values;
    }

    /** Returns the rows of all units. */
    Map<String, Object> summary(List<UnitResult> order) {
        ScoreTable table = ScoreTable.of(evaluation, language, "→");
        List<List<String>> rows = new ArrayList<>();
        rows.add(table.columns().stream()
                .map(column -> column.name() + column.full())
                .toList());
        for (UnitResult unit : order) {
            table.rows().stream().filter(row -> row.get(1).equals(unit.unit())).forEach(rows::add);
        }
        return ListValues.table(rows);
    }

    /** Returns the table of what bodies come to together, and what is said below it; nothing where they do not. */
    List<Map<String, Object>> groups() {
        List<Map<String, Object>> groups = new ArrayList<>();
        GroupTable.of(evaluation, language).ifPresent(table -> {
            List<List<String>> rows = new ArrayList<>();
            rows.add(table.columns().stream().map(ScoreTable.Column::name).toList());
            rows.addAll(table.rows());
            Map<String, Object> values = new LinkedHashMap<>(ListValues.table(rows));
            values.put("by", table.columns().get(1).name());
            values.put(
                    "notes",
                    GroupTable.notes(evaluation).stream().map(this::say).toList());
            groups.add(values);
        });
        return groups;
    }

    private Map<String, Object> areaMean(AreaCard area) {
        List<Rational> rates = rates(unit -> unit.area(area.id()), AreaResult::score, AreaResult::possible);
        return Map.of("name", area.name(), "rate", rates.isEmpty() ? "—" : percent(mean(rates)));
    }

    /** An indicator with its mean rate. */
    private record Weak(String name, Rational rate) {}

    private List<Map<String, Object>> weakest() {
        List<Weak> all = new ArrayList<>();
        card.indicators().forEach(indicator -> {
            List<Rational> rates =
                    rates(unit -> unit.indicator(indicator.id()), IndicatorResult::score, IndicatorResult::possible);
            if (!rates.isEmpty()) {
                all.add(new Weak(indicator.base().name(), mean(rates)));
            }
        });
        return all.stream()
                .sorted(Comparator.comparing(Weak::rate))
                .limit(WEAKEST)
                .map(weak -> Map.<String, Object>of("name", weak.name(), "rate", percent(weak.rate())))
                .toList();
    }

    /** Returns the rates of the units to which something applies. */
    <T> List<Rational> rates(
            Function<UnitResult, Optional<T>> part, Function<T, Rational> score, Function<T, Rational> possible) {
        return evaluation.units().stream()
                .flatMap(unit -> part.apply(unit).stream())
                .filter(one -> possible.apply(one).signum() > 0)
                .map(one -> score.apply(one).dividedBy(possible.apply(one)))
                .toList();
    }

    static Rational mean(List<Rational> values) {
        return values.stream().reduce(Rational.ZERO, Rational::plus).dividedBy(Rational.of(values.size()));
    }

    static String percent(Rational rate) {
        return ONE.format(rate.times(Rational.HUNDRED)) + "%";
    }

    String total(Rational value) {
        return Figures.total(value, card.finalRounding());
    }

    String day(LocalDate date) {
        return say(Text.of(
                "%1$s年%2$s月%3$s日",
                "%1$s-%4$s-%5$s",
                date.getYear(),
                date.getMonthValue(),
                date.getDayOfMonth(),
                two(date.getMonthValue()),
                two(date.getDayOfMonth())));
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }

    String say(Text text) {
        return text.in(language);
    }
}
