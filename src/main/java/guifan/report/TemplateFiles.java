package guifan.report;

import guifan.report.Template.Layout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The empty sheets of a standard as files.
 *
 * @param layout the layout asked for, or null for the usual one of each kind of file
 */
public record TemplateFiles(Template template, @Nullable Layout layout) {

    /** The formats of sheets. */
    public enum Format {
        CSV("csv"),
        XLSX("xlsx");

        private final String ending;

        Format(String ending) {
            this.ending = ending;
        }
    }

    /** Returns everything in one CSV file, empty if that would be many sheets. */
    public Optional<String> csv() throws IOException {
        Layout chosen = layout == null ? Layout.WIDE : layout;
        StringBuilder text = new StringBuilder();
        if (chosen != Layout.UNIT) {
            template.writeCsv(chosen, text);
        } else if (template.sheets().size() == 1) {
            template.writeCsv(template.sheets().get(0), text);
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text.toString());
    }

    /** Returns everything in one workbook: a worksheet per unit where the units are known, unless asked otherwise. */
    public byte[] workbook() throws IOException {
        Layout chosen = layout != null ? layout : template.units().isEmpty() ? Layout.WIDE : Layout.UNIT;
        return switch (chosen) {
            case WIDE -> XlsxTemplate.wide(template);
            case LONG -> XlsxTemplate.longRows(template);
            case UNIT -> XlsxUnitSheet.of(template, template.sheets());
        };
    }

    /** Returns a file for each unit by its name; a unit without a name is called after its kind. */
    public Map<String, byte[]> each(Format format) throws IOException {
        FileNames names = new FileNames();
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (TemplateUnit unit : template.sheets()) {
            String name = unit.name().isEmpty() ? unit.kind() : unit.name();
            files.put(names.of(name, format.ending), sheet(unit, format));
        }
        return files;
    }

    private byte[] sheet(TemplateUnit unit, Format format) throws IOException {
        if (format == Format.XLSX) {
            return XlsxUnitSheet.of(template, List.of(unit));
        }
        StringBuilder text = new StringBuilder();
        template.writeCsv(unit, text);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
