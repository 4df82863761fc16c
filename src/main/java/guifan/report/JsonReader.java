package guifan.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import guifan.evaluate.Evaluation;
import guifan.evaluate.Evaluation.Input;
import guifan.evaluate.History;
import guifan.evaluate.StandardCard;
import guifan.number.Rational;
import guifan.source.CellPlace;
import guifan.source.Diagnostic;
import guifan.source.InputException;
import guifan.source.Place;
import guifan.source.SourceText;
import guifan.source.Text;
import guifan.source.Width;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what {@link ReportFormat#JSON} wrote; strictly, because archived results are evidence. */
public final class JsonReader {

    /** The member by which a trial is known. */
    static final String TRIAL = "trial";

    private static final int DEEPEST = 100;
    private static final int MOST_DIGITS = 400;

    private JsonReader() {}

    /**
     * Returns the evaluation that {@code json} holds.
     *
     * @param file where it was read, for messages
     * @throws InputException if it is not JSON, not a result, or of another format version
     */
    public static Evaluation read(String file, String json) throws InputException {
        try {
            return read(json);
        } catch (ResultFormatException e) {
            Place place = new CellPlace(file, "", 0, 0, 0, "");
            throw new InputException(
                    InputException.Subject.DATA,
                    List.of(new Diagnostic(Diagnostic.Severity.ERROR, "result-format", place, e.text())));
        }
    }

    /**
     * Returns the evaluation that {@code json} holds, as {@link #read(String, String)} does.
     *
     * @throws InputException if it is not JSON, not a result, or of another format version
     */
    public static Evaluation read(SourceText json) throws InputException {
        return read(json.file(), json.text());
    }

    private static Evaluation read(String json) throws ResultFormatException {
        JsonFields fields = new JsonFields(parse(json.startsWith("\uFEFF") ? json.substring(1) : json), "");
        if (!fields.words(TRIAL).en().isEmpty()) {
            throw new ResultFormatException(Text.of("这是试算，不是评价结果", "this is a trial, not a result"));
        }
        String version = fields.requiredText("formatVersion");
        if (!version.startsWith("1.")) {
            throw new ResultFormatException(Text.of(
                    "评价结果的格式版本是 %s，本程序只能读 1.x",
                    "the result is of format version %s; this program reads 1.x", Width.visible(version)));
        }
        StandardCard card = fields.object("standard", CardJson::read);
        Evaluation evaluation = new Evaluation(
                card,
                fields.list("inputs", JsonReader::input),
                fields.optionalInteger("year"),
                CheckJson.stage(fields),
                fields.list("units", UnitJson::read),
                fields.list("unrated", UnratedJson::read),
                fields.optional("overrides", OverridesJson::read),
                fields.list("checks", CheckJson::read),
                fields.optional("roster", JsonReader::input),
                fields.list("groups", GroupJson::read),
                TakenJson.read(fields),
                history(fields),
                fields.optional("decisions", DecisionsJson::read));
        ResultCheck.check(evaluation);
        return evaluation;
    }

    private static History history(JsonFields fields) throws ResultFormatException {
        @Nullable History history = fields.optional("history", HistoryJson::read);
        return history == null ? History.NONE : history;
    }

    private static Input input(JsonFields fields) throws ResultFormatException {
        return new Input(fields.text("name"), fields.text("sha256"));
    }

    /** Returns JSON as texts, numbers, truth values, lists and maps. */
    static Object parse(String json) throws ResultFormatException {
        try {
            return value(mapper().readTree(json));
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            Text place = at == null
                    ? Text.of("")
                    : Text.of("（第 %s 行第 %s 列）", " (line %s, column %s)", at.getLineNr(), at.getColumnNr());
            throw new ResultFormatException(new Text("不是有效的 JSON", "this is not valid JSON").plus(place));
        } catch (NumberFormatException e) { // an exponent beyond all measure
            throw tooLong();
        }
    }

    private static ObjectMapper mapper() {
        StreamReadConstraints bounds =
                StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build();
        return JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(bounds).build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
    }

    /** Returns the node as texts, numbers, truth values, lists and maps. */
    private static Object value(JsonNode node) throws ResultFormatException {
        if (node.isObject()) {
            Map<String, Object> object = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                object.put(member.getKey(), value(member.getValue()));
            }
            return object;
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            for (JsonNode one : node) {
                list.add(value(one));
            }
            return list;
        }
        if (node.isNumber()) {
            return number(node.decimalValue());
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isTextual()) {
            return node.textValue();
        }
        throw new ResultFormatException(new Text("评价结果中没有空值", "a result has no null values"));
    }

    /** A number with a huge exponent would fill the memory when written out. */
    private static Rational number(BigDecimal number) throws ResultFormatException {
        if (number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS) {
            var parsed = Rational.parse(number.toPlainString());
            if (parsed.isPresent()) {
                return parsed.get();
            }
        }
        throw tooLong();
    }

    private static ResultFormatException tooLong() {
        return new ResultFormatException(new Text("评价结果中的数字过长", "a number in the result is too long"));
    }
}
