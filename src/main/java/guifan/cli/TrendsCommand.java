package guifan.cli;

import guifan.diff.Trends;
import guifan.diff.UnitTrend;
import guifan.evaluate.Evaluation;
import guifan.evaluate.SheetSet;
import guifan.report.HtmlTrends;
import guifan.report.TrendsJson;
import guifan.report.TrendsPage;
import guifan.report.TrendsTable;
import guifan.source.InputException;
import guifan.source.InputException.Subject;
import guifan.source.Problems;
import guifan.source.Similar;
import guifan.source.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts archived results of several years side by side. */
@picocli.CommandLine.Command(name = "trends", description = "把多年的存档结果放在一张表里：各方面得分率、名次、等次，工作变化与标准变化分开")
final class TrendsCommand extends Command {

    /** What is shown of the years. */
    private record Shown(Trends trends, List<UnitTrend> units) {}

    private static final PageForms<Shown> FORMS = new PageForms<Shown>()
            .with(
                    PageForm.TEXT,
                    (told, language, out) -> TrendsPage.write(told.trends(), told.units(), false, language, out))
            .with(PageForm.CSV, (told, language, out) -> TrendsTable.write(told.trends(), told.units(), language, out))
            .with(PageForm.JSON, (told, language, out) -> TrendsJson.write(told.trends(), told.units(), out))
            .with(
                    PageForm.MARKDOWN,
                    (told, language, out) -> TrendsPage.write(told.trends(), told.units(), true, language, out))
            .with(PageForm.HTML, (told, language, out) -> HtmlTrends.write(told.trends(), told.units(), language, out));

    @Parameters(paramLabel = "RESULT", arity = "1..*", description = "存档的结果（.json），两年以上，次序不限")
    private List<String> files = new ArrayList<>();

    @Option(names = "--unit", paramLabel = "NAME", description = "只列这个单位，逐方面；可重复")
    private List<String> units = new ArrayList<>();

    @Option(names = "--roster", paramLabel = "FILE", description = "单位名册：改过名的单位按“别名”列认作同一单位")
    private @Nullable String roster;

    @Option(names = "--format", paramLabel = "FORMAT", description = "打印的格式：text（默认）、csv、json、md、html")
    private String format = PageForm.TEXT.word();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "写入文件，后缀决定格式：.txt .csv .json .md .html（网页）；可重复")
    private List<String> outputs = new ArrayList<>();

    @Option(names = "--no-clobber", description = "不覆盖已有文件")
    private boolean noClobber;

    @Mixin
    private StandardOptions standards = new StandardOptions();

    @Override
    ExitCode run(Surroundings world) throws InputException, IOException, UsageException {
        if (files.size() < 2) {
            throw new UsageException(Text.of("请给出两年以上的结果（.json）", "name the results (.json) of two years or more"));
        }
        PageForms.Chosen<Shown> forms = FORMS.choose(format, outputs);
        OutputPaths paths =
                new OutputPaths(world).reading(files.toArray(String[]::new)).reading(roster);
        for (String output : outputs) {
            paths.writing(output);
        }
        Problems problems = new Problems();
        Trends trends = read(problems, world);
        common.print(problems, world);
        List<UnitTrend> shown = new ArrayList<>();
        for (String unit : units) {
            shown.add(trends.unit(unit).orElseThrow(() -> unknown(unit, trends)));
        }
        forms.write(new Shown(trends, shown), noClobber, common, world);
        return ExitCode.DONE;
    }

    private static UsageException unknown(String unit, Trends trends) {
        List<String> known = trends.units().stream().map(UnitTrend::unit).toList();
        return new UsageException(
                Text.of("没有单位“%s”", "there is no unit \"%s\"", unit).plus(Similar.suggestion(unit, known)));
    }

    private Trends read(Problems problems, Surroundings world) throws InputException, IOException, UsageException {
        UnaryOperator<String> names = names(problems, world);
        List<Evaluation> results = YearFiles.read(files, names, problems, world);
        for (int i = 0; i < files.size(); i++) {
            Evaluation one = results.get(i);
            EditionNote.tell(files.get(i), one.standard(), one.year(), standards.library(world), world, problems);
        }
        problems.throwIfErrors(Subject.DATA);
        return YearFiles.compare(results, standards.library(world), names, problems, world);
    }

    private UnaryOperator<String> names(Problems problems, Surroundings world)
            throws InputException, IOException, UsageException {
        if (roster == null) {
            return UnaryOperator.identity();
        }
        SheetSet sheets = new SheetSet(problems);
        SheetOptions.read(roster, problems, world).ifPresent(list -> sheets.readRoster(list, null));
        problems.throwIfErrors(Subject.DATA);
        return YearFiles.names(sheets.roster().orElse(null));
    }
}
