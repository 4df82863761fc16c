package guifan.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import guifan.cli.Cli;
import guifan.evaluate.Evaluation;
import guifan.evaluate.Stage;
import guifan.source.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every result is as the schema says, and has no member that the schema does not describe. */
class ResultSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final URI CLOSED = URI.create("urn:closed");

    /** Returns the errors of results under the schema in which no other members are allowed. */
    private static List<String> errors(String result) throws IOException {
        JsonNode schema = JSON.readTree(ResultSchema.text());
        close(schema);
        Validator validator = new ValidatorFactory()
                .withJsonNodeFactory(new JacksonNode.Factory())
                .createValidator();
        validator.registerSchema(CLOSED, schema.toString());
        return validator.validate(CLOSED, result).getErrors().stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getError())
                .toList();
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object
                && object.has("properties")
                && object.path("type").isTextual()) {
            object.put("additionalProperties", false);
        }
        schema.forEach(ResultSchemaTest::close);
    }

    private static String json(Evaluation evaluation) throws IOException {
        StringBuilder json = new StringBuilder();
        new JsonWriter().write(evaluation, Language.ZH, json);
        return json.toString();
    }

    @Test
    void randomAndSampleResultsAreAsTheSchemaSays() throws IOException {
        RandomEvaluations random = new RandomEvaluations(11);
        for (int i = 0; i < 100; i++) {
            String json = json(random.next());
            assertThat(errors(json)).as(json).isEmpty();
        }
        assertThat(errors(json(SampleUnits.all()))).isEmpty();
        assertThat(errors(json(CheckJsonTest.evaluation(Stage.FINAL)))).isEmpty();
    }

    private static final List<String> SHEETS = List.of(
            "--standard 2018 examples/2018/scores.csv",
            "--standard liaison-station/2019 examples/liaison-station/stations.csv",
            "--standard livelihood-project/2019 examples/livelihood-project/projects.csv",
            "--standard innovation-case/2019 examples/innovation-case/cases.csv",
            "--standard examples/jury/jury.yaml examples/jury/scores.csv",
            "--standard 2019 examples/2019/scores.csv --roster examples/roster.csv",
            "--standard 2019.0 examples/2019/scores.csv --partial",
            "--standard 2019 examples/2020/scores.csv",
            "--standard 2019 examples/commands/overrides/scores.csv --overrides examples/commands/overrides/overrides.csv",
            "--standard 2019 examples/commands/partial/scores.csv --partial");

    static List<String> sheets() {
        return SHEETS;
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void resultsOfTheExampleSheetsAreAsTheSchemaSays(String arguments) throws IOException {
        String result = run(("evaluate " + arguments + " -q --format json").split(" ", -1));
        assertThat(result).startsWith("{");
        assertThat(errors(result)).isEmpty();
    }

    @Test
    void archivedExamplesAndThoseOfEveryRuleAreAsTheSchemaSays() throws IOException {
        for (Map.Entry<Path, String> result : examples().entrySet()) {
            assertThat(errors(result.getValue())).as(result.getKey().toString()).isEmpty();
        }
    }

    /** Returns the archived results of the examples, and those of the standards that lie beside a sheet. */
    private static Map<Path, String> examples() throws IOException {
        Map<Path, String> results = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("examples"))) {
            for (Path file : files.toList()) {
                Path sheet = file.resolveSibling("scores.csv");
                if (file.endsWith("results.json")) {
                    results.put(file, Files.readString(file));
                } else if (file.endsWith("example.yaml")
                        && Files.exists(sheet)
                        && !file.startsWith("examples/errors")) {
                    results.put(
                            file,
                            run("evaluate", "--standard", file.toString(), sheet.toString(), "-q", "--format", "json"));
                }
            }
        }
        assertThat(results).hasSizeGreaterThan(20);
        return results;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"stage\": \"final\" -> \"stage\": \"last\"",
                "\"formatVersion\": \"1.0\" -> \"formatVersion\": \"2.0\"",
                "\"rank\": 1 -> \"rank\": \"1\"",
                "\"score\":  -> \"points\": ",
                "\"state\": \"value\" -> \"state\": \"full\""
            })
    void whatTheSchemaDoesNotAllowIsFound(String change) throws IOException {
        String[] parts = change.split(" -> ", -1);
        String result = json(SampleUnits.all());
        assertThat(result).contains(parts[0]);
        assertThat(errors(result.replace(parts[0], parts[1]))).isNotEmpty();
    }

    @Test
    void everyMemberOfTheSchemaOccurs() throws IOException {
        JsonNode schema = JSON.readTree(ResultSchema.text());
        Set<String> declared = new TreeSet<>();
        declared(schema, declared);
        Set<String> written = new HashSet<>();
        RandomEvaluations random = new RandomEvaluations(7);
        for (int i = 0; i < 60; i++) {
            names(JSON.readTree(json(random.next())), written);
        }
        for (String result : examples().values()) {
            names(JSON.readTree(result), written);
        }
        names(JSON.readTree(json(CheckJsonTest.evaluation(Stage.FINAL))), written);
        for (String arguments : SHEETS) {
            names(JSON.readTree(run(("evaluate " + arguments + " -q --format json").split(" ", -1))), written);
        }
        declared.removeAll(written);
        assertThat(declared).isEmpty();
    }

    private static void declared(JsonNode schema, Set<String> names) {
        JsonNode properties = schema.path("properties");
        properties.fieldNames().forEachRemaining(names::add);
        schema.forEach(inner -> declared(inner, names));
    }

    private static void names(JsonNode json, Set<String> names) {
        json.fieldNames().forEachRemaining(names::add);
        json.forEach(inner -> names(inner, names));
    }

    @Test
    void theProgramPrintsTheSchema() {
        assertThat(run("schema")).isEqualTo(ResultSchema.text()).contains("json-schema.org");
    }

    private static String run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Map<String, String> environment = Map.of("GUIFAN_STANDARDS", "standards");
        Cli.run(
                Path.of(""),
                InputStream.nullInputStream(),
                new PrintWriter(out),
                new PrintWriter(err),
                environment,
                arguments);
        return out.toString();
    }
}
