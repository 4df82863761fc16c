package guifan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.cli.Console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a sheet is told with its place; nothing is graded and nothing written. */
class BadSheetsTest {

    static final String STANDARD = """
        format: 1
        standard: "small"
        title: 试验标准
        status: issued
        provenance: reconstructed
        effective: 2020-01-01
        units: {kinds: [镇]}
        total: 100
        areas:
          - id: area
            name: 方面
            points: 100
            indicators:
              - {id: visits, name: 视察, points: 50, measured-in: 次, rule: {kind: count, each: 5}}
              - {id: reply, name: 答复率, points: 50, measured-in: "%", rule: {kind: proportional, full-at: 100}}
        grades:
          levels:
            - {name: 优秀, at-least: 90}
            - {name: 合格, otherwise: true}
        ...
        """;

    @TempDir
    Path folder;

    private Run evaluate(String sheet, String... more) throws IOException {
        Console console = new Console(folder).with("small.yaml", STANDARD).with("a.csv", sheet);
        String[] args = new String[more.length + 6];
        System.arraycopy(
                new String[] {"evaluate", "--standard", "small.yaml", "a.csv", "-o", "out.json"}, 0, args, 0, 6);
        System.arraycopy(more, 0, args, 6, more.length);
        return console.run(args);
    }

