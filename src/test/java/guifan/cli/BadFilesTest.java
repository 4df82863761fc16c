package guifan.cli;

import static guifan.source.RawWorkbook.row;
import static guifan.source.RawWorkbook.xml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import guifan.cli.Console.Run;
import guifan.source.RawWorkbook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are no sound sheets, whatever they say: refused with a place and a cure, and nothing is written. */
class BadFilesTest {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String HEADER = "单位,视察,答复率\n";
    private static final String SHEET = HEADER + "甲镇,3,90\n";
    private static final String HEADS = row(1, "单位", "视察", "答复率");

    @TempDir
    Path folder;

    /** The numbers are those of the list of bad inputs: name, bytes, code, and the words of the message. */
    static Stream<Arguments> bytes() {
        byte[] gbk = SHEET.getBytes(GB18030);
        byte[] utf8 = SHEET.getBytes(StandardCharsets.UTF_8);
        byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        return Stream.of(
                arguments("19", "a.csv", SHEET.getBytes(StandardCharsets.UTF_16LE), "encoding", "CSV UTF-8"),
                arguments("20", "a.csv", join(utf8, "乙镇,4,80\n".getBytes(GB18030)), "encoding", "a.csv:3: error"),
                arguments("21", "a.csv", Arrays.copyOf(utf8, 8), "truncated", "a.csv:1: error"),
                arguments("22", "a.csv", join(gbk, new byte[] {(byte) 0xD2}), "truncated", "a.csv:3: error"),
                arguments("23", "a.csv", (SHEET + "\0").getBytes(StandardCharsets.UTF_8), "encoding", "NUL"),
                arguments(
                        "24",
                        "a.csv",
                        "é,x\né,y\n".getBytes(StandardCharsets.ISO_8859_1),
                        "encoding",
                        "a.csv:1: error"),
                arguments("26", "a.csv", new byte[0], "empty-file", "是空的"),
                arguments("27", "a.csv", utf8("\uFEFF"), "empty-file", "是空的"),
                arguments("28", "a.csv", utf8(HEADER), "no-rows", "只有表头"),
                arguments(
                        "29",
                        "a.csv",
                        RawWorkbook.of(HEADS, row(2, "甲镇", 3, 90)).bytes(),
                        "file-kind",
                        "文件名改为 .xlsx"),
                arguments("29", "a.xlsx", utf8, "file-kind", "实际是文本"),
                arguments("30", "a.xls", old, "old-workbook", "另存为 .xlsx"),
                arguments("30", "a.et", old, "old-workbook", "另存为 .xlsx"),
                arguments("51", "a.csv", utf8(HEADER + "甲镇,3," + "9".repeat(40_000) + "\n"), "cell-too-long", "32767"),
                arguments(
                        "52",
                        "a.csv",
                        utf8(HEADER.strip() + ",".repeat(2000) + "x\n甲镇,3,90\n"),
                        "too-many-columns",
                        "1024"),
                arguments(
                        "93",
                        "a.xlsx",
                        RawWorkbook.of(HEADS)
                                .part("xl/sharedStrings.xml", new byte[20 << 20])
                                .bytes(),
                        "zip-bomb",
                        "1:100"),
                arguments(
                        "94",
                        "a.xlsx",
                        RawWorkbook.of(HEADS)
                                .part(
                                        "xl/sharedStrings.xml",
                                        "<!DOCTYPE x [<!ENTITY e SYSTEM"
                                                + " 'file:///etc/hostname'>]><sst><si><t>&e;</t></si></sst>")
                                .bytes(),
                        "xlsx-dtd",
                        "DTD"),
                arguments("95", "a.xlsx", Arrays.copyOf(RawWorkbook.of(HEADS).bytes(), 900), "xlsx-damaged", "重新复制或下载"),
                arguments("95", "a.xlsx", old, "old-workbook", "密码"),
                arguments("95", "a.xlsx", new RawWorkbook().bytes(), "no-worksheet", "没有可见的工作表"),
                arguments(
                        "95",
                        "a.xlsx",
                        new RawWorkbook().sheet("甲", "hidden", HEADS).bytes(),
                        "no-worksheet",
                        "没有可见的工作表"),
                arguments(
                        "96",
                        "a.xlsx",
                        workbook("<row r='2'><c r='ZZZZZZZ1'><v>1</v></c></row>"),
                        "xlsx-damaged",
                        "[Sheet1] 2: error"),
                arguments(
                        "97",
                        "a.xlsx",
                        workbook(row(2, "甲镇", 3, xml("<c r='@' t='s'><v>99</v></c>"))),
                        "xlsx-damaged",
                        "[Sheet1] C2: error"),
                arguments(
                        "98",
                        "a.xlsx",
                        workbook(row(2, "甲镇", 3, xml("<c r='@'><f>A1</f></c>"))),
                        "formula-no-value",
                        "[Sheet1] C2「答复率」: error"),
                arguments(
                        "99",
                        "a.xlsx",
                        dated(row(2, "甲镇", RawWorkbook.number("43781", 1), 90)),
                        "excel-date",
                        "[Sheet1] B2「视察」: error"),
                arguments(
                        "99",
                        "a.xlsx",
                        workbook(row(2, "甲镇", xml("<c r='@' t='b'><v>1</v></c>"), 90)),
                        "not-a-number",
                        "[Sheet1] B2「视察」: error"),
                arguments(
                        "99",
                        "a.xlsx",
                        RawWorkbook.of(row(1, "单位", "代表工作"), row(2, null, "视察", "答复率"), row(3, "甲镇", 3, 90))
                                .bytes(),
                        "two-row-header",
                        "[Sheet1] 2: error[two-row-header]: 表头占了两行（合并单元格）；请取消合并"),
                arguments(
                        "56",
                        "a.xlsx",
                        workbook(row(2, "甲镇", xml("<c r='@' t='e'><v>#DIV/0!</v></c>"), 90)),
                        "sheet-error",
                        "[Sheet1] B2「视察」: error"),
                arguments(
                        "36",
                        "a.xlsx",
                        RawWorkbook.of(row(1, "单位", "视察", "视 察", "答复率"), row(2, "甲镇", 3, 3, 90))
                                .bytes(),
                        "duplicate-header",
                        "[Sheet1] C1"),
                arguments(
                        "40",
                        "a.xlsx",
                        workbook(row(2, "甲镇", 3, 90, 7)),
                        "long-row",
                        "[Sheet1] D2: error[long-row]: 表头只有 3 列，这里却有“7”；请写上表头，或清空这一格"),
                arguments(
                        "43",
                        "a.xlsx",
                        workbook(row(2, "甲镇", 3, 90), row(3, "甲镇", 3, 90)),
                        "duplicate-unit",
                        "[Sheet1] 3: error"),
                arguments("63", "a.xlsx", workbook(row(2, "甲镇", 3, 101)), "out-of-range", "[Sheet1] C2「答复率」: error"),
                arguments("64", "a.xlsx", workbook(row(2, "甲镇", null, 90)), "blank", "[Sheet1] B2「视察」: error"));
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("bytes")
    void whatIsNoSoundSheetIsRefused(String number, String name, byte[] content, String code, String words)
            throws IOException {
        Run run = evaluate(name, content);
        assertThat(run.err()).contains(name, "error[" + code + "]", words).doesNotContain("\tat ", "Exception");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(folder.resolve("out.json")).doesNotExist();
        assertThat(folder.resolve("out.xlsx")).doesNotExist();
    }

    static Stream<Arguments> readable() {
        String bigger = SHEET + "𠮷镇,4,80\n";
        return Stream.of(
                arguments("16", "a.csv", utf8("\uFEFF\"单位\",视察,答复率\n甲镇,3,90\n"), ""),
                arguments("17", "a.csv", bigger.getBytes(GB18030), "GB18030"),
                arguments(
                        "18",
                        "a.csv",
                        join(
                                new byte[] {(byte) 0xFF, (byte) 0xFE},
                                SHEET.replace(',', '\t').getBytes(StandardCharsets.UTF_16LE)),
                        "UTF-16"),
                arguments("49", "a.csv", utf8(SHEET.replace('\n', '\r')), ""),
                arguments("49", "a.csv", utf8(HEADER + "甲镇,3,90\r\n\r乙镇,4,80\r"), ""),
                arguments(
                        "95",
                        "a.xlsx",
                        new RawWorkbook()
                                .sheet("隐藏", "hidden", HEADS, row(2, "乙镇", 9, 9))
                                .sheet("表", "visible", HEADS, row(2, "甲镇", 3, 90))
                                .bytes(),
                        "[隐藏]: note[hidden-worksheet]"),
                arguments("99", "a.xlsx", workbook(row(2, "甲镇", 3, xml("<c r='@'><v>90.000000000000014</v></c>"))), ""),
                arguments(
                        "99",
                        "a.xlsx",
                        RawWorkbook.of(
                                        row(1, "填报表"),
                                        HEADS.replace("r='1'", "r='2'").replace("1' t=", "2' t="),
                                        row(3, "甲镇", 3, 90))
                                .bytes(),
                        "note[title-skipped]"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readable")
    void whatOtherProgramsSaveIsRead(String number, String name, byte[] content, String told) throws IOException {
        Run run = evaluate(name, content);
        assertThat(run.exit()).as(run.err()).isZero();
        Results results = Results.of(Files.readString(folder.resolve("out.json")));
        assertThat(results.units()).startsWith("甲镇");
        assertThat(results.json().get("units").get(0).get("totals").get("final").asInt())
                .isEqualTo(60);
        assertThat(run.err()).contains(told);
    }

    static List<Arguments> encodings() {
        return List.of(
                arguments("UTF-8", SHEET.getBytes(GB18030), "encoding"),
                arguments("GB18030", new byte[] {(byte) 0x81, ' ', 'x'}, "encoding"));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void aWrongEncodingIsRefusedAndNeverGuessedAround(String encoding, byte[] content, String code) throws IOException {
        Run run = evaluate("a.csv", content, "--encoding", encoding);
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("error[" + code + "]").doesNotContain("\uFFFD");
        assertThat(folder.resolve("out.json")).doesNotExist();
    }

    @Test
    void aWorkbookMayComeFromStandardInputAndIsRefusedAtItsCellsToo() throws IOException {
        Console console = new Console(folder).with("small.yaml", BadSheetsTest.STANDARD);
        Run sound = console.withInput(workbook(row(2, "甲镇", 3, 90)))
                .run("evaluate", "--standard", "small.yaml", "-", "--format", "csv");
        assertThat(sound.exit()).as(sound.err()).isZero();
        assertThat(sound.out()).contains("甲镇,镇,60,");
        Run wrong = console.withInput(workbook(row(2, "甲镇", 3, 101)))
                .run("evaluate", "--standard", "small.yaml", "-", "-o", "out.json");
        assertThat(wrong.exit()).isEqualTo(3);
        assertThat(wrong.err()).contains("- [Sheet1] C2「答复率」: error[out-of-range]");
        assertThat(folder.resolve("out.json")).doesNotExist();
    }

    @Test
    void aFolderInThePlaceOfTheOutputIsAnOutputFailure() throws IOException {
        Files.createDirectory(folder.resolve("out.xlsx"));
        Run run = evaluate("a.xlsx", workbook(row(2, "甲镇", 3, 90)));
        assertThat(run.exit()).isEqualTo(5);
        assertThat(run.err()).contains("out.xlsx");
        assertThat(folder.resolve("out.xlsx")).isEmptyDirectory();
    }

    private Run evaluate(String name, byte[] content, String... more) throws IOException {
        Files.write(folder.resolve(name), content);
        String[] args = {"evaluate", "--standard", "small.yaml", name, "-o", "out.json", "-o", "out.xlsx"};
        String[] all = Stream.concat(Stream.of(args), Stream.of(more)).toArray(String[]::new);
        return new Console(folder).with("small.yaml", BadSheetsTest.STANDARD).run(all);
    }

    private static byte[] workbook(String... rows) {
        return RawWorkbook.of(Stream.concat(Stream.of(HEADS), Stream.of(rows)).toArray(String[]::new))
                .bytes();
    }

    private static byte[] dated(String... rows) {
        return RawWorkbook.of(Stream.concat(Stream.of(HEADS), Stream.of(rows)).toArray(String[]::new))
                .formats("m\"月\"d\"日\"")
                .bytes();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] join(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }
}
