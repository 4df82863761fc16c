package guifan.source;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.number.Rational;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumeralsTest {

    @ParameterizedTest
    @CsvSource(
            value = {
                "0|0",
                "90.5|90.5",
                "90.50|90.5",
                "-3|-3",
                "+3|3",
                "007|7",
                "９０．５|90.5",
                "－９０|-90",
                "＋１|1",
                "1,000|1000",
                "１，０００|1000",
                "-12,345,678.90|-12345678.9",
                "999,999,999,999,999|999999999999999",
                "999999999999999|999999999999999",
                "0.1234567891|0.1234567891",
            },
            delimiter = '|')
    void numbersAreReadExactly(String cell, String number) {
        assertThat(Numerals.parse(cell)).isEqualTo(Rational.parse(number)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {" 90 ", "　90　", "\u00A090", "90\u200B", "\uFEFF90\t", "\r\n90"})
    void blanksAroundDoNotMatter(String cell) {
        assertThat(Numerals.parse(cell)).contains(Rational.of(90));
    }

    @ParameterizedTest
    @CsvSource({
        "4次, 次, 4",
        "4 次, 次, 4",
        "４次, 次, 4",
        "4, 次, 4",
        "97.5%, %, 97.5",
        "97.5％, %, 97.5",
        "97.5%, ％, 97.5",
        "4, '', 4"
    })
    void whatItIsCountedInMayFollow(String cell, String measuredIn, String number) {
        assertThat(Numerals.parse(cell, measuredIn))
                .isEqualTo(Rational.parse(number))
                .isPresent();
    }

    @Test
    void somethingElseMayNotFollow() {
        assertThat(Numerals.parse("4件", "次")).isEmpty();
        assertThat(Numerals.parse("次", "次")).isEmpty();
        assertThat(Numerals.parse("4次次", "次")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "1,00|逗号只能作千分位",
                "1,0000|逗号只能作千分位",
                "90,5|逗号只能作千分位",
                "1234,567|逗号只能作千分位",
                ",5|逗号只能作千分位",
                "1,,000|逗号只能作千分位",
                "90。5|第3个字符是句号“。”",
                "9O.5|第2个字符是字母“O”",
                "９Ｏ|第2个字符是字母“O”",
                "l0|第1个字符是字母“l”",
                "90.5分|第5个字符是“分”",
                "九十|汉字数字",
                "一百二十|汉字数字",
                "NaN|第1个字符是字母“N”",
                "Infinity|第1个字符是字母“I”",
                "1d|第2个字符是字母“d”",
                "0x1F|第2个字符是字母“x”",
                "1_000|第2个字符是“_”",
                "٩٠|第1个字符是“٩”",
                "12:30|第3个字符是“:”",
                "1e5|科学记数法",
                "1e99999999|科学记数法",
                "1E2147483647|科学记数法",
                "1.23E+17|科学记数法",
                "≥4|第1个字符是“≥”，请填确切的数",
                "＞4|第1个字符是“>”，请填确切的数",
                "约4|第1个字符是“约”，请填确切的数",
                "不少于4次|第1个字符是“不”，请填确切的数",
                "4以上|第2个字符是“以”",
                "3+1|第2个字符是“+”，请填算好的一个数",
                "=3+1|第1个字符是“=”，请填算好的一个数",
                "3/2/1|第2个字符是“/”，请填算好的一个数",
                "11/12|第3个字符是“/”，请填算好的一个数",
                "3-5|第2个字符是“-”，请填算好的一个数",
                "90.5%|这里不用百分号",
                "90.5％|这里不用百分号",
                "2019/11/12|是日期",
                "#DIV/0!|出错信息",
                "####|列宽",
                "12.|没有写完",
                "-|没有写完",
                ".5|第1个字符是“.”",
                "1.2.3|第4个字符是“.”",
                "--1|第2个字符是“-”",
                "是|第1个字符是“是”",
                "—|第1个字符是“—”",
                "缺考|第1个字符是“缺”",
                "①|第1个字符是“①”",
                "9 0|第2个字符是空白（U+0020）",
                "1234567890123456|超过 15 位",
                "0.1234567890123456|超过 15 位",
                "100%%|第4个字符是“%”",
                "𠮷9|第1个字符是“𠮷”",
                "9𠮷x|第2个字符是“𠮷”",
            },
            delimiter = '|')
    void whatIsNotANumberIsRefusedAndExplained(String cell, String reason) {
        assertThat(Numerals.parse(cell)).isEmpty();
        assertThat(Numerals.complaint(cell).zh())
                .startsWith("\"" + cell + "\" 不是数字：")
                .contains(reason);
        assertThat(Numerals.complaint(cell).en())
                .startsWith("\"" + cell + "\" is not a number: ")
                .doesNotContain("个");
    }

    @Test
    void hiddenCharactersAreNamed() {
        assertThat(Numerals.complaint("9\u200B0").zh()).contains("U+200B");
        assertThat(Numerals.complaint("9\u001B0").zh()).contains("\\u{1B}");
        assertThat(Numerals.complaint(" 　").zh()).isEqualTo("空白，不是数字");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1+", "1,", ".", "(", "一", "1.", "#", "1-", "Ａ"})
    void hugeCellsAreRefusedAtOnceAndShownShort(String part) {
        String huge = part.repeat(32_000);
        assertThat(Numerals.parse(huge)).isEmpty();
        assertThat(Numerals.complaint(huge).zh()).hasSizeLessThan(120);
        assertThat(Numerals.looksLikeDate(huge)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2019/11/12",
                "2019-11-12",
                "2019.11.12",
                "２０１９／１１／１２",
                "11/12/2019",
                "11/12/19",
                "11月12日",
                "11月",
                "2019年11月",
                "2019年11月12日",
                "12-Nov",
                "Nov-12",
                "12-Nov-19",
                "2019-11-12 00:00:00",
            })
    void datesAreRecognised(String cell) {
        assertThat(Numerals.looksLikeDate(cell)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"11/12", "2019", "90.5", "3-5", "1.2", "", "11月份", "2019-11/12", "No-12"})
    void otherCellsAreNotDates(String cell) {
        assertThat(Numerals.looksLikeDate(cell)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"#DIV/0!", "#N/A", " #REF! ", "#NAME?", "#VALUE!", "########", "Err:502", "＃N/A"})
    void errorsOfSpreadsheetsAreRecognised(String cell) {
        assertThat(Numerals.looksLikeSheetError(cell)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"#", "#1", "N/A", "", "Error", "#N/A x"})
    void otherCellsAreNoErrorsOfSpreadsheets(String cell) {
        assertThat(Numerals.looksLikeSheetError(cell)).isFalse();
    }

    @Test
    void foldingChangesWidthOnly() {
        assertThat(Numerals.fold("ＡＢ９，．％：　\u00A0①Ⅱ。、")).isEqualTo("AB9,.%:  ①Ⅱ。、");
    }
}
