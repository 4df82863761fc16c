package guifan.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A workbook put together part by part after the form that ECMA-376 documents, so that it can be wrong in every way.
 *
 * <p>Excel and WPS cannot be run where this is built; what they are known to write is written like this.
 */
public final class RawWorkbook {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final StringBuilder sheets = new StringBuilder();
    private final StringBuilder relations = new StringBuilder();
    private final StringBuilder overrides = new StringBuilder();
    private int count;

    /** A cell as XML, in which {@code @} stands for its reference. */
    public record Xml(String text) {}

    public static RawWorkbook of(String... rows) {
        return new RawWorkbook().sheet("Sheet1", "visible", rows);
    }

    public static Xml xml(String text) {
        return new Xml(text);
    }

    /** A number of the format of index {@code style}, see {@link #formats}. */
    public static Xml number(String value, int style) {
        return new Xml("<c r='@' s='" + style + "'><v>" + value + "</v></c>");
    }

    /** Texts are written into the cell, numbers as numbers; null is no cell. */
    public static String row(int number, Object... cells) {
        StringBuilder row = new StringBuilder("<row r='" + number + "'>");
        for (int i = 0; i < cells.length; i++) {
            String reference = CellPlace.letters(i + 1) + number;
            if (cells[i] instanceof Xml xml) {
                row.append(xml.text().replace("@", reference));
            } else if (cells[i] instanceof Number value) {
                row.append("<c r='" + reference + "'><v>" + value + "</v></c>");
            } else if (cells[i] != null) {
                row.append("<c r='" + reference + "' t='inlineStr'><is><t>" + cells[i] + "</t></is></c>");
            }
        }
        return row.append("</row>").toString();
    }

    /** Adds a worksheet; its state is visible, hidden or veryHidden. */
    public RawWorkbook sheet(String name, String state, String... rows) {
        count++;
        sheets.append("<sheet name='%s' sheetId='%d' state='%s' r:id='rId%d'/>".formatted(name, count, state, count));
        relations.append("<Relationship Id='rId%d' Type='%s/worksheet' Target='worksheets/sheet%d.xml'/>"
                .formatted(count, DOCUMENT, count));
        return part(
                "xl/worksheets/sheet" + count + ".xml",
                "<worksheet xmlns='" + MAIN + "'><sheetData>" + String.join("", rows) + "</sheetData></worksheet>");
    }

    /** Adds the table of texts, each item given as the XML inside it. */
    public RawWorkbook texts(String... items) {
        overrides.append("<Override PartName='/xl/sharedStrings.xml' ContentType='" + TYPE + "sharedStrings+xml'/>");
        return part(
                "xl/sharedStrings.xml",
                "<sst xmlns='" + MAIN + "'><si>" + String.join("</si><si>", items) + "</si></sst>");
    }

    /** Adds the styles from 1 on that have these format codes, or these numbers of formats. */
    public RawWorkbook formats(String... codes) {
        overrides.append("<Override PartName='/xl/styles.xml' ContentType='" + TYPE + "styles+xml'/>");
        StringBuilder known = new StringBuilder();
        StringBuilder used = new StringBuilder("<xf numFmtId='0'/>");
        for (int i = 0; i < codes.length; i++) {
            boolean number = codes[i].matches("[0-9]+");
            used.append("<xf numFmtId='" + (number ? codes[i] : 176 + i) + "'/>");
            known.append(number ? "" : "<numFmt numFmtId='" + (176 + i) + "' formatCode='" + escaped(codes[i]) + "'/>");
        }
        return part(
                "xl/styles.xml",
                "<styleSheet xmlns='" + MAIN + "'><numFmts>" + known + "</numFmts><cellStyleXfs><xf numFmtId='9'/>"
                        + "</cellStyleXfs><cellXfs>" + used + "</cellXfs></styleSheet>");
    }

    public RawWorkbook part(String name, String text) {
        return part(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public RawWorkbook part(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    InputFile file() {
        return InputFile.of("a.xlsx", bytes());
    }

    public byte[] bytes() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put(
                "[Content_Types].xml",
                utf8("<Types xmlns='" + PACKAGE + "/content-types'><Override PartName='/xl/workbook.xml' ContentType='"
                        + TYPE + "sheet.main+xml'/>" + overrides + "</Types>"));
        all.put(
                "xl/workbook.xml",
                utf8("<workbook xmlns='" + MAIN + "' xmlns:r='" + DOCUMENT + "'><sheets>" + sheets
                        + "</sheets></workbook>"));
        all.put(
                "xl/_rels/workbook.xml.rels",
                utf8("<Relationships xmlns='" + PACKAGE + "/relationships'>" + relations + "</Relationships>"));
        all.putAll(parts);
        return zip(all);
    }

    static byte[] zip(Map<String, byte[]> parts) {
        return zip(parts, Deflater.DEFAULT_COMPRESSION);
    }

    static byte[] zip(Map<String, byte[]> parts, int level) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(level);
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static String escaped(String text) {
        return text.replace("&", "&amp;").replace("'", "&apos;").replace("<", "&lt;");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
