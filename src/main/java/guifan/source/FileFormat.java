package guifan.source;

/** The number by which a YAML file says how it is to be read, so that a later program knows an old file. */
public final class FileFormat {

    private FileFormat() {}

    /** Reads {@code format:} and reports it if it is missing or another than the one there is. */
    public static void require(Fields fields) {
        if (!fields.optionalProse("format").orElse("").equals("1")) {
            fields.error("format", "format", Text.of("应为“format: 1”", "\"format: 1\" is expected"));
        }
    }
}
