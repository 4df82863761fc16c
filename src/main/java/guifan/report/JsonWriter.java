package guifan.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import guifan.evaluate.Evaluation;
import guifan.evaluate.Evaluation.Input;
import guifan.evaluate.Producer;
import guifan.evaluate.UnitResult;
import guifan.number.Rational;
import guifan.number.Rounding;
import guifan.source.Language;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.CharBuffer;
import java.util.List;
import java.util.Map;

/** The archive form, which {@link JsonReader} reads back; unit by unit, so that it can be long. */
public final class JsonWriter implements Report {

    /** Minor versions only add; {@link ResultSchema} tells what there is. */
    static final String FORMAT_VERSION = "1.0";

    private static final Rounding FOUR = new Rounding(4, Rounding.Mode.HALF_UP);

    private final String version;

    JsonWriter() {
        this(Producer.version());
    }

    /** Makes one that writes what an earlier version of the program would have, as far as it can tell. */
    JsonWriter(String version) {
        this.version = version;
    }

    @Override
    public void write(Evaluation evaluation, Language language, Appendable out) throws IOException {
        JsonGenerator generator = generator(out);
        generator.writeStartObject();
        for (Map.Entry<String, Object> member : head(evaluation).entrySet()) {
            generator.writeFieldName(member.getKey());
            value(generator, member.getValue());
        }
        generator.writeArrayFieldStart("units");
        for (UnitResult unit : evaluation.units()) {
            value(generator, UnitJson.of(unit, evaluation.standard()));
        }
        generator.writeEndArray();
        if (!evaluation.checks().isEmpty()) {
            generator.writeFieldName("checks");
            value(generator, evaluation.checks().stream().map(CheckJson::of).toList());
        }
        if (!evaluation.groups().isEmpty()) {
            generator.writeFieldName("groups");
            value(
                    generator,
                    evaluation.groups().stream()
                            .map(group -> GroupJson.of(group, evaluation.standard()))
                            .toList());
        }
        generator.writeEndObject();
        generator.close();
        out.append('\n');
    }

    /** Writes one object, as texts, numbers, truth values, lists and maps. */
    static void write(Map<String, Object> object, Appendable out) throws IOException {
        JsonGenerator generator = generator(out);
        value(generator, object);
        generator.close();
        out.append('\n');
    }

    private static JsonGenerator generator(Appendable out) throws IOException {
        return JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build()
                .createGenerator(new To(out))
                .setPrettyPrinter(new Lines());
    }

    /** Returns {@code members}, which are texts, numbers, truth values, and lists and maps of them, on one line. */
    public static String line(Map<String, Object> members) {
        StringWriter line = new StringWriter();
        try (JsonGenerator generator = new JsonFactory().createGenerator(line)) {
            value(generator, members);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString();
    }

    private Map<String, Object> head(Evaluation evaluation) {
        Members head = new Members()
                .with("formatVersion", FORMAT_VERSION)
                .with(
                        "producedBy",
                        new Members()
                                .with("name", "guifan")
                                .with("version", version)
                                .object())
                .with("standard", CardJson.of(evaluation.standard()))
                .with(
                        "inputs",
                        evaluation.inputs().stream().map(JsonWriter::input).toList())
                .with("year", evaluation.year())
                .with("stage", evaluation.stage().word())
                .with(
                        "unrated",
                        evaluation.unrated().stream().map(UnratedJson::of).toList())
                .with("roster", evaluation.roster() == null ? null : input(evaluation.roster()))
                .with("overrides", OverridesJson.of(evaluation));
        TakenJson.add(head, evaluation.taken());
        head.with("decisions", DecisionsJson.of(evaluation.decisions()));
        head.with("history", HistoryJson.of(evaluation.history()));
        return head.object();
    }

    static Map<String, Object> input(Input input) {
        return new Members()
                .with("name", UnitJson.baseName(input.name()))
                .with("sha256", input.sha256())
                .object();
    }

    private static void value(JsonGenerator generator, Object value) throws IOException {
        if (value instanceof Map<?, ?> object) {
            generator.writeStartObject();
            for (Map.Entry<?, ?> member : object.entrySet()) {
                generator.writeFieldName((String) member.getKey());
                value(generator, member.getValue());
            }
            generator.writeEndObject();
        } else if (value instanceof List<?> list) {
            generator.writeStartArray();
            for (Object one : list) {
                value(generator, one);
            }
            generator.writeEndArray();
        } else if (value instanceof Rational number) {
            number(generator, number);
        } else if (value instanceof Integer number) {
            generator.writeNumber(number);
        } else if (value instanceof Boolean flag) {
            generator.writeBoolean(flag);
        } else {
            generator.writeString((String) value);
        }
    }

    private static void number(JsonGenerator generator, Rational number) throws IOException {
        if (number.isDecimal()) {
            generator.writeNumber(number.toString());
        } else {
            String rounded = FOUR.apply(number).toString();
            generator.writeRawValue("{\"fraction\": \"" + number + "\", \"rounded\": " + rounded + "}");
        }
    }

    /** Breaks lines down to the fields of an indicator; what is deeper stays on one line. */
    private static final class Lines extends MinimalPrettyPrinter {

        private static final long serialVersionUID = 1;
        private static final int DEEPEST = 7;

        private int level;

        Lines() {
            super("");
        }

        @Override
        public void writeStartObject(JsonGenerator generator) throws IOException {
            generator.writeRaw('{');
            level++;
        }

        @Override
        public void beforeObjectEntries(JsonGenerator generator) throws IOException {
            line(generator);
        }

        @Override
        public void writeObjectFieldValueSeparator(JsonGenerator generator) throws IOException {
            generator.writeRaw(": ");
        }

        @Override
        public void writeObjectEntrySeparator(JsonGenerator generator) throws IOException {
            next(generator);
        }

        @Override
        public void writeEndObject(JsonGenerator generator, int entries) throws IOException {
            end(generator, entries, '}');
        }

        @Override
        public void writeStartArray(JsonGenerator generator) throws IOException {
            generator.writeRaw('[');
            level++;
        }

        @Override
        public void beforeArrayValues(JsonGenerator generator) throws IOException {
            line(generator);
        }

        @Override
        public void writeArrayValueSeparator(JsonGenerator generator) throws IOException {
            next(generator);
        }

        @Override
        public void writeEndArray(JsonGenerator generator, int values) throws IOException {
            end(generator, values, ']');
        }

        private void line(JsonGenerator generator) throws IOException {
            if (level <= DEEPEST) {
                generator.writeRaw("\n" + "  ".repeat(level));
            }
        }

        private void next(JsonGenerator generator) throws IOException {
            generator.writeRaw(level <= DEEPEST ? "," : ", ");
            line(generator);
        }

        private void end(JsonGenerator generator, int number, char bracket) throws IOException {
            level--;
            if (number > 0 && level < DEEPEST) {
                generator.writeRaw("\n" + "  ".repeat(level));
            }
            generator.writeRaw(bracket);
        }
    }

    /** Hands on to an {@link Appendable}. */
    private static final class To extends Writer {

        private final Appendable out;

        To(Appendable out) {
            this.out = out;
        }

        @Override
        public void write(char[] characters, int from, int length) throws IOException {
            if (out instanceof Writer writer) {
                writer.write(characters, from, length);
            } else {
                out.append(CharBuffer.wrap(characters, from, length));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
