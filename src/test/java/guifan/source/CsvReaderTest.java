package guifan.source;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.source.Diagnostic.Severity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {

    private final Problems problems = new Problems();

    @Test
    void cellsAreStrippedAndKnowTheirPlace() {
        SheetTable table = table("单位, 得分 ,备注\n　白沙镇 ,９０,\"a\nb\"\n");
        assertThat(table.file()).isEqualTo("a.csv");
        assertThat(table.worksheet()).isEmpty();
        assertThat(table.header()).containsExactly("单位", "得分", "备注");
        assertThat(table.place(1).words().zh()).isEqualTo("a.csv: 第 1 行 B 列「得分」");
        assertThat(texts(table)).containsExactly(List.of("白沙镇", "９０", "a\nb"));
        SheetCell cell = table.rows().get(0).cells().get(1);
        assertThat(cell.text()).isEqualTo("９０");
        assertThat(cell.isBlank()).isFalse();
        assertThat(cell.place()).isEqualTo(new CellPlace("a.csv", "", 2, 2, 2, "得分"));
        assertThat(table.rows().get(0).cells()).hasSize(3);
        assertThat(problems.all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void theDelimiterIsFound(String delimiter) {
        String text = "单位,得分,备注\n白沙镇,90,甲\n".replace(",", delimiter);
        assertThat(texts(table(text))).containsExactly(List.of("白沙镇", "90", "甲"));
    }

    @Test
    void theDelimiterIsThatOfTheHeaderNotOfATitle() {
        SheetTable table = table("规范,2019,年度,表\n单位;得分\n白沙镇;90,5\n");
        assertThat(texts(table)).containsExactly(List.of("白沙镇", "90,5"));
        assertThat(table.above()).hasSize(1);
    }

    @Test
    void delimitersInsideQuotesDoNotCount() {
        assertThat(texts(table("单位,\"得分;率;数\"\n\"a,b\",\"说\"\"是\"\"\"\n"))).containsExactly(List.of("a,b", "说\"是\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sep=;\n", "SEP=;\r\n", "\"sep=;\"\r"})
    void aSeparatorLineIsObeyed(String line) {
        SheetTable table = table(line + "单位;得分,率\n白沙镇;90\n");
        assertThat(table.header()).containsExactly("单位", "得分,率");
        assertThat(table.place().record()).isEqualTo(1);
        assertThat(table.place().line()).isEqualTo(2);
        assertThat(table.rows().get(0).place().line()).isEqualTo(3);
    }

    @Test
    void anUnusualSeparatorCanBeNamed() {
        assertThat(texts(table("sep=|\n单位|得分\n白沙镇|90\n"))).containsExactly(List.of("白沙镇", "90"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"单位，得分\n白沙镇，90\n", "单位；得分\n白沙镇；90\n", "单位，得分,率\n白沙镇,1,2\n", "规范,2019\n单位，得分\n白沙镇，90\n"})
    void fullWidthDelimitersAreRefusedWithTheCure(String text) {
        assertRefused(text, "wide-delimiter", "a.csv");
        assertThat(problems.all().get(0).message().zh()).contains("半角逗号");
    }

    @Test
    void aSheetOfOtherColumnsWithWideCommasIsRefusedToo() {
        assertThat(CsvReader.read("a.csv", "甲，乙\n1，2\n", names -> false, problems))
                .isEmpty();
        assertThat(codes()).containsExactly("wide-delimiter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void anyLineEndWillDo(String end) {
        SheetTable table = table("单位,得分\n\"甲\n乙\",1\n\n丙,2".replace("\n", end));
        assertThat(table.rows()).extracting(row -> row.place().record()).containsExactly(2, 4);
        assertThat(table.rows()).extracting(row -> row.place().line()).containsExactly(2, 5);
        assertThat(table.rows().get(1).place().words().zh()).isEqualTo("a.csv: 第 4 条记录（第 5 行）");
    }

    @Test
    void mixedLineEndsWillDo() {
        SheetTable table = table("单位,得分\r\n甲,1\r乙,2\n\r丙,3\r\n\"丁\r\n\r\",4\n戊,5");
        assertThat(table.rows()).extracting(row -> row.place().line()).containsExactly(2, 3, 5, 6, 9);
        assertThat(texts(table)).hasSize(5);
    }

    @Test
    void linesAreRightWhenTheHeaderBreaks() {
        SheetTable table = table("单位,\"得分\n（分）\"\n甲,1\n");
        assertThat(table.header()).containsExactly("单位", "得分（分）");
        assertThat(table.rows().get(0).place()).isEqualTo(new CellPlace("a.csv", "", 2, 3, 0, ""));
    }

    @Test
    void blankRowsArePassedOver() {
        assertThat(texts(table("\n,,\n单位,得分\n\n,\n 　,\u200B\n甲,1\n,,,,\n\n"))).containsExactly(List.of("甲", "1"));
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void titlesAboveTheHeaderAreKeptAndNoted() {
        SheetTable table = table("规范人大工作,,\n填报单位：,白沙镇,\n\n单位,得分,备注\n甲,1,\n");
        assertThat(table.above()).hasSize(2);
        assertThat(table.above().get(1).cell(1))
                .isEqualTo(new SheetCell("白沙镇", new CellPlace("a.csv", "", 2, 2, 2, "")));
        assertThat(table.place()).isEqualTo(new CellPlace("a.csv", "", 4, 4, 0, ""));
        assertThat(problems.all()).isEmpty();
        table.noteTitles(problems);
        assertThat(problems.all()).hasSize(1);
        assertThat(problems.all().get(0).severity()).isEqualTo(Severity.NOTE);
        assertThat(problems.all().get(0).code()).isEqualTo("title-skipped");
        assertThat(problems.all().get(0).message().zh()).isEqualTo("表头以上有 2 行标题：规范人大工作；填报单位： 白沙镇");
        assertThat(problems.all().get(0).message().zh()).contains("2 行", "规范人大工作；填报单位： 白沙镇");
    }

    @Test
    void theHeaderIsSoughtInTheFirstTenRows() {
        assertThat(table("题\n\n".repeat(9) + "单位,得分\n甲,1\n").above()).hasSize(9);
        SheetTable late = table("题,x\n".repeat(10) + "单位,得分\n甲,1\n");
        assertThat(late.header()).containsExactly("题", "x");
        assertThat(late.rows()).hasSize(11);
    }

    @Test
    void withoutAHeaderTheFirstRowIsTaken() {
        assertThat(table("\n甲,乙\n1,2\n").header()).containsExactly("甲", "乙");
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void emptyColumnsAtTheRightAreIgnoredWithANote() {
        SheetTable table = table("单位,得分,,\n甲,1,,\n乙,2\n丙,3,,,,,\n");
        assertThat(table.header()).containsExactly("单位", "得分");
        assertThat(texts(table)).containsExactly(List.of("甲", "1"), List.of("乙", "2"), List.of("丙", "3"));
        assertThat(codes()).containsExactly("empty-columns");
        assertThat(problems.hasErrors()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            value = {"单位,,得分\\n甲,x,1|2|B", "单位,得分,\\n甲,1,\\n乙,2,x\\n丙,3,y|3|C"},
            delimiter = '|')
    void aColumnWithoutHeaderMustBeEmpty(String text, int line, String column) {
        read(text.replace("\\n", "\n"));
        assertThat(codes()).containsExactly("no-header");
        assertThat(problems.all().get(0).place().words().zh()).isEqualTo("a.csv: 第 " + line + " 行 " + column + " 列");
    }

    @Test
    void anEmptyInnerColumnStays() {
        SheetTable table = table("单位,,得分\n甲,,1\n");
        assertThat(table.header()).containsExactly("单位", "", "得分");
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void aShortRowIsRefusedAndTheOthersAreRead() {
        SheetTable table = read("单位,得分,备注\n甲,1\n乙,2,\n").orElseThrow();
        assertThat(texts(table)).containsExactly(List.of("乙", "2", ""));
        assertThat(codes()).containsExactly("short-row");
        assertThat(problems.all().get(0).place().words().zh()).isEqualTo("a.csv: 第 2 行");
        assertThat(problems.all().get(0).message().zh()).contains("从“备注”起");
    }

    @Test
    void aRowWithWideCommasIsRefusedWithAHint() {
        assertRefused("单位,得分\n甲，1\n", "short-row", "a.csv: 第 2 行");
        assertThat(problems.all().get(0).message().zh()).contains("全角");
    }

    @Test
    void aLongRowIsRefused() {
        assertRefused("单位,得分\n甲,1,000\n", "long-row", "a.csv: 第 2 行 C 列");
    }

    @Test
    void manyRowsThatDoNotFitAreToldInOneSentence() {
        assertThat(read("单位,得分\n" + "甲\n".repeat(50))).isEmpty();
        assertThat(problems.all()).hasSize(21);
        assertThat(problems.all().get(20).message().zh()).contains("另有 30 行");
    }

    @ParameterizedTest
    @ValueSource(strings = {"得分", "得分 ", "得　分", "得\u200B分", "得\n分", "\u00A0得分"})
    void equalHeadersAreRefused(String second) {
        read("单位,得分,\"" + second + "\"\n甲,1,2\n");
        assertThat(codes()).containsExactly("duplicate-header");
        assertThat(problems.all().get(0).place().words().zh()).startsWith("a.csv: 第 1 行 C 列");
        assertThat(problems.all().get(0).message().zh()).isEqualTo("与 B 列「得分」同名");
    }

    @Test
    void headersEqualButForWidthAreRefused() {
        read("单位,询问（次）,询问(次)\n甲,1,2\n");
        assertThat(codes()).containsExactly("duplicate-header");
    }

    @Test
    void anOpenQuoteIsRefusedWhereItOpens() {
        assertRefused("单位,得分\n甲,1\n\"乙,2\n丙,3\n", "open-quote", "a.csv: 第 3 行 A 列");
        assertThat(problems.all().get(0).message().zh()).contains("第 3 行");
    }

    @Test
    void textAfterAClosingQuoteIsRefused() {
        assertRefused("单位,得分\n\"甲\"乙,1\n", "text-after-quote", "a.csv: 第 2 行 A 列");
    }

    @Test
    void aQuoteThatClosesLinesLaterIsToldWithItsOpening() {
        read("单位,得分\n\"甲,1\n乙,\"2\"\n丙,\"3\"x\n");
        assertThat(codes()).contains("text-after-quote");
        assertThat(problems.all().get(0).message().zh()).contains("第 2 行打开、第 3 行关闭");
    }

    @Test
    void blanksAfterAClosingQuoteAreHarmless() {
        assertThat(texts(table("单位,得分\n\"甲\" ,\"1\"　\n"))).containsExactly(List.of("甲", "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", " \n,,\n", "\u3000", "sep=,\n"})
    void anEmptyFileIsRefused(String text) {
        assertRefused(text, "empty-file", "a.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"单位,得分", "单位,得分\n\n,,\n"})
    void aHeaderAloneIsRefused(String text) {
        assertRefused(text, "no-rows", "a.csv: 第 1 行");
    }

    private SheetTable table(String text) {
        SheetTable table = read(text).orElseThrow(() -> new AssertionError(problems.all()));
        assertThat(problems.hasErrors()).isFalse();
        return table;
    }

    private Optional<SheetTable> read(String text) {
        return CsvReader.read("a.csv", text, names -> names.contains("单位"), problems);
    }

    private void assertRefused(String text, String code, String place) {
        assertThat(read(text)).isEmpty();
        assertThat(codes()).containsExactly(code);
        assertThat(problems.all().get(0).place().words().zh()).isEqualTo(place);
    }

    private List<String> codes() {
        return problems.all().stream().map(Diagnostic::code).toList();
    }

    private static List<List<String>> texts(SheetTable table) {
        return table.rows().stream().map(SheetRow::texts).toList();
    }
}