    /** The numbers are those of the list of bad inputs. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "34 | 单位,视察,答复率;甲镇,\"3,90; | open-quote | 2",
                "35 | 单位,视察,答复率;甲镇,\"3\"次,90; | text-after-quote | 2",
                "36 | 单位,视察,视 察,答复率;甲镇,3,3,90; | duplicate-header | 视 察",
                "36 | 单位,视察,visits,答复率;甲镇,3,3,90; | duplicate-column | 视察",
                "37 | 单位,视察;甲镇,3; | missing-column | 答复率",
                "37 | 单位名,视察,答复率;甲镇,3,90; | no-unit-column | 单位名、视察、答复率",
                "37 | 单位,视察,答夏率;甲镇,3,90; | near-miss | 答复率",
                "37 | 单位,代表工作,;,视察,答复率;甲镇,3,90; | two-row-header | 只留一行表头",
                "39 | 单位,视察,答复率;甲镇,3; | short-row | 第 2 行",
                "40 | 单位,视察,答复率;甲镇,3,90,7; | long-row | 第 2 行",
                "43 | 单位,视察,答复率;甲镇,3,90;甲镇,3,90; | duplicate-unit | 第 2 行",
                "44 | 单位,视察,答复率;甲镇,3,90;甲 镇,3,90; | duplicate-unit | 第 2 行",
                "44 | 单位,视察,答复率;A镇,3,90;Ａ镇,3,90; | duplicate-unit | 第 2 行",
                "47 | 单位，视察，答复率;甲镇，3，90; | wide-delimiter | 半角逗号",
                "48 | `单位,视察,答复率;甲镇,3,\"90,5\";` | not-a-number | 90,5",
                "56 | 单位,视察,答复率;甲镇,#DIV/0!,90; | sheet-error | #DIV/0!",
                "56 | 单位,视察,答复率;甲镇,3,#N/A; | sheet-error | #N/A",
                "58 | `单位,视察,答复率;甲镇,\"1,00\",90;` | not-a-number | 1,00",
                "58 | `单位,视察,答复率;甲镇,\"1,0000\",90;` | not-a-number | 1,0000",
                "59 | 单位,视察,答复率;甲镇,3,90。5; | not-a-number | 。",
                "59 | 单位,视察,答复率;甲镇,3,9O.5; | not-a-number | O",
                "59 | 单位,视察,答复率;甲镇,3,90.5分; | not-a-number | 分",
                "59 | 单位,视察,答复率;甲镇,3,九十; | not-a-number | 九十",
                "60 | 单位,视察,答复率;甲镇,NaN,90; | not-a-number | NaN",
                "60 | 单位,视察,答复率;甲镇,Infinity,90; | not-a-number | Infinity",
                "60 | 单位,视察,答复率;甲镇,1d,90; | not-a-number | 1d",
                "60 | 单位,视察,答复率;甲镇,0x1F,90; | not-a-number | 0x1F",
                "60 | 单位,视察,答复率;甲镇,1_000,90; | not-a-number | 1_000",
                "60 | 单位,视察,答复率;甲镇,٩٠,90; | not-a-number | ٩",
                "60 | 单位,视察,答复率;甲镇,12:30,90; | not-a-number | 12:30",
                "61 | 单位,视察,答复率;甲镇,1e99999999,90; | not-a-number | 1e99999999",
                "61 | 单位,视察,答复率;甲镇,1E2147483647,90; | not-a-number | 科学记数法",
                "63 | 单位,视察,答复率;甲镇,3,101; | out-of-range | 0–100",
                "63 | 单位,视察,答复率;甲镇,3,-1; | out-of-range | 0–100",
                "63 | 单位,视察,答复率;甲镇,2.5,90; | not-whole | 2.5",
                "64 | 单位,视察,答复率;甲镇,,90; | blank | 未报",
                "64 | 单位,视察,答复率;甲镇,—,90; | not-a-number | —",
                "64 | 单位,视察,答复率;甲镇,缺考,90; | not-a-number | 缺考"
            })
    void whatIsWrongIsToldAndNothingIsWritten(String number, String sheet, String code, String words)
            throws IOException {
        Run run = evaluate(sheet.replace(";", "\n"));
        assertThat(run.exit()).as(run.err()).isEqualTo(3);
        assertThat(run.err()).contains("a.csv", "error[" + code + "]", words);
        assertThat(folder.resolve("out.json")).doesNotExist();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "41 | 单位,视察,答复率,,;甲镇,3,90,,; | note[empty-columns]",
                "42 | 单位,视察,答复率;;,,;甲镇,3,90;,,; | ",
                "45 | sep=@;单位@视察@答复率;甲镇@3@90; | ",
                "46 | 单位\t视察\t答复率;甲镇\t3\t90; | ",
                "50 | `单位,\"视察\r\n（次）\",答复率;甲镇,3,90;` | ",
                "106 | 单位,视察,答复率;1.23457E+17,3,90; | warning[spoilt-code]",
                "106 | 单位,视察,答复率;440781199001010000,3,90; | warning[spoilt-code]",
                "55 | 单位,视察,答复率;甲镇,3,90;合计,3,90; | warning[total-row]",
                "55 | 单位,视察,答复率;甲镇,3,90;平均,3,90; | warning[total-row]",
                "55 | 单位,视察,答复率;甲镇,3,90;填表人：某某,,审核人：某某; | note[footer-row]",
                "55 | 单位,视察,答复率;甲镇,3,90;注：次数以台账为准,,; | note[footer-row]",
                "57 | 单位,视察,答复率;甲镇,３,９０; | ",
                "57 | 单位,视察,答复率;甲镇,3次,90％; | ",
                "57 | 单位,视察,答复率;甲镇,\u00A03\u3000, 90 ; | "
            })
    void whatCanBeUnderstoodIsRead(String number, String sheet, String told) throws IOException {
        Run run = evaluate(sheet.replace(";", "\n"), "--format", "csv");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains(",镇,60,").contains(",60,").doesNotContain("合计");
        assertThat(run.err()).contains(told == null ? "" : told);
    }

    @Test
    void aColumnOfNoMeaningIsAWarningAndRefusedIfAskedFor() throws IOException {
        String sheet = "单位,视察,答复率,联系人\n甲镇,3,90,王某\n";
        Run run = evaluate(sheet);
        assertThat(run.exit()).isZero();
        assertThat(run.err()).contains("warning[ignored-column]", "联系人");
        assertThat(new Console(folder)
                        .run("evaluate", "--standard", "small.yaml", "a.csv", "--strict")
                        .exit())
                .isEqualTo(3);
    }

    @ParameterizedTest(name = "106: {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "001 | -o out.csv | out.csv",
                "440781199001011234 | -o out.xlsx -o out.csv | out.csv",
                "1E5 | --merged m.csv | m.csv",
                "007 | --format csv | -"
            })
    void codesThatASpreadsheetWouldSpoilAreWarnedOfOnce(String code, String outputs, String named) throws IOException {
        String sheet = "单位,视察,答复率\n" + code + ",3,90\n甲镇,3,80\n";
        Run run = evaluate(sheet, outputs.split(" "));
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err().lines().filter(line -> line.contains("csv-codes")))
                .hasSize(1)
                .first()
                .asString()
                .startsWith(named + ": warning[csv-codes]: ")
                .contains("编号 " + code + "（", "-o 文件.xlsx", "设为文本");
        assertThat(Files.readString(folder.resolve("out.json"))).contains("\"" + code + "\"");
    }

    @ParameterizedTest(name = "106: {0}")
    @CsvSource({
        "甲镇, -o, out.csv",
        "0, -o, out.csv",
        "123456789012345, -o, out.csv",
        "001, -o, out.md",
        "001, -o, out.xlsx",
        "00甲, -o, out.csv"
    })
    void otherNamesAndOutputsAreNotWarnedOf(String name, String option, String output) throws IOException {
        Run run = evaluate("单位,视察,答复率\n" + name + ",3,90\n", option, output);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).doesNotContain("csv-codes");
    }

    @Test
    void theWarningOfCodesIsEnglishWhereAsked() throws IOException {
        Run run = evaluate("单位,视察,答复率\n01,3,90\n02,3,90\n03,3,90\n04,3,90\n", "-o", "out.csv", "--lang", "en");
        assertThat(run.err())
                .contains(
                        "codes change: 01, 02, 03 and others, 4 in all (zeros in front are lost", "import it as text");
    }

    @Test
    void aVeryLongNumberIsRefused() throws IOException {
        Run run = evaluate("单位,视察,答复率\n甲镇," + "9".repeat(400) + ",90\n");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("error[not-a-number]", "15 位");
    }
}
