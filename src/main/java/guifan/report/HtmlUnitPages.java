package guifan.report;

import guifan.evaluate.Entry;
import guifan.evaluate.Evaluation;
import guifan.evaluate.Evaluation.Input;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.IndicatorResult;
import guifan.evaluate.Ways;
import guifan.report.HtmlViews.View;
import guifan.source.Language;
import guifan.source.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A file for each unit, to be forwarded to it: its own figures, its rank and the mean, and nothing by which another
 * unit could be known. There is no script in it.
 */
public final class HtmlUnitPages {

    private HtmlUnitPages() {}

    /**
     * Returns the files by their names, in the order of the evaluation.
     *
     * @throws IOException if they cannot be written
     */
    public static Map<String, byte[]> of(Evaluation evaluation, NextGrades grades, Language language)
            throws IOException {
        FileNames names = new FileNames();
        HtmlMeans means = HtmlMeans.discreet(evaluation);
        List<UnitResult> units = evaluation.units();
        List<Optional<Ways>> ways = grades.of(evaluation, units);
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < units.size(); i++) {
            UnitResult unit = units.get(i);
            Optional<Ways> found = ways.get(i);
            StringBuilder out = new StringBuilder();
            Text title = Text.of("%s：", "%s: ", unit.unit()).plus(HtmlReport.title(evaluation));
            HtmlDocument.write(title, false, language, out, html -> {
                HtmlViews.header(HtmlReport.title(evaluation), StandardLine.lines(evaluation), html);
                html.open("main");
                html.element("h2", new Text("单位得分", "Results of the unit"), "class", "unseen");
                HtmlArticles.write("u", HtmlReport.article(evaluation, unit, means, found), html);
                HtmlViews.section(
                        new View("about", HtmlSources.NAME, about -> {
                            HtmlSources.write(evaluation, inputs(evaluation, unit), about);
                            HtmlSources.maker(about);
                        }),
                        html);
                html.close();
            });
            files.put(names.of(unit.unit(), "html"), out.toString().getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }

    /** Returns the sheets that hold something of {@code unit}: others may be called after other units. */
    private static List<Input> inputs(Evaluation evaluation, UnitResult unit) {
        Stream<Entry> entries = Stream.of(
                        unit.indicators().map(IndicatorResult::entries).flatMap(List::stream),
                        unit.adjustments().stream().flatMap(one -> one.entries().stream()),
                        unit.facts().stream().map(fact -> fact.entry()))
                .flatMap(one -> one);
        Set<String> files = Stream.concat(
                        Stream.of(unit.place().file()),
                        entries.map(entry -> entry.place().file()))
                .map(UnitJson::baseName)
                .collect(Collectors.toSet());
        return evaluation.inputs().stream()
                .filter(input -> files.contains(UnitJson.baseName(input.name())))
                .toList();
    }
}
