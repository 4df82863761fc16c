package guifan.cli;

import guifan.source.CellPlace;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Sheets as rows of text, and how their cells are changed without changing anything else in a file. */
final class Grids {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private Grids() {}

    /** Returns the rows of a CSV file, in UTF-8 with or without a mark at its start. */
    static List<List<String>> ofCsv(String text) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (CSVParser parser = CSVFormat.RFC4180.parse(new StringReader(text.replace("\uFEFF", "")))) {
            for (CSVRecord record : parser) {
                rows.add(Arrays.asList(record.values()));
            }
        }
        return rows;
    }

    /** Returns CSV as Excel saves it: CRLF, and quotes only where they are needed. */
    static String csv(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            List<String> cells = row.stream()
                    .map(cell -> cell.matches("(?s).*[,\"\r\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell)
                    .toList();
            text.append(String.join(",", cells)).append("\r\n");
        }
        return text.toString();
    }

    /** Returns the rows of each worksheet by its name; rows and cells that are not there are empty. */
    static Map<String, List<List<String>>> ofWorkbook(byte[] workbook) throws IOException {
        Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            for (Sheet sheet : book.getSheets().toList()) {
                List<List<String>> rows = new ArrayList<>();
                for (Row row : sheet.read()) {
                    while (rows.size() < row.getRowNum()) {
                        rows.add(new ArrayList<>());
                    }
                    row.forEach(cell -> rows.get(row.getRowNum() - 1).add(cell == null ? "" : cell.getText()));
                }
                sheets.put(sheet.getName(), rows);
            }
        }
        return sheets;
    }

    /** Returns {@code workbook} with its worksheets as {@code change} makes them; formats and checks stay. */
    static byte[] changed(byte[] workbook, UnaryOperator<List<List<String>>> change) throws Exception {
        List<List<List<String>>> grids = List.copyOf(ofWorkbook(workbook).values());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String name = entry.getName();
                byte[] part = in.readAllBytes();
                if (name.matches("xl/worksheets/sheet[0-9]+\\.xml")) {
                    int number = Integer.parseInt(name.replaceAll("[^0-9]", ""));
                    List<List<String>> grid = grids.get(number - 1);
                    part = isSheet(grid) ? changed(part, grid, change.apply(grid)) : part;
                }
                out.putNextEntry(new ZipEntry(name));
                out.write(part);
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static boolean isSheet(List<List<String>> grid) {
        return grid.stream().anyMatch(row -> row.contains("指标代码") || (row.contains("单位") && row.contains("类别")));
    }

    private static byte[] changed(byte[] part, List<List<String>> before, List<List<String>> after) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(part));
        Map<Integer, Element> rows = new TreeMap<>();
        NodeList all = document.getElementsByTagNameNS(MAIN, "row");
        for (int i = 0; i < all.getLength(); i++) {
            Element row = (Element) all.item(i);
            rows.put(Integer.parseInt(row.getAttribute("r")), row);
        }
        for (int i = 0; i < after.size(); i++) {
            for (int j = 0; j < after.get(i).size(); j++) {
                String text = after.get(i).get(j);
                if (!text.equals(before.get(i).get(j))) {
                    set(rows.get(i + 1), CellPlace.letters(j + 1), i + 1, text);
                }
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(out));
        return out.toByteArray();
    }

    private static void set(Element row, String column, int record, String text) {
        Document document = row.getOwnerDocument();
        Element cell = null;
        Node next = null;
        for (Node node = row.getFirstChild(); node != null && next == null; node = node.getNextSibling()) {
            if (node instanceof Element found) {
                String at = found.getAttribute("r").replaceAll("[0-9]", "");
                if (at.equals(column)) {
                    cell = found;
                } else if (at.length() > column.length()
                        || (at.length() == column.length() && at.compareTo(column) > 0)) {
                    next = node;
                }
            }
        }
        if (cell == null) {
            cell = document.createElementNS(MAIN, "c");
            cell.setAttribute("r", column + record);
            row.insertBefore(cell, next);
        }
        while (cell.hasChildNodes()) {
            cell.removeChild(cell.getFirstChild());
        }
        boolean number = text.matches("[0-9]+(\\.[0-9]+)?");
        cell.setAttribute("t", number ? "n" : "inlineStr");
        Element value = document.createElementNS(MAIN, number ? "v" : "t");
        value.setTextContent(text);
        Element inside = number ? cell : (Element) cell.appendChild(document.createElementNS(MAIN, "is"));
        inside.appendChild(value);
    }
}
