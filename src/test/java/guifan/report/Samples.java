package guifan.report;

import guifan.evaluate.CellState;
import guifan.evaluate.Entry;
import guifan.evaluate.Evaluation;
import guifan.evaluate.Evaluation.Input;
import guifan.evaluate.StandardCard;
import guifan.evaluate.StandardCard.AdjustmentCard;
import guifan.evaluate.StandardCard.AmendmentCard;
import guifan.evaluate.StandardCard.AreaCard;
import guifan.evaluate.StandardCard.CapCard;
import guifan.evaluate.StandardCard.FactCard;
import guifan.evaluate.StandardCard.GradeCard;
import guifan.evaluate.StandardCard.IndicatorCard;
import guifan.evaluate.StandardCard.ItemCard;
import guifan.evaluate.StandardCard.WordingCard;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.AdjustmentResult;
import guifan.evaluate.UnitResult.AreaResult;
import guifan.evaluate.UnitResult.Basis;
import guifan.evaluate.UnitResult.FactResult;
import guifan.evaluate.UnitResult.IndicatorResult;
import guifan.evaluate.UnitResult.Outcome;
import guifan.evaluate.UnitResult.Totals;
import guifan.number.Rational;
import guifan.number.Rounding;
import guifan.rule.Checklist;
import guifan.rule.Count;
import guifan.rule.Levels;
import guifan.rule.Linear;
import guifan.rule.Linear.PartOfStep;
import guifan.rule.MeasureType;
import guifan.rule.Rule;
import guifan.rule.Shortfall;
import guifan.rule.Working;
import guifan.rule.YesNo;
import guifan.source.CellPlace;
import guifan.source.Language;
import guifan.source.Location;
import guifan.source.NamedNumber;
import guifan.source.SourceText;
import guifan.source.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Evaluations made by hand for tests: a standard of ten points, and units that show its corners. */
final class Samples {

    static final Rule STUDY = new Shortfall(number("3"), number("4"), number("0.75"), MeasureType.count(), "次");
    static final Rule SIX = new Checklist(
            number("3"),
            List.of(
                    new Checklist.Entry("place", "场所", false),
                    new Checklist.Entry("money", "经费", false),
                    new Checklist.Entry("rules", "制度", true)),
            Checklist.Mode.EACH,
            Rational.ONE,
            null,
            List.of(),
            null);
    static final Rule REPLY = new Linear(
            number("3"),
            number("100"),
            number("0.3"),
            Rational.ONE,
            PartOfStep.PRO_RATA,
            null,
            MeasureType.percent(),
            "个百分点");
    static final Rule HOLD = new YesNo(Rational.ONE);
    static final Rule CASE = new Levels(List.of(pair("省", "2"), pair("台山", "0.5")), null, "个");
    static final Rule LATE = new Count(number("0.2"), Rational.ONE, MeasureType.count(), "工作日");

    private Samples() {}

    static Rational number(String text) {
        return Rational.parse(text).orElseThrow();
    }

    static NamedNumber pair(String name, String number) {
        Location nowhere = SourceText.of("standard.yaml", "").whole();
        return new NamedNumber(name, number(number), nowhere);
    }

