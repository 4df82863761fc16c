package guifan.cli;

import guifan.evaluate.Evaluation;
import guifan.evaluate.GroupResult;
import guifan.evaluate.StandardCard.GradeCard;
import guifan.evaluate.StandardCard.IndicatorCard;
import guifan.evaluate.UnitResult;
import guifan.evaluate.WaySearch;
import guifan.evaluate.Ways;
import guifan.number.Rational;
import guifan.report.Explanation;
import guifan.report.GroupExplanation;
import guifan.report.JsonReader;
import guifan.report.LostPage;
import guifan.report.NearPage;
import guifan.report.WaysPage;
import guifan.source.InputException;
import guifan.source.Language;
import guifan.source.Numerals;
import guifan.source.Similar;
import guifan.source.Text;
import guifan.source.Utf8File;
import guifan.standard.Standard;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Accounts for the figures of one unit. */
@picocli.CommandLine.Command(name = "explain", description = "说明一个单位的得分从何而来：单元格、规则、条款、贡献")
final class ExplainCommand extends Command {

    @Mixin
    private SheetOptions sheets = new SheetOptions();

    @Option(names = "--unit", paramLabel = "NAME", description = "单位")
    private @Nullable String unit;

    @Option(names = "--indicator", paramLabel = "ID", description = "指标（代码或名称）；不给则说明全部")
    private @Nullable String indicator;

    @Option(names = "--lost", description = "列出失分，从多到少，写明规则和所缺")
    private boolean lost;

    @Option(
            names = "--to",
            paramLabel = "GRADE",
            arity = "0..1",
            fallbackValue = "",
            description = "怎样最省地达到某等次（不给则为高一等）；仅供整改参考")
    private @Nullable String grade;

    @Option(names = "--near", paramLabel = "POINTS", description = "临界与争议清单：与等次线相差不超过若干分的单位，如 0.5")
    private @Nullable String near;

    @Parameters(paramLabel = "FILE", description = "存档的结果（.json），或配合 --standard 的填报表")
    private List<String> files = new ArrayList<>();

    @Override
    ExitCode run(Surroundings world) throws InputException, IOException, UsageException {
        Rational distance = distance();
        Evaluation evaluation = evaluation(world);
        Language language = common.language(world.environment());
        if (distance != null) {
            NearPage.write(evaluation, distance, language, world.out());
            return ExitCode.DONE;
        }
        Optional<GroupResult> group = Optional.ofNullable(unit).flatMap(evaluation::group);
        boolean alone = grade == null && !lost && indicator == null;
        if (alone && group.isPresent() && evaluation.unit(group.get().name()).isEmpty()) {
            GroupExplanation.write(evaluation, group.get(), language, world.out());
            return ExitCode.DONE;
        }
        UnitResult result = unit(evaluation);
        if (grade != null) {
            Standard standard = sheets.standardOf(evaluation, world);
            Ways ways = WaySearch.of(standard, result, target(evaluation, result));
            WaysPage.write(evaluation, ways, language, world.out());
        } else if (lost) {
            LostPage.write(evaluation, result, language, world.out());
        } else if (indicator == null) {
            Explanation.write(evaluation, result, language, world.out());
        } else {
            Explanation.write(evaluation, result, indicator(evaluation), language, world.out());
        }
        return ExitCode.DONE;
    }

    /** Returns the index of the grade asked for, otherwise of the next better one. */
    private int target(Evaluation evaluation, UnitResult result) throws UsageException {
        List<String> names =
                evaluation.standard().grades().stream().map(GradeCard::name).toList();
        String asked = grade == null ? "" : grade;
        if (asked.isEmpty()) {
            return result.outcome() == null ? 0 : Math.max(0, result.outcome().grade() - 1);
        }
        if (!names.contains(asked)) {
            throw new UsageException(
                    Text.of("没有等次“%s”", "there is no grade \"%s\"", asked).plus(Similar.suggestion(asked, names)));
        }
        return names.indexOf(asked);
    }

    private @Nullable Rational distance() throws UsageException {
        boolean several = (lost && indicator != null)
                || (grade != null && (lost || indicator != null))
                || (near != null && (lost || grade != null || unit != null || indicator != null));
        if (several) {
            throw new UsageException(Text.of(
                    "--lost、--to、--indicator 只能用一个；--near 列全部单位，不与 --unit 和它们同用",
                    "use one of --lost, --to and --indicator; --near lists all units, without --unit and any of them"));
        }
        if (near == null) {
            return null;
        }
        String points = near;
        return Numerals.parse(points)
                .filter(number -> number.signum() >= 0)
                .orElseThrow(() -> new UsageException(Text.of(
                        "--near 应为不小于 0 的分数，如 0.5，不是“%s”",
                        "--near is 0 or more points, such as 0.5, not \"%s\"", points)));
    }

    private Evaluation evaluation(Surroundings world) throws InputException, IOException, UsageException {
        boolean archived = files.size() == 1 && files.get(0).endsWith(".json");
        Evaluation evaluation = archived
                ? JsonReader.read(Utf8File.require(world.resolve(files.get(0)), files.get(0)))
                : sheets.evaluate(files, common, world);
        return evaluation.with(evaluation.taken().renamed(name -> place(name, world)));
    }

    /** A result knows the files that it took from by their names alone; they lie beside it or were named here. */
    private String place(String name, Surroundings world) {
        String folder = files.get(0).substring(0, files.get(0).lastIndexOf('/') + 1);
        return Stream.concat(sheets.results().stream(), Stream.of(folder + name, name))
                .filter(file -> file.equals(name) || file.endsWith("/" + name) || file.endsWith("\\" + name))
                .filter(file -> Files.isRegularFile(world.resolve(file)))
                .findFirst()
                .orElse(name);
    }

    private UnitResult unit(Evaluation evaluation) throws UsageException {
        List<String> units = evaluation.units().stream().map(UnitResult::unit).toList();
        if (unit == null) {
            throw new UsageException(Text.of("请用 --unit 指定单位：%s", "name a unit with --unit: %s", Text.list(units)));
        }
        String name = unit;
        return evaluation
                .unit(name)
                .orElseThrow(() -> new UsageException(
                        Text.of("没有单位“%s”", "there is no unit \"%s\"", name).plus(Similar.suggestion(name, units))));
    }

    private IndicatorCard indicator(Evaluation evaluation) throws UsageException {
        String name = indicator == null ? "" : indicator;
        List<IndicatorCard> all = evaluation.standard().indicators().toList();
        return all.stream()
                .filter(card -> card.id().equals(name)
                        || card.shortName().equals(name)
                        || card.base().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UsageException(Text.of("没有指标“%s”", "there is no indicator \"%s\"", name)
                        .plus(Similar.suggestion(
                                name, all.stream().map(IndicatorCard::id).toList()))));
    }
}
