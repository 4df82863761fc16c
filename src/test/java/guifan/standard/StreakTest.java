package guifan.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether grades over years hold, and which years would have to be known. */
class StreakTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | 2 | 合 合 | 是",
                "2 | 2 | 合 优 | 否",
                "2 | 2 | 合 ? | 1",
                "2 | 2 | ? ? 合 | 0 1",
                "2 | 2 | 优 ? | 否",
                "3 | 2 | 合 ? 合 | 是",
                "3 | 2 | 优 ? 合 | 1",
                "3 | 2 | 合 合 | 是",
                "3 | 2 | 合 | 否",
                "0 | 2 | 合 ? 优 合 | 是",
                "0 | 2 | 合 ? ? | 否",
            })
    void yearsThatAreNotKnownAreNamedWhereTheyDecide(int years, int times, String had, String expected) {
        List<Optional<String>> grades = Stream.of(had.split(" "))
                .map(grade -> grade.equals("?") ? Optional.<String>empty() : Optional.of(grade))
                .toList();
        Streak streak = new Streak(List.of("合"), years, times);
        List<String> open = streak.judge(grades).orElse(List.of()).stream()
                .map(String::valueOf)
                .toList();
        String said = streak.holds(grades) ? "是" : open.isEmpty() ? "否" : String.join(" ", open);
        assertThat(said).isEqualTo(expected);
    }
}
