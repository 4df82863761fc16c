package guifan.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarTest {

    private static final List<String> KNOWN =
            List.of("weight", "indicator", "专题询问", "代表建议按期答复率", "白沙镇", "三合镇", "得分（次）");

    @ParameterizedTest
    @CsvSource({
        "wieght, weight",
        "weigth, weight",
        "WEIGHT, weight",
        "weights, weight",
        "indicater, indicator",
        "专题讯问, 专题询问",
        "专题询问次, 专题询问",
        "代表建议办理按期答复率, 代表建议按期答复率",
        "白沙, 白沙镇",
        "沙白镇, 白沙镇",
        "得分(次), 得分（次）",
    })
    void theNearestNameIsFound(String word, String nearest) {
        assertThat(Similar.nearest(word, KNOWN)).contains(nearest);
    }

    @ParameterizedTest
    @CsvSource({"height of all", "否", "海宴镇", "会议", "''", "xyz"})
    void whatIsTooFarIsNotSuggested(String word) {
        assertThat(Similar.nearest(word, KNOWN)).isEmpty();
    }

    @Test
    void theFirstOfEquallyNearNamesIsTaken() {
        assertThat(Similar.nearest("abx", List.of("abc", "abd"))).contains("abc");
        assertThat(Similar.nearest("abd", List.of("abc", "abd"))).contains("abd");
    }

    @Test
    void aHugeWordIsNotCompared() {
        assertThat(Similar.nearest("a".repeat(1_000_000), List.of("a".repeat(999_999))))
                .isEmpty();
    }

    @Test
    void aSuggestionNamesTheNearest() {
        assertThat(Similar.suggestion("wieght", KNOWN))
                .isEqualTo(new Text("，是否应为“weight”？", ", did you mean \"weight\"?"));
    }

    @Test
    void withoutANearNameTheKnownOnesAreListed() {
        assertThat(Similar.suggestion("x", List.of("甲", "乙"))).isEqualTo(new Text("；已知的有：甲、乙", "; known are: 甲, 乙"));
        assertThat(Similar.suggestion("x", List.of()).zh()).isEmpty();
    }

    @Test
    void aLongListIsCut() {
        List<String> many = IntStream.range(0, 40).mapToObj(i -> "指标" + i).toList();
        assertThat(Similar.suggestion("x", many).zh()).endsWith("、指标11……等 40 个").doesNotContain("指标12");
    }

    @Test
    void hiddenCharactersAreShown() {
        assertThat(Similar.suggestion("abcd", Collections.singleton("abc\u001B"))
                        .en())
                .isEqualTo(", did you mean \"abc\\u{1B}\"?");
    }
}
