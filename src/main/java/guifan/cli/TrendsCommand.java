package guifan.cli;

import guifan.diff.Trends;
import guifan.diff.UnitTrend;
import guifan.evaluate.Evaluation;
import guifan.evaluate.Roster;
import guifan.evaluate.SheetSet;
import guifan.evaluate.StandardCard;
import guifan.report.HtmlTrends;
import guifan.report.JsonReader;
import guifan.report.OutputFile;
import guifan.report.TrendsJson;
import guifan.report.TrendsPage;
import guifan.report.TrendsTable;
import guifan.source.InputException;
import guifan.source.InputException.Subject;
import guifan.source.Language;
import guifan.source.Names;
import guifan.source.Problems;
import guifan.source.Similar;
import guifan.source.SourceText;
import guifan.source.Text;
import guifan.standard.Standard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts archived results of several years side by side. */
@picocli.CommandLine.Command(name = "trends", description = "把多年的存档结果放在一张表里：各方面得分率、名次、等次，工作变化与标准变化分开")
final class TrendsCommand extends Command {

    @Parameters(paramLabel = "RESULT", arity = "1..*", description = "存档的结果（.json），两年以上，次序不限")
    private List<String> files = new ArrayList<>();

    @Option(names = "--unit", paramLabel = "NAME", description = "只列这个单位，逐方面；可重复")
    private List<String> units = new ArrayList<>();

    @Option(names = "--roster", paramLabel = "FILE", description = "单位名册：改过名的单位按“别名”列认作同一单位")
    private @Nullable String roster;

    @Option(names = "--format", paramLabel = "FORMAT", description = "打印的格式：text（默认）、csv、json、md、html")
    private String format = TrendsForm.TEXT.word();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "写入文件，后缀决定格式：.txt .csv .json .md .html（网页）；可重复")
    private List<String> outputs = new ArrayList<>();

    @Option(names = "--no-clobber", description = "不覆盖已有文件")
    private boolean noClobber;

    @Mixin
    private StandardOptions standards = new StandardOptions();

    /** The forms of trends. */
    private enum TrendsForm implements OutputForm {
        TEXT("text", ".txt"),
        CSV("csv", ".csv"),
        JSON("json", ".json"),
        MARKDOWN("md", ".md"),
        HTML("html", ".html");

        private final String word;
        private final String ending;

        TrendsForm(String word, String ending) {
            this.word = word;
            this.ending = ending;
        }

        @Override
        public String word() {
            return word;
        }

        @Override
        public String ending() {
            return ending;
        }

        String write(Trends trends, List<UnitTrend> shown, Language language) throws IOException {
            StringBuilder out = new StringBuilder();
            switch (this) {
                case TEXT -> TrendsPage.write(trends, shown, false, language, out);
                case CSV -> TrendsTable.write(trends, shown, language, out);
                case JSON -> TrendsJson.write(trends, shown, out);
                case MARKDOWN -> TrendsPage.write(trends, shown, true, language, out);
                case HTML -> HtmlTrends.write(trends, shown, language, out);
            }
            return out.toString();
        }
    }

    @Override
    ExitCode run(Surroundings world) throws InputException, IOException, UsageException {
        if (files.size() < 2) {
            throw new UsageException(Text.of("请给出两年以上的结果（.json）", "name the results (.json) of two years or more"));
        }
        TrendsForm printed = OutputForm.ofWord(TrendsForm.class, format);
        Map<String, TrendsForm> written = new LinkedHashMap<>();
        OutputPaths paths =
                new OutputPaths(world).reading(files.toArray(String[]::new)).reading(roster);
        for (String output : outputs) {
            paths.writing(output);
            written.put(output, OutputForm.ofFile(TrendsForm.class, output));
        }
        Problems problems = new Problems();
        Trends trends = read(problems, world);
        common.print(problems, world);
        List<UnitTrend> shown = new ArrayList<>();
        for (String unit : units) {
            shown.add(trends.unit(unit).orElseThrow(() -> unknown(unit, trends)));
        }
        Language language = common.language(world.environment());
        for (Map.Entry<String, TrendsForm> file : written.entrySet()) {
            byte[] bytes = file.getValue().write(trends, shown, language).getBytes(StandardCharsets.UTF_8);
            OutputFile.write(world.resolve(file.getKey()), bytes, noClobber);
        }
        if (written.isEmpty()) {
            world.out().print(printed.write(trends, shown, language));
        }
        return ExitCode.DONE;
    }

    private static UsageException unknown(String unit, Trends trends) {
        List<String> known = trends.units().stream().map(UnitTrend::unit).toList();
        return new UsageException(
                Text.of("没有单位“%s”", "there is no unit \"%s\"", unit).plus(Similar.suggestion(unit, known)));
    }

    private Trends read(Problems problems, Surroundings world) throws InputException, IOException, UsageException {
        UnaryOperator<String> names = names(problems, world);
        List<Evaluation> results = new ArrayList<>();
        Map<Integer, String> years = new HashMap<>();
        for (String file : files) {
            Evaluation result = JsonReader.read(file, Files.readString(world.resolve(file)));
            check(file, result, years, names, problems);
            EditionNote.tell(file, result.standard(), result.year(), standards.library(world), world, problems);
            results.add(result);
        }
        problems.throwIfErrors(Subject.DATA);
        Map<String, Optional<Standard>> texts = new HashMap<>();
        for (Evaluation result : results) {
            StandardCard card = result.standard();
            if (!texts.containsKey(card.id() + card.rulesHash())) {
                texts.put(
                        card.id() + card.rulesHash(),
                        ResultDiffOptions.standard(card, standards.library(world), problems, world));
            }
        }
        return Trends.of(results, card -> texts.getOrDefault(card.id() + card.rulesHash(), Optional.empty()), names);
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

    private UnaryOperator<String> names(Problems problems, Surroundings world)
            throws InputException, IOException, UsageException {
        if (roster == null) {
            return UnaryOperator.identity();
        }
        SheetSet sheets = new SheetSet(problems);
        SheetOptions.read(roster, problems, world).ifPresent(list -> sheets.readRoster(list, null));
        problems.throwIfErrors(Subject.DATA);
        Optional<Roster> list = sheets.roster();
        return name ->
                list.flatMap(one -> one.find(name)).map(Roster.Member::unit).orElse(name);
    }
}
