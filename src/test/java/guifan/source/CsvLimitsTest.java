package guifan.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class CsvLimitsTest {

    private final Problems problems = new Problems();

    @Test
    void aCellMayHaveAsManyCharactersAsInExcel() {
        assertThat(read("单位,备注\n甲," + "a".repeat(32_767) + "\n")).isPresent();
        assertThat(problems.all()).isEmpty();
        assertThat(read("单位,备注\n甲," + "a".repeat(32_768) + "\n")).isEmpty();
        assertOnly("cell-too-long", "a.csv: 第 2 行 B 列");
    }

    @Test
    void aHugeCellIsRefused() {
        assertThat(read("单位,备注\n甲,\"" + "a,\n".repeat(10_000_000) + "\"\n")).isEmpty();
        assertOnly("cell-too-long", "a.csv: 第 2 行 B 列");
    }

    @Test
    void aHugeOpenQuoteIsRefusedWhereItOpens() {
        assertThat(read("单位,备注\n甲,1\n乙,\"" + "a,\n".repeat(10_000_000))).isEmpty();
        assertOnly("open-quote", "a.csv: 第 3 行 B 列");
    }

    @Test
    void asManyColumnsAsAllowedAreRead() {
        assertThat(read("x,".repeat(1023) + "单位\n")).isEmpty();
        assertThat(problems.all()).extracting(Diagnostic::code).doesNotContain("too-many-columns");
    }

    @Test
    void tooManyColumnsAreRefused() {
        assertThat(read("单位,甲\n1,2\n" + ",".repeat(2_000_000) + "\n")).isEmpty();
        assertOnly("too-many-columns", "a.csv: 第 3 行 ALL 列".replace("ALL", CellPlace.letters(1024)));
    }

    @Test
    void asManyRowsAsAllowedAreReadAndNoMore() {
        assertThat(read("单位,x\n" + "甲,1\n".repeat(999_999) + ",\n".repeat(50_000) + "乙,2\n"))
                .hasValueSatisfying(table -> assertThat(table.rows()).hasSize(1_000_000));
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void tooManyRowsAreRefused() {
        read("单位,x\n" + "甲,1\n".repeat(1_000_003));
        assertOnly("too-many-rows", "a.csv: 第 1000002 行");
    }

    @Test
    void manyWrongQuotesAreNotAllTold() {
        assertThat(read("单位,x\n" + "\"a\"b,1\n".repeat(100_000))).isEmpty();
        assertThat(problems.all()).hasSize(20);
    }

    private Optional<SheetTable> read(String text) {
        return CsvReader.read("a.csv", text, names -> names.contains("单位"), problems);
    }

    private void assertOnly(String code, String place) {
        assertThat(problems.all()).extracting(Diagnostic::code).containsExactly(code);
        assertThat(problems.all().get(0).place().words().zh()).isEqualTo(place);
    }
}
