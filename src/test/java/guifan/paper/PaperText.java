package guifan.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** What a paper says, read from its file: a line for each paragraph and each row of a table. */
public final class PaperText {

    private static final String CELL = " | ";

    private PaperText() {}

    /** Returns the lines of the paper in {@code file}, whatever its format. */
    public static List<String> of(Path file) throws IOException {
        String name = file.toString();
        return name.endsWith(".docx") ? docx(file) : name.endsWith(".html") ? html(file) : markdown(file);
    }

    private static List<String> docx(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        try (XWPFDocument document = new XWPFDocument(Files.newInputStream(file))) {
            for (IBodyElement element : document.getBodyElements()) {
                if (element instanceof XWPFTable table) {
                    for (XWPFTableRow row : table.getRows()) {
                        lines.add(String.join(
                                CELL,
                                row.getTableCells().stream()
                                        .map(XWPFTableCell::getText)
                                        .toList()));
                    }
                } else if (element instanceof XWPFParagraph paragraph) {
                    lines.add(paragraph.getText());
                }
            }
        }
        return lines;
    }

    private static List<String> html(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Element element : Jsoup.parse(Files.readString(file)).select("h1, h2, p, tr")) {
            lines.add(
                    element.normalName().equals("tr")
                            ? String.join(
                                    CELL,
                                    element.children().stream()
                                            .map(Element::wholeText)
                                            .toList())
                            : element.wholeText());
        }
        return lines;
    }

    private static List<String> markdown(Path file) throws IOException {
        return Files.readString(file)
                .lines()
                .filter(line -> !line.isEmpty() && !line.startsWith("| ---"))
                .map(line -> line.startsWith("| ") ? line.replaceAll("^\\| | \\|$", "") : line.replaceAll("^#+ ", ""))
                .map(line -> line.replaceAll("\\\\(.)", "$1")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&amp;", "&"))
                .toList();
    }
}
