package guifan.source;

import static guifan.source.RawWorkbook.row;
import static guifan.source.RawWorkbook.xml;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks that are damaged or made to do harm: refused with a place and the way out, never an exception. */
class XlsxHazardsTest {

    private static final String HEADER = row(1, "单位", "得分");
    private static final byte[] SOUND = RawWorkbook.of(HEADER, row(2, "甲镇", shared("0")))
            .texts("<t>五星</t>")
            .formats("0%")
            .bytes();

    private final Problems problems = new Problems();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<row r='2'><c r='ZZZZZZZ1'><v>1</v></c></row>|Sheet1] 2: 单元格位置“ZZZZZZZ1”不对",
                "<row r='2'><c r='XFE2'><v>1</v></c></row>|Sheet1] 2: 单元格位置“XFE2”不对",
                "<row r='2'><c r='A1'><v>1</v></c></row>|Sheet1] 2: 单元格位置“A1”不对",
                "<row r='2'><c r='B2'/><c r='A2'/></row>|Sheet1] 2: 单元格位置“A2”不对",
                "<row r='2'><c r='B2'/><c r='B2'/></row>|Sheet1] 2: 单元格位置“B2”不对",
                "<row r='2'><c r='2'/></row>|Sheet1] 2: 单元格位置“2”不对",
                "<row r='2'><c r=''/></row>|Sheet1] 2: 单元格位置“”不对",
                "<row r='1'/>|Sheet1] 1: 其后的行号“1”不对",
                "<row r='0'/>|Sheet1] 1: 其后的行号“0”不对",
                "<row r='1048577'/>|Sheet1] 1: 其后的行号“1048577”不对",
                "<row r='x'/>|Sheet1] 1: 其后的行号“x”不对",
                "<row r='2'><c r='B2' t='s'><v>1</v></c></row>|Sheet1] B2: 引用的文字不存在",
                "<row r='2'><c r='B2' t='s'><v>2000000000</v></c></row>|Sheet1] B2: 引用的文字不存在",
                "<row r='2'><c r='B2' t='s'><v>-1</v></c></row>|Sheet1] B2: 引用的文字不存在",
                "<row r='2'><c r='B2' t='d'><v>2019-11-12</v></c></row>|Sheet1] B2: 单元格类型“d”不认识",
                "<row r='2'><c r='B2' t='z'><v>1</v></c></row>|Sheet1] B2: 单元格类型“z”不认识"
            })
    void wrongCellsAreNamed(String rows, String said) {
        refused(RawWorkbook.of(HEADER, rows).texts("<t>五星</t>").bytes(), "xlsx-damaged");
        assertThat(said()).startsWith("a.xlsx [" + said);
    }

    @Test
    void aNumberWithoutEndIsRefused() {
        refused(
                RawWorkbook.of(HEADER, row(2, xml("<c r='@'><v>" + "9".repeat(200_000) + "</v></c>")))
                        .bytes(),
                "xlsx-damaged");
        assertThat(said()).startsWith("a.xlsx [Sheet1] A2: 数字过长");
    }

    @Test
    void manyWrongCellsAreToldUpToALimit() {
        refused(RawWorkbook.of(HEADER, "<row r='1'/>".repeat(1000)).bytes(), "xlsx-damaged");
        assertThat(problems.all()).hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void textsWithoutTheirTableAreRefused() {
        refused(RawWorkbook.of(HEADER, row(2, "甲镇", shared("0"))).bytes(), "xlsx-damaged");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>",
                "<!DOCTYPE x SYSTEM 'http://localhost:1/x.dtd'>",
                "<!DOCTYPE x [<!ENTITY a '1234567890'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
            })
    void entitiesAreRefusedWhereverTheyStand(String type) {
        for (String part : List.of("xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "docProps/core.xml")) {
            RawWorkbook workbook = RawWorkbook.of(HEADER, row(2, "甲镇", shared("0")));
            workbook.texts("<t>五星</t>").part(part, type + "<sst><si><t>&e;</t></si></sst>");
            refused(workbook.bytes(), "xlsx-dtd");
        }
    }

    @ParameterizedTest
    @CsvSource({"'', 文本", "PK, 文本", "%PDF-1.4, PDF", "<html><table/></html>, 网页或 XML", "'单位,得分', 文本"})
    void otherFilesAreNamedForWhatTheyAre(String content, String kind) {
        refused(content.getBytes(StandardCharsets.UTF_8), "file-kind");
        assertThat(said()).startsWith("a.xlsx: 不是 .xlsx，实际是").contains(kind);
    }

    @Test
    void oldAndEncryptedWorkbooksAreToldTheWayOut() {
        refused(
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1},
                "file-kind");
        assertThat(said()).contains(".xls", ".et", "密码", "另存为 .xlsx");
    }

    @Test
    void anArchiveOfOtherThingsIsNoWorkbook() {
        refused(RawWorkbook.zip(Map.of("notes/minutes.txt", new byte[10])), "file-kind");
        assertThat(said()).contains("压缩包");
    }

    @Test
    void anotherOfficeDocumentIsToldToBeSavedAsAWorkbook() {
        refused(RawWorkbook.zip(Map.of("word/document.xml", new byte[10])), "file-kind");
        assertThat(said()).contains(".docx", "另存为 .xlsx");
    }

    @Test
    void workbooksWithoutTheirPartsAreDamaged() {
        for (String part : List.of("xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml")) {
            refused(RawWorkbook.of(HEADER).part(part, "<nothing/>").bytes(), null);
            refused(RawWorkbook.of(HEADER).part(part, "<broken").bytes(), "xlsx-damaged");
        }
        refused(RawWorkbook.zip(Map.of("xl/a.xml", "<a/>".getBytes(StandardCharsets.UTF_8))), "xlsx-damaged");
    }

    @Test
    void theStrictFormIsToldTheWayOut() {
        String strict = "<workbook xmlns='http://purl.oclc.org/ooxml/spreadsheetml/main'/>";
        refused(RawWorkbook.of(HEADER).part("xl/workbook.xml", strict).bytes(), "xlsx-strict");
        assertThat(said()).contains("Excel 工作簿（*.xlsx）");
    }

    @Test
    void aCutFileIsRefusedWhereverItIsCut() {
        assertThat(XlsxReader.read(InputFile.of("a.xlsx", SOUND), names -> true, problems))
                .hasSize(1);
        for (int length = 0; length < SOUND.length; length++) {
            refused(Arrays.copyOf(SOUND, length), null);
        }
    }

    @Test
    void aDamagedByteIsNeverReadAsAnotherValue() {
        List<SheetTable> sound = XlsxReader.read(InputFile.of("a.xlsx", SOUND), names -> true, new Problems());
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            byte[] damaged = SOUND.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            Problems found = new Problems();
            List<SheetTable> tables = XlsxReader.read(InputFile.of("a.xlsx", damaged), names -> true, found);
            assertThat(found.hasErrors() || tables.equals(sound)).isTrue();
        }
    }

    @Test
    void aBombIsRefusedByWhatItSays() {
        refused(
                RawWorkbook.of(HEADER)
                        .part("xl/sharedStrings.xml", new byte[20 << 20])
                        .bytes(),
                "zip-bomb");
        assertThat(said()).contains("1:100");
    }

    @Test
    void aBombThatLiesAboutItsSizeIsRefusedByWhatItUnpacksTo() {
        String name = "xl/worksheets/a.xml";
        byte[] bomb = RawWorkbook.of(HEADER).part(name, new byte[20 << 20]).bytes();
        int entry = lastIndexOf(bomb, name) - 46;
        assertThat(bomb[entry + 1]).isEqualTo((byte) 'K');
        setInt(bomb, entry + 24, 1000);
        refused(bomb, "xlsx-damaged");
        assertThat(said()).contains("部件的大小与所记不符");
    }

    @Test
    void manyLargePartsAreTooLarge() {
        byte[] noise = new byte[25 << 20];
        Random random = new Random(1);
        for (int i = 0; i < noise.length; i += 64) {
            Arrays.fill(noise, i, i + 64, (byte) random.nextInt());
        }
        Map<String, byte[]> parts = new LinkedHashMap<>();
        for (int i = 0; i < 9; i++) {
            parts.put("xl/" + i, noise);
        }
        byte[] zip = RawWorkbook.zip(parts, Deflater.BEST_SPEED);
        refused(zip, "too-large");
        assertThat(said()).contains("解压后 200 MB");
    }

    @Test
    void manyPartsAreTooMany() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        for (int i = 0; i < 2001; i++) {
            parts.put("xl/" + i, new byte[0]);
        }
        refused(RawWorkbook.zip(parts), "too-large");
        assertThat(said()).contains("2000 个部件");
    }

    @Test
    void twoPartsOfTheSameNameAreRefused() {
        RawWorkbook workbook = RawWorkbook.of(HEADER, row(2, "甲镇", 1)).part("xl/Worksheets/sheet1.xml", "<a/>");
        refused(workbook.bytes(), "xlsx-damaged");
        assertThat(said()).contains("部件重名");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xl/worksheets/sheet9.xml", "docProps/custom.xml", "xl/sheet.bin"})
    void hugeTagsAndDeepNestingAreRefused(String part) {
        Random random = new Random(1);
        StringBuilder tag = new StringBuilder("<a ");
        while (tag.length() < 5 << 20) {
            tag.append((char) ('a' + random.nextInt(26)));
        }
        refused(RawWorkbook.of(HEADER).part(part, tag + "='1'/>").bytes(), "xlsx-damaged");
        refused(RawWorkbook.of(HEADER).part(part, "<a>".repeat(10_000)).bytes(), "xlsx-damaged");
    }

    private static Object shared(String index) {
        return xml("<c r='@' t='s'><v>" + index + "</v></c>");
    }

    private void refused(byte[] content, String code) {
        Problems found = new Problems();
        assertThat(XlsxReader.read(InputFile.of("a.xlsx", content), names -> names.contains("单位"), found))
                .isEmpty();
        assertThat(found.hasErrors()).isTrue();
        if (code != null) {
            assertThat(found.all()).extracting(Diagnostic::code).containsOnly(code);
        }
        problems.addAll(found);
    }

    /** Returns what was told first. */
    private String said() {
        Diagnostic first = problems.all().get(0);
        return first.place().words().zh() + ": " + first.message().zh();
    }

    private static int lastIndexOf(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf(text);
    }

    private static void setInt(byte[] bytes, int at, int value) {
        for (int i = 0; i < 4; i++) {
            bytes[at + i] = (byte) (value >> 8 * i);
        }
    }
}
