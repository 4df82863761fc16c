package guifan.evaluate;

import guifan.source.Diagnostic;
import guifan.source.Diagnostic.Severity;
import guifan.source.InputFile;
import guifan.source.Problems;
import guifan.standard.Standard;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files handed in for one evaluation, and what came of it. */
final class Handed {

    private final Map<String, String> files = new LinkedHashMap<>();
    private final Problems problems = new Problems();
    private final SheetSet sheets = new SheetSet(problems);

    static Handed in() {
        return new Handed();
    }

    Handed with(String name, String text) {
        files.put(name, text);
        return this;
    }

    Handed roster(String text) {
        sheets.readRoster(file("roster.csv", text), null);
        return this;
    }

    Handed at(Stage stage) {
        sheets.at(stage);
        return this;
    }

    Handed partial() {
        sheets.allowMissing();
        return this;
    }

    SheetSet sheets() {
        return sheets;
    }

    Evaluation evaluate(Standard standard) {
        add();
        return sheets.evaluate(standard, sheets.year().orElse(null));
    }

    /** Returns the evaluation of the units that are sound. */
    Evaluation evaluatePartly(Standard standard) {
        add();
        return sheets.evaluatePartly(standard, sheets.year().orElse(null));
    }

    private void add() {
        files.forEach((name, text) -> sheets.add(file(name, text), null));
        sheets.refuseOld();
    }

    /** Returns the units of an evaluation in which nothing is wrong. */
    static List<String> errors(Handed handed, Standard standard) {
        handed.evaluate(standard);
        return handed.said(Severity.ERROR);
    }

    List<String> said(Severity severity) {
        List<String> said = new ArrayList<>();
        for (Diagnostic one : problems.all()) {
            if (one.severity() == severity) {
                said.add(one.code() + " " + one.place().words().zh() + ": "
                        + one.message().zh());
            }
        }
        return said;
    }

    /** Returns the results without the places of their cells. */
    static String figures(Evaluation evaluation) {
        return evaluation
                .units()
                .toString()
                .replaceAll("CellPlace\\[[^\\]]*\\]", "")
                .replace("), ", "),\n");
    }

    private static InputFile file(String name, String text) {
        return InputFile.of(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
