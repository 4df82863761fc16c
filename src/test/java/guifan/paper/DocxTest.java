package guifan.paper;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.paper.Paper.Block;
import guifan.source.Language;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** Papers as documents, part by part. */
class DocxTest {

    private static final String WORDS = """
            > 示例〔2020〕1号
            # 通报
            : 各单位：
            现将“结果”通报如下。
            ## 一、结果
            |单位|得分|
            |白沙镇|93.27|
            > 台山市人大常委会
            > 2020年1月15日
            """;

    private static Map<String, String> parts(String words) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        byte[] document = Docx.of(Paper.parse(words), Language.ZH);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(document))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                assertThat(entry.getTimeLocal()).isEqualTo(LocalDateTime.of(2000, 1, 1, 0, 0));
                parts.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    private static Document xml(String part) {
        return Jsoup.parse(part, "", Parser.xmlParser());
    }

    private static Document document(String words) throws IOException {
        return xml(parts(words).get("word/document.xml"));
    }

    private static List<String> styles(Document document) {
        return document.select("w|body > w|p").stream()
                .map(p -> p.select("w|pStyle").attr("w:val"))
                .toList();
    }

    @Test
    void thePageIsThatOfOfficialDocuments() throws IOException {
        Document page = document(WORDS);
        Element size = page.selectFirst("w|pgSz");
        assertThat(size.attr("w:w") + " " + size.attr("w:h")).isEqualTo("11906 16838");
        Element margins = page.selectFirst("w|pgMar");
        assertThat(margins.attr("w:top")).isEqualTo(twentieths(37));
        assertThat(margins.attr("w:right")).isEqualTo(twentieths(26));
        assertThat(margins.attr("w:bottom")).isEqualTo(twentieths(35));
        assertThat(margins.attr("w:left")).isEqualTo(twentieths(28));
        assertThat(page.selectFirst("w|docGrid").attr("w:linePitch")).isEqualTo("579");
    }

    private static String twentieths(int millimetres) {
        return String.valueOf(Math.round(millimetres * 1440 / 25.4));
    }

    @Test
    void everyStyleSaysWhichChineseFontItIsSetIn() throws IOException {
        Document styles = xml(parts(WORDS).get("word/styles.xml"));
        assertThat(styles.selectFirst("w|rPrDefault w|rFonts").attr("w:eastAsia"))
                .isEqualTo("仿宋_GB2312");
        assertThat(styles.selectFirst("w|rPrDefault w|sz").attr("w:val")).isEqualTo("32");
        Element title = styles.selectFirst("w|style[w:styleId=Title]");
        assertThat(title.selectFirst("w|rFonts").attr("w:eastAsia")).isEqualTo("方正小标宋简体");
        assertThat(title.selectFirst("w|sz").attr("w:val")).isEqualTo("44");
        assertThat(styles.selectFirst("w|style[w:styleId=Heading1] w|rFonts").attr("w:eastAsia"))
                .isEqualTo("黑体");
        Document fonts = xml(parts(WORDS).get("word/fontTable.xml"));
        for (Element font : styles.select("w|rFonts")) {
            String name = font.attr("w:eastAsia");
            assertThat(fonts.select("w|font[w:name=" + name + "] > w|altName"))
                    .as(name)
                    .hasSize(1);
        }
        for (Element run : document(WORDS).select("w|r")) {
            assertThat(run.selectFirst("w|rFonts").attr("w:hint")).isEqualTo("eastAsia");
        }
    }

    @Test
    void partsOfAPaperHaveStylesAndEveryStyleIsThere() throws IOException {
        Document paper = document(WORDS);
        assertThat(styles(paper))
                .containsExactly("Right", "Title", "Flush", "BodyText", "Heading1", "Signature", "Signature");
        List<String> known =
                xml(parts(WORDS).get("word/styles.xml")).select("w|style").eachAttr("w:styleId");
        assertThat(known)
                .containsAll(paper.select("w|pStyle").eachAttr("w:val"))
                .contains("Footer");
        assertThat(styles(document("! 台山市人大常委会文件\n" + WORDS))).startsWith("Letterhead", "Number", "Title");
        assertThat(styles(document("! 台山市人大常委会文件\n# 通报"))).containsExactly("Letterhead", "Number", "Title");
    }

    @Test
    void pagesAreNumberedAtTheirOuterEdge() throws IOException {
        Map<String, String> parts = parts(WORDS);
        assertThat(parts.get("word/settings.xml")).contains("evenAndOddHeaders");
        Document paper = document(WORDS);
        Map<String, String> sides = new TreeMap<>();
        for (Element reference : paper.select("w|footerReference")) {
            Element relation = xml(parts.get("word/_rels/document.xml.rels"))
                    .selectFirst("Relationship[Id=" + reference.attr("r:id") + "]");
            Document footer = xml(parts.get("word/" + relation.attr("Target")));
            assertThat(footer.text().replaceAll("\\s", "")).isEqualTo("—1—");
            assertThat(footer.selectFirst("w|fldSimple").attr("w:instr")).isEqualTo("PAGE");
            sides.put(reference.attr("w:type"), footer.selectFirst("w|jc").attr("w:val"));
        }
        assertThat(sides)
                .containsEntry("default", "right")
                .containsEntry("even", "left")
                .hasSize(2);
    }

    @Test
    void tablesAreAsWideAsTheTextAndRepeatTheirHeader() throws IOException {
        Document paper = document(WORDS);
        List<Element> rows = paper.select("w|tr");
        assertThat(rows.get(0).select("w|tblHeader")).hasSize(1);
        assertThat(rows.get(1).select("w|tblHeader[w:val=true], w|tblHeader[w:val=1], w|tblHeader[w:val=on]"))
                .isEmpty();
        assertThat(rows.get(1).select("w|cantSplit")).hasSize(1);
        int width = paper.select("w|gridCol").stream()
                .mapToInt(column -> Integer.parseInt(column.attr("w:w")))
                .sum();
        assertThat(width).isEqualTo(11906 - 1587 - 1474);
        assertThat(paper.select("w|tblLayout").attr("w:type")).isEqualTo("fixed");
    }

    @Test
    void aRowThatNoPageHoldsMayBeBroken() throws IOException {
        Document paper = document("|单位|说明|\n|白沙镇|" + "很长的说明。".repeat(400) + "|");
        assertThat(paper.select("w|tr").get(1).select("w|cantSplit[w:val=true], w|cantSplit:not([w:val])"))
                .isEmpty();
    }

    @Test
    void aWideTableIsSetOnAPageThatLiesOnItsSide() throws IOException {
        Document paper = document("|" + "列|".repeat(9) + "\n|" + "1|".repeat(9));
        assertThat(paper.selectFirst("w|pgSz").attr("w:orient")).isEqualTo("landscape");
        assertThat(paper.selectFirst("w|pgSz").attr("w:w")).isEqualTo("16838");
        int width = paper.select("w|gridCol").stream()
                .mapToInt(column -> Integer.parseInt(column.attr("w:w")))
                .sum();
        assertThat(width).isEqualTo(16838 - 2098 - 1984);
    }

    @Test
    void hostileWordsAreWords() throws IOException {
        String hostile = "<w:br/>&amp;\u0000\u202E\uFFFE]]>{{x}}=1+1";
        List<Block> blocks = new ArrayList<>(Paper.parse(WORDS).blocks());
        blocks.set(1, new Block(Paper.Style.TITLE, hostile, List.of()));
        blocks.add(new Block(Paper.Style.BODY, "", List.of(List.of(hostile), List.of(hostile))));
        byte[] document = Docx.of(new Paper(blocks), Language.ZH);
        String shown = "<w:br/>&amp;\\u{0}\\u{202E}\\u{FFFE}]]>{{x}}=1+1";
        try (InputStream in = new ByteArrayInputStream(document);
                var read = new org.apache.poi.xwpf.usermodel.XWPFDocument(in)) {
            assertThat(read.getParagraphs().get(1).getText()).isEqualTo(shown);
            assertThat(read.getTables().get(1).getRow(1).getCell(0).getText()).isEqualTo(shown);
            assertThat(read.getProperties().getCoreProperties().getTitle()).isEqualTo(shown);
        }
    }

    @Test
    void theSamePaperGivesTheSameBytesInEveryZone() throws IOException {
        byte[] here = Docx.of(Paper.parse(WORDS), Language.ZH);
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
            assertThat(Docx.of(Paper.parse(WORDS), Language.ZH)).isEqualTo(here);
        } finally {
            TimeZone.setDefault(before);
        }
        String about = parts(WORDS).get("docProps/core.xml") + parts(WORDS).get("docProps/app.xml");
        assertThat(about).contains("2000-01-01T00:00:00Z").contains("通报").doesNotContain("POI");
    }

    @Test
    void columnsHaveRoomForTheirLongestWordAndMoreWhereMoreStands() {
        List<List<String>> rows = List.of(
                List.of("序号", "指标", "说明"),
                List.of("1", "代表建议答复率", "很长的说明，".repeat(20)),
                List.of("2", "75/82→91.46", "短"));
        List<Integer> widths = ColumnWidths.of(rows, 8844).widths();
        assertThat(widths.stream().mapToInt(Integer::intValue).sum()).isEqualTo(8844);
        assertThat(widths.get(0)).isGreaterThanOrEqualTo(4 * 105);
        assertThat(widths.get(1)).isGreaterThanOrEqualTo(12 * 105);
        assertThat(widths.get(2)).isGreaterThan(4000);
        List<List<String>> crowded = List.of(java.util.Collections.nCopies(30, "123456789012"));
        assertThat(ColumnWidths.of(crowded, 8844).widths().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(8844);
    }
}
