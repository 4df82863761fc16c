package guifan.cli;

import guifan.diff.Trends;
import guifan.evaluate.Evaluation;
import guifan.evaluate.Roster;
import guifan.evaluate.StandardCard;
import guifan.report.JsonReader;
import guifan.source.InputException;
import guifan.source.Names;
import guifan.source.Problems;
import guifan.source.SourceText;
import guifan.source.Text;
import guifan.source.Utf8File;
import guifan.standard.Standard;
import guifan.standard.StandardLibrary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Archived results of several years, to be put side by side. */
final class YearFiles {

    private YearFiles() {}

    /** Returns what a unit is called in all years. */
    static UnaryOperator<String> names(@Nullable Roster roster) {
        return roster == null
                ? UnaryOperator.identity()
                : name -> roster.find(name).map(Roster.Member::unit).orElse(name);
    }

    /** Reads results of different years; what cannot be compared is reported. */
    static List<Evaluation> read(List<String> files, UnaryOperator<String> names, Problems problems, Surroundings world)
            throws InputException, IOException {
        List<Evaluation> results = new ArrayList<>();
        Map<Integer, String> years = new HashMap<>();
        for (String file : files) {
            Evaluation result = JsonReader.read(Utf8File.require(world.resolve(file), file));
            check(file, result, years, names, problems);
            results.add(result);
        }
        return results;
    }

    private static void check(
            String file,
            Evaluation result,
            Map<Integer, String> years,
            UnaryOperator<String> names,
            Problems problems) {
        @Nullable Integer year = result.year();
        if (year == null) {
            problems.error(
                    "no-year",
                    SourceText.of(file, "").whole(),
                    Text.of(
                            "结果没有年度；评价时用“年度”列或 --year 给出",
                            "the result has no year; give it by a column 年度 or --year when evaluating"));
            return;
        }
        @Nullable String earlier = years.putIfAbsent(year, file);
        if (earlier != null) {
            problems.error(
                    "year-twice",
                    SourceText.of(file, "").whole(),
                    Text.of(
                            "%1$s 也是%2$s年度的结果；一年一份，同年两份用 diff 比较",
                            "%1$s is of the year %2$s, too; give one of each year, and compare two of one year by diff",
                            earlier,
                            year.toString()));
        }
        Map<String, String> found = new HashMap<>();
        Stream.concat(
                        result.units().stream().map(unit -> unit.unit()),
                        result.unrated().stream().map(unit -> unit.unit()))
                .forEach(unit -> {
                    @Nullable String other = found.putIfAbsent(Names.normalise(names.apply(unit)), unit);
                    if (other != null) {
                        problems.error(
                                "duplicate-unit",
                                SourceText.of(file, "").whole(),
                                Text.of(
                                        "按名册，“%s”和“%s”是同一单位",
                                        "by the roster \"%s\" and \"%s\" are one unit", other, unit));
                    }
                });
    }

    /** Puts sound results side by side, each change taken apart as far as their standards are still here. */
    static Trends compare(
            List<Evaluation> results,
            StandardLibrary library,
            UnaryOperator<String> names,
            Problems problems,
            Surroundings world)
            throws IOException {
        Map<String, Optional<Standard>> texts = new HashMap<>();
        for (Evaluation result : results) {
            StandardCard card = result.standard();
            if (!texts.containsKey(card.id() + card.rulesHash())) {
                texts.put(card.id() + card.rulesHash(), ResultDiffOptions.standard(card, library, problems, world));
            }
        }
        return Trends.of(results, card -> texts.getOrDefault(card.id() + card.rulesHash(), Optional.empty()), names);
    }
}
