package guifan.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource({
        "专题询问（次）, 专题询问(次)",
        "专题询问［次］, 专题询问〔次〕",
        "“六有”达标, 「六有」达标",
        "“六有”达标, '\"六有\"达标'",
        "新闻信息采用·台山, 新闻信息采用・台山",
        "新闻信息采用•台山, 新闻信息采用‧台山",
        "是／否, 是/否",
        "缺：设备, 缺:设备",
        "自评－核定, 自评-核定",
        "自评—核定, 自评–核定",
        "自评——核定, 自评-核定",
        "ＤＥＰ－ｒｅｐｌｙ, dep-reply",
        "Dep-Reply, dep-reply",
        "得 分, 得分",
        "得　分, 得分",
        "比率（％）, 比率(%)",
        "１２３, 123",
        "⼈⼤⼯作, 人大工作",
    })
    void theSameNameWrittenDifferentlyIsEqual(String one, String other) {
        assertThat(Names.normalise(one)).isEqualTo(Names.normalise(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"得\u200B分", "\uFEFF得分", "得\u00A0分", "得\u2060分", "得\u00AD分", "得分\uFE0F", "得\n分", "\u202A得分\u202C"
            })
    void whatIsNotSeenDoesNotCount(String name) {
        assertThat(Names.normalise(name)).isEqualTo("得分");
    }

    @ParameterizedTest
    @CsvSource({"①, 1", "Ⅱ, II", "甲·乙, 甲乙", "甲/乙, 甲·乙", "甲-乙, 甲:乙", "《办法》, 办法"})
    void differentNamesStayDifferent(String one, String other) {
        assertThat(Names.normalise(one)).isNotEqualTo(Names.normalise(other));
    }

    @Test
    void accentsAreComposedAndTurkishDoesNotMatter() {
        assertThat(Names.normalise("e\u0301")).isEqualTo("é");
        assertThat(Names.normalise("TITLE")).isEqualTo("title");
    }

    @ParameterizedTest
    @ValueSource(strings = {" 白沙镇 ", "　白沙镇　", "\u00A0白沙镇\u200B", "\t白沙镇\r\n", "白沙镇"})
    void blanksOfAnyKindAreStripped(String name) {
        assertThat(Names.strip(name)).isEqualTo("白沙镇");
    }

    @Test
    void blanksInsideStay() {
        assertThat(Names.strip(" 台山3　江门1 ")).isEqualTo("台山3　江门1");
        assertThat(Names.strip(" 　")).isEmpty();
    }

    @Test
    void lineBreaksInAHeaderGoWithTheBlanksAroundThem() {
        assertThat(Names.header(" 代表建议\r\n 按期答复率\n（%） ")).isEqualTo("代表建议按期答复率（%）");
    }
}
