package guifan.cli;

import guifan.diff.StandardDiff;
import guifan.diff.Trends;
import guifan.evaluate.Evaluation;
import guifan.evaluate.Evaluation.Input;
import guifan.evaluate.Roster;
import guifan.evaluate.SheetSet;
import guifan.paper.Addressees;
import guifan.paper.PaperFormat;
import guifan.paper.PaperKind;
import guifan.paper.PaperSettings;
import guifan.paper.PaperStarter;
import guifan.paper.PaperTemplates;
import guifan.paper.Papers;
import guifan.report.JsonReader;
import guifan.report.OutputFile;
import guifan.source.InputException;
import guifan.source.InputFile;
import guifan.source.Problems;
import guifan.source.SourceText;
import guifan.source.Text;
import guifan.source.Utf8File;
import guifan.standard.Standard;
import guifan.standard.StandardLibrary;
import guifan.standard.StandardLibrary.When;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the papers of an archived result. */
@picocli.CommandLine.Command(name = "notices", description = "由存档的终评结果生成公文：通报、整改提醒函、反馈函、报告、得分明细、汇总表、各种清单、复核答复")
final class NoticesCommand extends Command {

    @Parameters(index = "0", paramLabel = "RESULT", description = "存档的结果（.json）")
    private String result = "";

    @Option(names = "--papers", paramLabel = "FILE", description = "公文要素：年度、会议、文号、落款、日期、期限（papers.yaml）")
    private @Nullable String papers;

