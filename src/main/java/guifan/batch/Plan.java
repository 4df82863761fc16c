package guifan.batch;

import guifan.batch.Run.Papers;
import guifan.batch.Run.Setting;
import guifan.source.Fields;
import guifan.source.FileFormat;
import guifan.source.Node;
import guifan.source.Problems;
import guifan.source.SourceText;
import guifan.source.Text;
import guifan.source.YamlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What is to be evaluated in one go.
 *
 * @param title what it is for, empty if not said
 * @param keepGoing whether a failed run leaves the others going
 * @param standards the folder of standards, as {@code --standards} takes it, empty for the usual places
 * @param archive where the archive of a year goes, with {@code {year}} in it, empty if there is none
 * @param runs the runs, one for each year and standard, in the order of the plan
 */
public record Plan(String title, boolean keepGoing, String standards, String archive, List<Run> runs) {

    /** The options of {@code evaluate} that name a file, by key; some may be given several times. */
    static final List<String> FILES = List.of("roster", "overrides", "decisions", "results", "history");

    private static final Set<String> SEVERAL = Set.of("results", "history");
    private static final List<String> WORDS = List.of("stage", "encoding", "lang", "worksheet");
    private static final List<String> TABLES = List.of("merged", "reductions");

    /**
     * Returns the plan in {@code source}; what is wrong with it goes to {@code problems}.
     *
     * @param folder where its relative paths start
     */
    public static Optional<Plan> read(SourceText source, Path folder, Problems problems) {
        Optional<Node> document = YamlReader.read(source, problems);
        if (document.isEmpty()) {
            return Optional.empty();
        }
        Fields fields = Fields.of(document.get(), problems);
        FileFormat.require(fields);
        String title = fields.optionalProse("plan").orElse("");
        boolean keepGoing = fields.choice("on-failure", Map.of("keep-going", true, "fail-fast", false), true);
        String standards = fields.optionalText("standards").orElse("");
        String archive = fields.optionalText("archive").orElse("");
        List<Run> runs = new ArrayList<>();
        for (Fields run : fields.sections("runs")) {
            read(run, standards, runs);
        }
        if (runs.isEmpty() && !problems.hasErrors()) {
            fields.error("no-runs", "runs", Text.of("计划里没有要做的事", "the plan has nothing to do"));
        }
        fields.finish();
        Plan plan = new Plan(title, keepGoing, standards, archive, runs);
        new Clashes(plan, folder, problems).refuse(fields.place("archive"));
        return problems.hasErrors() ? Optional.empty() : Optional.of(plan);
    }

    /** Returns this plan, stopping at the first failure. */
    Plan failingFast() {
        return new Plan(title, false, standards, archive, runs);
    }

    /** Returns where the archive of {@code run} goes. */
    String archiveOf(Run run) {
        return fill(archive, Map.of("year", "" + run.year()));
    }

    private static void read(Fields fields, String standards, List<Run> runs) {
        String id = fields.optionalText("id").orElse("{year}");
        List<String> years = required(fields, "years");
        List<String> chosen = required(fields, "standard");
        List<String> sheets = required(fields, "sheets");
        List<Setting> files = new ArrayList<>();
        for (String key : FILES) {
            List<String> values = fields.texts(key);
            if (values.size() > 1 && !SEVERAL.contains(key)) {
                fields.error("one-only", key, Text.of("“%s”只能有一个", "there can be only one \"%s\"", key));
            }
            values.forEach(value -> files.add(new Setting("--" + key, value)));
        }
        List<Setting> words = new ArrayList<>();
        if (!standards.isEmpty()) {
            words.add(new Setting("--standards", standards));
        }
        for (String key : WORDS) {
            fields.optionalText(key).ifPresent(value -> words.add(new Setting("--" + key, value)));
        }
        List<Setting> outputs = new ArrayList<>();
        required(fields, "outputs").forEach(value -> outputs.add(new Setting("-o", value)));
        for (String key : TABLES) {
            fields.optionalText(key).ifPresent(value -> outputs.add(new Setting("--" + key, value)));
        }
        Optional<Papers> papers = papers(fields, outputs);
        for (String year : years) {
            if (!year.matches("[12][0-9]{3}")) {
                fields.error("not-a-year", "years", Text.of("“%s”不是年份", "\"%s\" is no year", year));
                continue;
            }
            for (String standard : chosen) {
                String named = standard.replace("{year}", year);
                String name = fill(id, Map.of("year", year, "standard", named.replace('/', '-')));
                UnaryOperator<String> filled =
                        text -> fill(text, Map.of("year", year, "standard", named.replace('/', '-'), "id", name));
                runs.add(new Run(
                        name,
                        Integer.parseInt(year),
                        named,
                        sheets.stream().map(filled).toList(),
                        fill(files, filled),
                        words,
                        fill(outputs, filled),
                        papers.map(one -> one.filled(filled)).orElse(null),
                        fields.place()));
            }
        }
    }

    private static Optional<Papers> papers(Fields fields, List<Setting> outputs) {
        Optional<String> settings = fields.optionalText("papers");
        Optional<String> folder = fields.optionalText("papers-output");
        List<String> formats = fields.texts("papers-format");
        if (settings.isEmpty() && (folder.isPresent() || !formats.isEmpty())) {
            fields.error("missing-key", "papers", Text.of("缺少“%s”", "\"%s\" is missing", "papers"));
        }
        if (settings.isPresent() && folder.isEmpty()) {
            fields.error("missing-key", "papers-output", Text.of("缺少“%s”", "\"%s\" is missing", "papers-output"));
        }
        if (settings.isPresent() && Run.result(outputs).isEmpty()) {
            fields.error(
                    "no-result",
                    "papers",
                    Text.of("公文由结果生成，outputs 中应有 .json", "papers are made of a result; add a .json to outputs"));
        }
        return settings.flatMap(file -> folder.map(to -> new Papers(file, to, formats)));
    }

    private static List<String> required(Fields fields, String key) {
        List<String> texts = fields.texts(key);
        if (texts.isEmpty()) {
            fields.error("missing-key", key, Text.of("缺少“%s”", "\"%s\" is missing", key));
        }
        return texts;
    }

    private static List<Setting> fill(List<Setting> settings, UnaryOperator<String> filled) {
        return settings.stream()
                .map(setting -> new Setting(setting.option(), filled.apply(setting.value())))
                .toList();
    }

    private static String fill(String template, Map<String, String> values) {
        String text = template;
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", value.getValue());
        }
        return text;
    }
}
