package guifan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.source.Diagnostic;
import guifan.source.Diagnostic.Severity;
import guifan.source.Problems;
import guifan.standard.Standard;
import guifan.standard.Standards;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnsTest {

    private static final Standard STANDARD = Standards.of(Standards.HEAD
            + Standards.oneArea(
                    "id: super-inquiry, name: 专题询问, points: 10, measured-in: 次, rule: {kind: count, each: 5}",
                    "id: dep-reply, name: 代表建议按期答复率, short: 建议答复率, points: 10, measured-in: \"%\", measure: {part:"
                            + " 按期答复件数, whole: 应答复件数, when-zero: full}, rule: {kind: proportional, full-at: 100}",
                    "id: news, name: 新闻信息采用, short: 采用, points: 20, measured-in: 篇,"
                            + " rule: {kind: levels, values: {台山: 1, 江门: 2}}",
                    "id: six, name: “六有”达标, points: 20, measured-in: 项, rule: {kind: checklist, counted: missing,"
                            + " items: [{id: place, name: 场所}, {id: staff, name: 人员}]}",
                    "id: meet, name: 主席团会议（街道人大工委会议）, short: 主席团会议, points: 10, measured-in: 次,"
                            + " rule: {kind: shortfall, target: 4}",
                    "id: rules, name: 制度健全（10项）, short: 制度, points: 10, measured-in: 项, rule: {kind: deduct, each: 1}",
                    "id: plan, name: 监督工作计划, points: 10, rule: {kind: yes-no}, variants: {街道: {name: 监督计划}}",
                    "id: files, name: 档案规范, points: 10, measured-in: 分, rule: {kind: given, step: 0.5}, panel:"
                            + " {combine: mean}")
            + """
            adjustments:
              bonus: {items: [{id: case, name: 创新案例, rule: {kind: levels, values: {省: 1}}}]}
              penalty: {items: [{id: late, name: 迟报, measured-in: 工作日, rule: {kind: count, each: 0.2}}]}
            facts: [{id: veto, name: 一票否决, type: yes-no}]
            """
            + Standards.GRADES + "...\n");

    @ParameterizedTest
    @CsvSource({
        "super-inquiry, super-inquiry",
        "专题询问, super-inquiry",
        "专题询问（次）, super-inquiry",
        "专题询问(次), super-inquiry",
        "专题询问［次］, -",
        "' 专 题 询 问 ', super-inquiry",
        "SUPER-INQUIRY, super-inquiry",
        "ｓｕｐｅｒ－ｉｎｑｕｉｒｙ, super-inquiry",
        "专题询问（）, super-inquiry",
        "专题询问（填全年次数）, super-inquiry",
        "代表建议按期答复率（%）, dep-reply",
        "代表建议按期答复率（％）, dep-reply",
        "代表建议按期答复率(%), dep-reply",
        "建议答复率, dep-reply",
        "代表建议按期答复率·按期答复件数, dep-reply·part",
        "代表建议按期答复率・应答复件数, dep-reply·whole",
        "建议答复率·应答复件数（件）, dep-reply·whole",
        "dep-reply·按期答复件数, dep-reply·part",
        "新闻信息采用, news",
        "新闻信息采用·台山, news·台山",
        "新闻信息采用•江门（篇）, news·江门",
        "采用·江门, news·江门",
        "news·江门, news·江门",
        "“六有”达标（填 全／缺：…）, six",
        "'\"六有\"达标', six",
        "六有达标, -",
        "“六有”达标（缺项数，0为满分）, six",
        "“六有”达标·场所, six·place",
        "“六有”达标·staff, six·staff",
        "主席团会议（街道人大工委会议）, meet",
        "主席团会议（街道人大工委会议）（次）, meet",
        "主席团会议（次）, meet",
        "主席团会议, meet",
        "制度健全（10项）, rules",
        "制度健全（１０项）, rules",
        "制度, rules",
        "监督工作计划（是/否）, plan",
        "监督工作计划（是／否）, plan",
        "监督计划, plan",
        "档案规范, files",
        "档案规范·考评员1, files@考评员1",
        "档案规范·王某（分）, files@王某",
        "档案规范·王某（市人大）, files@王某(市人大)",
        "加分·创新案例, case",
        "创新案例, case",
        "加分·case, case",
        "加分·创新案例·省, case·省",
        "扣分·迟报（工作日）, late",
        "扣分・迟报, late",
        "一票否决, veto",
        "veto, veto"
    })
    void aHeaderIsAnIdOrANameInAnyWidthWithItsUnitOrWithout(String header, String target) {
        assertThat(target(header)).isEqualTo(target);
    }

    @ParameterizedTest
    @CsvSource({"专题询问（件）", "代表建议按期答复率（件）", "专题询问（是/否）", "扣分·迟报（天）", "一票否决（件）", "建议答复率·应答复件数（%）"})
    void anotherUnitInBracketsIsAnError(String header) {
        assertThat(codes(header)).containsExactly("header-unit");
    }

    @ParameterizedTest
    @CsvSource({
        "专题寻问, 专题询问",
        "专题询问次, 专题询问",
        "代表建议答复率, 代表建议按期答复率",
        "代表建议按期答复, 代表建议按期答复率",
        "新闻信息采用台山, 新闻信息采用·台山",
        "新闻信息采用·开平, 新闻信息采用·台山",
        "六有达标, “六有”达标",
        "一票否决案, 一票否决",
        "专题询间（次）, 专题询问",
        "super-inquery, super-inquiry",
        "监督工作计化, 监督工作计划"
    })
    void aHeaderThatNearlyMatchesIsAnError(String header, String meant) {
        Problems problems = new Problems();
        match(problems, "单位", header);
        assertThat(problems.all()).hasSize(1);
        assertThat(problems.all().get(0).code()).isEqualTo("near-miss");
        assertThat(problems.all().get(0).message().zh()).contains("“" + meant + "”");
    }

    @Test
    void aColumnOfNoMeaningIsIgnoredWithAWarning() {
        Problems problems = new Problems();
        assertThat(match(problems, "单位", "类别", "年度", "备注", "专题询问", "联系人")).containsOnlyKeys(4);
        assertThat(problems.all()).hasSize(1);
        Diagnostic warning = problems.all().get(0);
        assertThat(warning.severity()).isEqualTo(Severity.WARNING);
        assertThat(warning.code()).isEqualTo("ignored-column");
        assertThat(warning.message().zh()).contains("备注、联系人");
    }

    @ParameterizedTest
    @CsvSource({
        "专题询问（次）, super-inquiry",
        "专题询问, 专题询问（次）",
        "建议答复率, dep-reply",
        "新闻信息采用·台山, news·台山",
        "监督计划, 监督工作计划",
        "档案规范·甲, 档案规范·甲（分）",
        "加分·创新案例, 创新案例"
    })
    void twoColumnsOfTheSameMeaningAreAnError(String first, String second) {
        Problems problems = new Problems();
        match(problems, "单位", first, second);
        assertThat(problems.all()).extracting(Diagnostic::code).containsExactly("duplicate-column");
        assertThat(problems.all().get(0).message().zh()).contains("B 列「" + first + "」");
        assertThat(problems.all().get(0).place().words().zh()).contains("C 列「" + second + "」");
    }

    @ParameterizedTest
    @CsvSource({
        "新闻信息采用, 新闻信息采用·台山",
        "“六有”达标, “六有”达标·场所",
        "代表建议按期答复率（%）, 代表建议按期答复率·应答复件数",
        "档案规范, 档案规范·考评员1",
        "加分·创新案例, 加分·创新案例·省"
    })
    void aColumnForTheWholeBesideColumnsForItemsIsAnError(String whole, String item) {
        for (List<String> headers : List.of(List.of("单位", whole, item), List.of("单位", item, whole))) {
            Problems problems = new Problems();
            match(problems, headers.toArray(String[]::new));
            assertThat(problems.all()).extracting(Diagnostic::code).containsExactly("two-forms");
        }
    }

    @Test
    void severalAssessorsAreSeveralColumns() {
        Problems problems = new Problems();
        Map<Integer, Target> matched = match(problems, "单位", "档案规范·考评员1", "档案规范·考评员2");
        assertThat(problems.all()).isEmpty();
        assertThat(matched.values()).extracting(Target::assessor).containsExactly("考评员1", "考评员2");
    }

    @Test
    void onlyWhereThereIsAPanelAreThereAssessors() {
        assertThat(codes("专题询问·考评员1")).containsExactly("ignored-column");
    }

    @ParameterizedTest
    @ValueSource(strings = {"单位", "单位名称", "unit", " 单 位 ", "Unit"})
    void theColumnOfTheUnitsMakesTheHeader(String header) {
        assertThat(Columns.isHeader(List.of("序号", header))).isTrue();
        assertThat(Columns.isHeader(List.of("序号", "单位代码"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "子项目 责任单位 类别 年末完成情况, true",
        "子项目 类别 完成, false",
        "类别 镇 说明, false",
        "类别 镇 年度 2019, false",
        "子项目 责任单位 完成 说明, false"
    })
    void theKindBesideSeveralOthersMakesAHeaderToo(String cells, boolean header) {
        assertThat(Columns.isHeader(List.of(cells.split(" ")))).isEqualTo(header);
    }

    @Test
    void shippedHeadersAreAllUnderstood() {
        Standard standard = Standards.shipped("2019.1");
        Columns columns = new Columns(standard, new Problems());
        for (String kind : standard.kinds()) {
            standard.questions(kind).forEach(question -> {
                for (String name :
                        List.of(question.id(), question.name(), question.name() + "（" + question.measuredIn() + "）")) {
                    Optional<Target> target = columns.target(name, Sheets.PLACE);
                    assertThat(target).as(name).map(Target::question).contains(question.id());
                }
            });
        }
    }

    private static String target(String header) {
        Problems problems = new Problems();
        Optional<Target> target = new Columns(STANDARD, problems).target(header, Sheets.PLACE);
        assertThat(problems.all()).isEmpty();
        return target.map(found -> found.question()
                        + (found.item().isEmpty() ? "" : "·" + found.item())
                        + (found.assessor().isEmpty() ? "" : "@" + found.assessor()))
                .orElse("-");
    }

    private static List<String> codes(String header) {
        Problems problems = new Problems();
        match(problems, "单位", header);
        return problems.all().stream().map(Diagnostic::code).toList();
    }

    private static Map<Integer, Target> match(Problems problems, String... headers) {
        String header = String.join(
                ",", List.of(headers).stream().map(one -> '"' + one + '"').toList());
        String row = "x" + ",".repeat(headers.length - 1);
        return new Columns(STANDARD, problems)
                .match(Sheets.tables(problems, header + "\n" + row + "\n").get(0));
    }
}