    @Option(names = "--starter", paramLabel = "DIR", description = "不出公文，写出待填的公文要素 papers.yaml 和可改的模板 templates")
    private @Nullable String starter;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "写入的目录")
    private @Nullable String output;

    @Option(names = "--format", paramLabel = "FORMAT", description = "公文的格式：md（默认）、html、docx；可重复")
    private List<String> formats = new ArrayList<>();

    @Option(names = "--only", paramLabel = "PAPER", split = ",", description = "只生成这些公文，如 notice 或 通报；可重复")
    private List<String> only = new ArrayList<>();

    @Option(names = "--earlier", paramLabel = "RESULT", description = "以前年度的终评结果（.json）：另出年度对比；可重复")
    private List<String> earlier = new ArrayList<>();

    @Option(names = "--revised-from", paramLabel = "STANDARD", description = "修订前的评价标准（编号或文件）：另出修订对照表")
    private @Nullable String revisedFrom;

    @Mixin
    private StandardOptions standards = new StandardOptions();

    @Option(names = "--templates", paramLabel = "DIR", description = "自备模板所在目录；没有的用程序自带的")
    private @Nullable String templates;

    @Option(names = "--publish-lowest", description = "通报中也点名最低等次的单位")
    private boolean publishLowest;

    @Option(names = "--order", paramLabel = "ORDER", description = "单位的顺序：roster 按结果（名册）的顺序（默认）、rank 按名次")
    private Order order = Order.roster;

    @Option(names = "--roster", paramLabel = "FILE", description = "单位名册（单位、党委、顺序）：核对单位，定次序和反馈函的党委全称")
    private @Nullable String roster;

    @Option(names = "--no-clobber", description = "不覆盖已有文件")
    private boolean noClobber;

    /** The orders of units, in the words of the option. */
    enum Order {
        roster,
        rank
    }

    @Override
    ExitCode run(Surroundings world) throws InputException, IOException, UsageException {
        List<PaperFormat> chosen = new ArrayList<>();
        for (String format : formats.isEmpty() ? List.of("md") : formats) {
            chosen.add(PaperFormat.ofWord(format)
                    .orElseThrow(() -> new UsageException(Text.of(
                            "没有“%s”这种格式，可用：%s",
                            "there is no format \"%s\"; there are %s", format, PaperFormat.words()))));
        }
        Set<PaperKind> kinds = kinds();
        @Nullable Path folder = templates == null ? null : world.resolve(templates);
        if (folder != null && !Files.isDirectory(folder)) {
            throw new UsageException(Text.of("没有这个目录：%s", "no such folder: %s", String.valueOf(templates)));
        }
        Evaluation evaluation = JsonReader.read(Utf8File.require(world.resolve(result), result));
        Problems problems = new Problems();
        if (starter != null) {
            return start(starter, evaluation, world);
        }
        if (papers == null || output == null) {
            throw new UsageException(
                    Text.of("缺少参数：%s", "missing: %s", papers == null ? "--papers FILE" : "--output DIR")
                            .plus(papers == null ? hint() : Text.of("")));
        }
        SourceText source = settings(papers, world);
        Optional<PaperSettings> settings = PaperSettings.read(source, evaluation, problems);
        @Nullable Roster list = roster == null ? null : roster(roster, evaluation, problems, world);
        List<Evaluation> years = years(evaluation, list, problems, world);
        problems.throwIfErrors(InputException.Subject.DATA);
        Papers.Earlier before = earlier(evaluation, years, list, problems, world);
        common.print(problems, world);
        Papers all = new Papers(
                evaluation,
                settings.orElseThrow(),
                new PaperTemplates(folder, common.language(world.environment())),
                new Addressees(settings.orElseThrow().bodies(), list),
                kinds,
                before,
                publishLowest,
                order == Order.rank);
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (PaperFormat format : chosen) {
            files.putAll(all.files(format));
        }
        if (files.isEmpty()) {
            throw new UsageException(Text.of(
                    "没有可出的公文：核减清单要有核定，年度对比要有 --earlier，修订对照表要有 --revised-from，复核答复要有 complaints",
                    "nothing to make: reductions need checked answers, years --earlier, a revision"
                            + " --revised-from, replies complaints"));
        }
        Path target = world.resolve(output);
        Files.createDirectories(target);
        Map<Path, byte[]> written = new LinkedHashMap<>();
        files.forEach((file, content) -> written.put(target.resolve(file), content));
        OutputFile.writeAll(written, noClobber);
        common.announce(List.of(CommonOptions.folder(output, files.size())), world);
        return ExitCode.DONE;
    }

    private ExitCode start(String folder, Evaluation evaluation, Surroundings world)
            throws InputException, IOException, UsageException {
        if (papers != null || output != null) {
            throw new UsageException(Text.of(
                    "--starter 不出公文，不与 --papers、-o 同用", "--starter makes no papers; it goes without --papers and -o"));
        }
        Problems problems = new Problems();
        PaperSettings.refuse(SourceText.of(result, ""), evaluation, problems);
        problems.throwIfErrors(InputException.Subject.DATA);
        Map<Path, byte[]> written = new LinkedHashMap<>();
        List<Text> named = new ArrayList<>();
        for (Map.Entry<Path, byte[]> file : PaperStarter.files(evaluation, common.language(world.environment()))
                .entrySet()) {
            Path place = world.resolve(folder).resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(place.getParent()));
            written.put(place, file.getValue());
        }
        OutputFile.writeAll(written, true);
        named.add(Text.of(Path.of(folder, "papers.yaml").toString()));
        named.add(CommonOptions.folder(Path.of(folder, "templates").toString(), written.size() - 1));
        common.announce(named, world);
        return ExitCode.DONE;
    }

    private SourceText settings(String file, Surroundings world) throws InputException, IOException, UsageException {
        try {
            return Utf8File.require(world.resolve(file), file);
        } catch (NoSuchFileException e) {
            throw new UsageException(
                    Text.of("没有这个文件：%s", "no such file: %s", file).plus(hint()));
        }
    }

    private Text hint() {
        return Text.of(
                "；没有公文要素的，先写一份来填：guifan notices %s --starter .",
                "; to get one to fill in: guifan notices %s --starter .", result);
    }

    private Set<PaperKind> kinds() throws UsageException {
        Set<PaperKind> kinds = EnumSet.noneOf(PaperKind.class);
        for (String word : only) {
            kinds.add(PaperKind.ofWord(word)
                    .orElseThrow(() -> new UsageException(Text.of(
                            "没有“%s”这种公文，可用：%s", "there is no paper \"%s\"; there are %s", word, PaperKind.words()))));
        }
        return kinds.isEmpty() ? EnumSet.allOf(PaperKind.class) : kinds;
    }

    /** Returns the results of all years that are compared, none if there are no earlier ones. */
    private List<Evaluation> years(Evaluation evaluation, @Nullable Roster list, Problems problems, Surroundings world)
            throws InputException, IOException {
        List<Evaluation> years = new ArrayList<>(YearFiles.read(earlier, YearFiles.names(list), problems, world));
        for (int i = 0; i < years.size(); i++) {
            SourceText file = SourceText.of(earlier.get(i), "");
            PaperSettings.refuse(file, years.get(i), problems);
            @Nullable Integer year = years.get(i).year();
            if (year != null && evaluation.year() != null && year >= evaluation.year()) {
                problems.error(
                        "not-earlier",
                        file.whole(),
                        Text.of(
                                "%s年度不早于结果的%s年度",
                                "the year %s is not before that of the result, %s", year, evaluation.year()));
            }
        }
        if (!years.isEmpty()) {
            years.add(evaluation);
        }
        return years;
    }

    private Papers.Earlier earlier(
            Evaluation evaluation, List<Evaluation> years, @Nullable Roster list, Problems problems, Surroundings world)
            throws InputException, IOException, UsageException {
        StandardLibrary library = standards.library(world);
        @Nullable
        Trends trends =
                years.isEmpty() ? null : YearFiles.compare(years, library, YearFiles.names(list), problems, world);
        if (revisedFrom == null) {
            return new Papers.Earlier(trends, null);
        }
        Standard before = standards.find(revisedFrom, null, world);
        Standard after = library.find(evaluation.standard().id(), When.LATEST, world.directory());
        if (!after.identity().rulesHash().equals(evaluation.standard().rulesHash())) {
            problems.error(
                    "standard-differs",
                    SourceText.of(evaluation.standard().id(), "").whole(),
                    Text.of(
                            "规则已不是结果所用的，不能据以列修订对照表",
                            "its rules are no longer those of the result; no revision can be listed from it"));
            problems.throwIfErrors(InputException.Subject.STANDARD);
        }
        return new Papers.Earlier(trends, StandardDiff.of(before, after));
    }

    private static @Nullable Roster roster(String name, Evaluation evaluation, Problems problems, Surroundings world)
            throws InputException, IOException, UsageException {
        Optional<InputFile> file = SheetOptions.read(name, problems, world);
        if (file.isEmpty()) {
            return null;
        }
        SheetSet sheets = new SheetSet(problems);
        sheets.readRoster(file.get(), null);
        Optional<Roster> list = sheets.roster();
        Input input = new Input(file.get().name(), file.get().sha256());
        list.ifPresent(one -> Addressees.check(one, input, evaluation, problems));
        return list.orElse(null);
    }
}
