package guifan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.evaluate.OtherResult.KnownText;
import guifan.evaluate.Taken.Choice;
import guifan.number.Rational;
import guifan.source.Diagnostic.Severity;
import guifan.source.InputFile;
import guifan.source.Problems;
import guifan.standard.Standard;
import guifan.standard.Standards;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Stations of towns, and standards of towns that take from them. */
final class TakenSheets {

    private TakenSheets() {}

    static final Standard STATIONS = Standards.of("""
            format: 1
            standard: "stations"
            title: 联络站
            status: issued
            provenance: reconstructed
            units: {kinds: [中心站, 特色站], called: 联络站, owner: 单位}
            total: 10
            areas:
              - {id: a, name: 方面, points: 10, indicators: [{id: i, name: 得分项, points: 10, rule: {kind: given}}]}
            grades:
              levels:
                - {name: 五星, at-least: 9}
                - {name: 四星, at-least: 7}
                - {name: 无, otherwise: true}
            ...
            """);

    /** Returns a standard for units with a level, a bonus by levels and a number, each with its own {@code from}. */
    static Standard towns(String level, String bonus, String number) {
        return Standards.of(Standards.HEAD
                + Standards.oneArea(
                        "id: star, name: 星级, points: 60, rule: {kind: level, values: {五星: 60, 四星: 40, 无: 0}}" + level,
                        "id: rate, name: 得分率, points: 40, missing: zero, rule: {kind: proportional, full-at: 100}, measure: {type: percent}"
                                + number)
                + """
                adjustments:
                  bonus:
                    items:
                      - {id: bonus, name: 加分, rule: {kind: levels, values: {高: 3, 低: 1}}%s}
                """.formatted(bonus)
                + Standards.GRADES
                + "...\n");
    }

    static String from(String more) {
        return ", from-standard: {standard: small, none: sheet, " + more + "}";
    }

    static Standard level(String more) {
        return towns(from(more), "", "");
    }

    static OtherResult result(String rows) {
        return result(rows, 2020);
    }

    static OtherResult result(String rows, Integer year) {
        Problems problems = new Problems();
        SheetSet set = new SheetSet(problems);
        set.add(file("stations.csv", "联络站,单位,类别,得分项\n" + rows), null);
        Evaluation evaluation = set.evaluate(STATIONS, year);
        assertThat(Sheets.said(problems, Severity.ERROR)).isEmpty();
        return new OtherResult("in/stations.json", "00", evaluation, KnownText.SAME);
    }

    static InputFile file(String name, String text) {
        return InputFile.of(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static Evaluation evaluate(Standard standard, String sheet, Problems problems, OtherResult... results) {
        SheetSet set = new SheetSet(problems);
        set.add(file("1.csv", sheet), null);
        for (OtherResult result : results) {
            set.addResult(result);
        }
        return set.evaluate(standard, 2020);
    }

    static Evaluation evaluate(Standard standard, String sheet, OtherResult... results) {
        Problems problems = new Problems();
        Evaluation evaluation = evaluate(standard, sheet, problems, results);
        assertThat(Sheets.said(problems, Severity.ERROR)).isEmpty();
        return evaluation;
    }

    static List<String> errors(Standard standard, String sheet, OtherResult... results) {
        Problems problems = new Problems();
        evaluate(standard, sheet, problems, results);
        return Sheets.said(problems, Severity.ERROR);
    }

    static List<String> warnings(Standard standard, String sheet, OtherResult... results) {
        Problems problems = new Problems();
        evaluate(standard, sheet, problems, results);
        return Sheets.said(problems, Severity.WARNING);
    }

    static Rational total(Evaluation evaluation) {
        return evaluation.units().get(0).totals().finalTotal();
    }

    static Choice choice(Evaluation evaluation, String question) {
        return evaluation.taken().of("甲镇", question).orElseThrow().choice();
    }

    static String sheet(String star, String bonus) {
        return "单位,类别,星级,加分·加分\n甲镇,镇," + star + "," + bonus + "\n";
    }

    static final String CENTRE = "which: only, sheet: replaced, kinds: [中心站]";
}