    static String written(Report report, Evaluation evaluation, Language language) {
        StringBuilder out = new StringBuilder();
        try {
            report.write(evaluation, language, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    static StandardCard card() {
        return new StandardCard(
                "2019.1",
                "规范镇（街）人大工作和建设评价标准（2019年）",
                "台山市人大常委会",
                "2019-07-01",
                false,
                false,
                "aaaa",
                "bbbb",
                Rational.of(10),
                3,
                List.of(new AmendmentCard("2019.1", "2019-07-01", 1, 2, 0)),
                new Rounding(2, Rounding.Mode.HALF_UP),
                Rational.of(2),
                null,
                true,
                List.of(
                        new AreaCard(
                                "party",
                                "加强党的领导",
                                "党的领导",
                                Rational.of(6),
                                List.of(),
                                List.of(
                                        indicator("study", "理论学习", "3", "次", STUDY, "镇", "街道"),
                                        indicator("six", "“六有”达标", "3", "项", SIX, "镇", "街道")),
                                null,
                                Text.of("")),
                        new AreaCard(
                                "deputy",
                                "代表工作",
                                "代表",
                                Rational.of(4),
                                List.of(),
                                List.of(
                                        indicator("reply", "建议答复率", "3", "%", REPLY, "镇", "街道"),
                                        indicator("hold", "召开人代会", "1", "", HOLD, "镇")),
                                null,
                                Text.of(""))),
                List.of(
                        new AdjustmentCard("case", "创新案例", false, "个", CASE.sentence(), items(CASE)),
                        new AdjustmentCard("late", "迟报材料", true, "工作日", LATE.sentence(), items(LATE))),
                List.of(new FactCard("veto-case", "严重违纪违法案件")),
                List.of(
                        new GradeCard("优秀", Rational.of(9), "通报表扬", null, Text.of("")),
                        new GradeCard("良好", Rational.of(7), "", null, Text.of("")),
                        new GradeCard("合格", null, "提醒并限期整改", 30, Text.of(""))),
                List.of(new CapCard("veto", 1, "一票否决")),
                null,
                Text.of(""));
    }

    private static IndicatorCard indicator(
            String id, String name, String points, String measuredIn, Rule rule, String... kinds) {
        Map<String, ItemCard> items = items(rule);
        if (id.equals("reply")) {
            items.put("part", new ItemCard("按期答复件数", List.of()));
            items.put("whole", new ItemCard("应答复件数", List.of()));
        }
        WordingCard wording = new WordingCard(
                name,
                number(points),
                measuredIn,
                rule.kind().name(),
                rule.sentence(),
                items,
                id.equals("reply") ? List.of("交办单", "答复件") : List.of(),
                id.equals("reply")
                        ? List.of(new Text("《代表法》（2015）第42条［已核对］", "《代表法》 (2015) art. 42 [verified]"))
                        : List.of(),
                id.equals("reply") ? "按件计。" : "");
        return new IndicatorCard(id, name, List.of(kinds), wording, Map.of(), null);
    }

    static Map<String, ItemCard> items(Rule rule) {
        Map<String, ItemCard> items = new LinkedHashMap<>();
        rule.form()
                .items()
                .forEach(item -> items.put(
                        item.id(), new ItemCard(item.name(), item.type().words())));
        return items;
    }

    static CellPlace cell(int record, int column) {
        return new CellPlace("scores.csv", "", record, record, column, "");
    }

    static Entry entry(String item, String raw, String value, CellPlace place) {
        return new Entry(item, "", CellState.VALUE, number(value), raw, "", place);
    }

    static Entry state(CellState state, String raw, CellPlace place) {
        return new Entry("", "", state, null, raw, "", place);
    }

    static Working working(Rule rule, Map<String, String> measures) {
        Map<String, Rational> numbers = new LinkedHashMap<>();
        measures.forEach((item, value) -> numbers.put(item, number(value)));
        return rule.form().score(numbers);
    }

    /** Returns an indicator scored by its rule, its contribution being the score times {@code factor}. */
    static IndicatorResult scored(
            String id, Rule rule, String points, Map<String, String> measures, Rational factor, Entry... entries) {
        Working working = working(rule, measures);
        Rational measure = measures.containsKey("") ? number(measures.get("")) : null;
        return new IndicatorResult(
                id,
                Basis.RULE,
                List.of(entries),
                measure,
                working,
                working.score(),
                number(points),
                working.score().times(factor),
                number(points).times(factor),
                List.of());
    }

    /** Returns an indicator whose score does not come from its rule. */
    static IndicatorResult other(String id, Basis basis, String score, String possible, Entry... entries) {
        Rational points = number(score);
        Rational most = number(possible);
        return new IndicatorResult(id, basis, List.of(entries), null, null, points, most, points, most, List.of());
    }

    static AreaResult area(String id, IndicatorResult... indicators) {
        Rational score = Rational.ZERO;
        Rational possible = Rational.ZERO;
        Rational contribution = Rational.ZERO;
        Rational most = Rational.ZERO;
        for (IndicatorResult one : indicators) {
            score = score.plus(one.score());
            possible = possible.plus(one.possible());
            contribution = contribution.plus(one.contribution());
            most = most.plus(one.most());
        }
        return new AreaResult(id, score, possible, contribution, most, List.of(), List.of(indicators), null, null);
    }

    static Totals totals(List<AreaResult> areas, String bonus, String bonusBeforeCap, String penalty) {
        Rational raw = areas.stream().map(AreaResult::score).reduce(Rational.ZERO, Rational::plus);
        Rational possible = areas.stream().map(AreaResult::possible).reduce(Rational.ZERO, Rational::plus);
        Rational base = areas.stream().map(AreaResult::contribution).reduce(Rational.ZERO, Rational::plus);
        Rational exact = base.plus(number(bonus)).minus(number(penalty));
        Rational rounded = new Rounding(2, Rounding.Mode.HALF_UP).apply(exact);
        return new Totals(
                raw,
                possible,
                base,
                base,
                number(bonus),
                number(bonusBeforeCap),
                number(penalty),
                number(penalty),
                exact,
                rounded);
    }

    static UnitResult unit(
            String name,
            String kind,
            int record,
            List<AreaResult> areas,
            Optional<Totals> totals,
            List<AdjustmentResult> adjustments,
            String fact,
            Optional<Outcome> outcome) {
        Entry answer = entry("", fact, fact.startsWith("是") ? "1" : "0", cell(record, 9));
        return new UnitResult(
                name,
                kind,
                cell(record, 0),
                areas,
                totals.orElse(null),
                adjustments,
                List.of(new FactResult("veto-case", answer)),
                outcome.orElse(null));
    }

    static Evaluation evaluation(UnitResult... units) {
        return new Evaluation(card(), List.of(new Input("scores.csv", "cccc")), 2019, List.of(units));
    }
}
