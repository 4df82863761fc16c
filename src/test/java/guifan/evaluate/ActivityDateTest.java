package guifan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivityDateTest {

    @ParameterizedTest
    @CsvSource({
        "2019-03-05, 2019-03-05",
        "2019-3-5, 2019-03-05",
        "2019/3/5, 2019-03-05",
        "2019.3.05, 2019-03-05",
        "2019年3月5日, 2019-03-05",
        "2019年12月31号, 2019-12-31",
        "２０１９－０３－０５, 2019-03-05",
        "20190305, 2019-03-05",
        "2019-03-05 00:00, 2019-03-05",
        "2019-03-05 09:30:00, 2019-03-05",
        "2020-02-29, 2020-02-29",
    })
    void aDateWithItsYearFirstIsRead(String cell, String date) {
        assertThat(ActivityDate.parse(cell)).hasToString("Optional[" + date + "]");
    }

    @ParameterizedTest
    @CsvSource({
        "05/03/2019, which number is",
        "3-5-19, which number is",
        "19年3月5日, which number is",
        "3月5日, the year is missing",
        "3/5, the year is missing",
        "2019年3月, the day is missing",
        "2019-03, the day is missing",
        "2019, the day is missing",
        "43529, serial number",
        "2019-02-29, no such day",
        "2019-13-01, no such day",
        "20190230, no such day",
        "2019-03-05至03-07, span of time",
        "2019年3月5—7日, span of time",
        "2019-03/05, not understood",
        "去年, not understood",
    })
    void whatIsNotCertainIsRefusedWithItsReason(String cell, String reason) {
        assertThat(ActivityDate.parse(cell)).isEmpty();
        assertThat(ActivityDate.complaint(cell).en()).contains(reason).contains(cell);
    }
}
