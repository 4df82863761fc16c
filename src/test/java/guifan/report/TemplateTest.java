package guifan.report;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.evaluate.Evaluation;
import guifan.evaluate.Roster;
import guifan.evaluate.SheetReading;
import guifan.evaluate.SheetSet;
import guifan.evaluate.UnitResult;
import guifan.number.Rational;
import guifan.report.Template.Layout;
import guifan.rule.Form;
import guifan.rule.Item;
import guifan.rule.Rule;
import guifan.source.CsvReader;
import guifan.source.Diagnostic;
import guifan.source.Diagnostic.Severity;
import guifan.source.InputFile;
import guifan.source.Language;
import guifan.source.Problems;
import guifan.source.SheetRow;
import guifan.source.SheetTable;
import guifan.standard.Blank;
import guifan.standard.BlankColumn;
import guifan.standard.Question;
import guifan.standard.Question.Role;
import guifan.standard.Standard;
import guifan.standard.StandardId;
import guifan.standard.StandardLibrary;
import guifan.standard.StandardLibrary.Folder;
import guifan.standard.Standards;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an empty sheet asks for is what reading understands. */
class TemplateTest {

    static List<String> standards() throws Exception {
        return new StandardLibrary(List.of(new Folder(Standards.SHIPPED, "standards")))
                .texts().stream().map(StandardId::toString).toList();
    }

    /** Bodies that belong to units have a row each, and no other layout. */
    static List<String> standardsOfUnits() throws Exception {
        return standards().stream()
                .filter(id -> Standards.shipped(id).bodies().areUnits())
                .toList();
    }

    private static Template template(Standard standard) {
        List<TemplateUnit> units = new ArrayList<>();
        standard.kinds().forEach(kind -> {
            units.add(new TemplateUnit(kind + "甲", kind));
            units.add(new TemplateUnit(kind + "乙", kind));
        });
        return new Template(standard, units, Blank.assessors(standard), 2020, Language.ZH);
    }

    @ParameterizedTest
    @MethodSource("standards")
    void aWideSheetFilledInGivesFullMarks(String id) throws IOException {
        Standard standard = Standards.shipped(id);
        Template template = template(standard);
        SheetTable empty = read(csv(template, Layout.WIDE));
        List<BlankColumn> columns = BlankColumn.of(standard, Blank.assessors(standard));
        List<List<String>> rows = new ArrayList<>(List.of(empty.header()));
        for (SheetRow row : empty.rows()) {
            List<String> cells = new ArrayList<>(row.texts());
            List<String> details = standard.bodies().details();
            for (int i = 1; i <= details.size(); i++) {
                cells.set(i, details.get(i - 1) + rows.size());
            }
            String kind = cells.get(1 + details.size());
            for (int i = 0; i < columns.size(); i++) {
                Optional<Blank> blank = columns.get(i).cell(kind);
                int at = i + 3 + details.size();
                assertThat(cells.get(at)).isEqualTo(blank.isEmpty() ? "不适用" : "");
                blank.ifPresent(one -> cells.set(at, best(standard, one, kind)));
            }
            rows.add(cells);
        }
        assertFullMarks(standard, List.of(rows));
    }

    @ParameterizedTest
    @MethodSource("standardsOfUnits")
    void aLongSheetFilledInGivesFullMarks(String id) throws IOException {
        Standard standard = Standards.shipped(id);
        Template template = template(standard);
        SheetTable empty = read(csv(template, Layout.LONG));
        int measure = empty.header().indexOf("实绩");
        List<List<String>> rows = new ArrayList<>(List.of(empty.header()));
        int at = 0;
        for (TemplateUnit unit : template.units()) {
            for (TemplateRow line : template.rows(unit)) {
                List<String> cells = new ArrayList<>(empty.rows().get(at++).texts());
                if (line.applies()) {
                    cells.set(measure, best(standard, line.blank(), unit.kind()));
                }
                rows.add(cells);
            }
        }
        assertThat(at).isEqualTo(empty.rows().size());
        assertFullMarks(standard, List.of(rows));
    }

    @Test
    void aSheetOfOneUnitNamesWhatReadingGoesBy() throws IOException {
        Template template = template(Standards.shipped("2019"));
        StringBuilder text = new StringBuilder();
        template.writeCsv(template.units().get(0), text);
        assertThat(text.toString().lines().map(line -> line.replace("\uFEFF", "")))
                .contains(
                        "单位：镇甲,类别：镇,年度：2020",
                        "序号,方面,指标代码,指标/子项,计量单位,满分,评分标准,填法,自评实绩,佐证,核定实绩,核减理由,考评员",
                        "\"\",党的领导,party-plan·yearly,纳入党委布局·年度计划,,,,√／×,,,,,",
                        "\"\",监督,super-track·应反馈件数,意见反馈率·应反馈件数,件,,,整数，没有填0,,,,,",
                        "\"\",自身建设,self-archive,档案规范,分,,,考评员打分：应为数字 0–2，以 0.5 为单位,,,,,考评员2");
    }

    @Test
    void whatHasNoOtherNameIsCalledByItsId() {
        Standard standard = Standards.of(Standards.area(
                "id: a, name: 活动, points: 60, measured-in: 次, rule: {kind: count, each: 60}",
                "id: b, name: 活动, points: 40, measured-in: 场, rule: {kind: count, each: 40}"));
        assertThat(BlankColumn.of(standard, Blank.assessors(standard)).stream().map(BlankColumn::heading))
                .containsExactly("a（次）", "b（场）");
    }

    @Test
    void whereKindsAreAskedForOtherItemsOneColumnTakesAll() {
        Standard standard = Standards.of(Standards.area(
                "id: a, name: 报送, points: 100, rule: {kind: checklist, late-loses: 10, items: [{id: p, name: 计划}]},"
                        + " variants: {街道: {rule: {kind: checklist, late-loses: 5,"
                        + " items: [{id: p, name: 计划}, {id: s, name: 总结}]}}}"));
        assertThat(BlankColumn.of(standard, Blank.assessors(standard)).stream().map(BlankColumn::heading))
                .containsExactly("报送（填 全／缺：…）");
    }

    @ParameterizedTest
    @MethodSource("standardsOfUnits")
    void aSheetForEachUnitFilledInGivesFullMarks(String id) throws IOException {
        Standard standard = Standards.shipped(id);
        Template template = template(standard);
        List<List<List<String>>> sheets = new ArrayList<>();
        for (TemplateUnit unit : template.units()) {
            StringBuilder text = new StringBuilder();
            template.writeCsv(unit, text);
            SheetTable empty = read(text.toString());
            assertThat(empty.header()).isEqualTo(Template.UNIT_HEADER);
            List<List<String>> rows = new ArrayList<>();
            empty.above().forEach(row -> rows.add(row.texts()));
            rows.add(empty.header());
            List<TemplateRow> lines = template.rows(unit);
            assertThat(empty.rows()).hasSameSizeAs(lines);
            for (int i = 0; i < lines.size(); i++) {
                List<String> cells = new ArrayList<>(empty.rows().get(i).texts());
                Blank blank = lines.get(i).blank();
                int measure = Template.UNIT_HEADER.indexOf(blank.assessor().isEmpty() ? "自评实绩" : "核定实绩");
                if (lines.get(i).applies()) {
                    cells.set(measure, best(standard, blank, unit.kind()));
                }
                rows.add(cells);
            }
            sheets.add(rows);
        }
        assertFullMarks(standard, sheets);
    }

    @Test
    void theRosterGivesTheOrder() {
        Problems problems = new Problems();
        Roster roster = Roster.read(read("单位,类别,顺序\n乙镇,镇,2\n丙街道,街道,\n甲镇,镇,1\n"), problems);
        assertThat(TemplateUnit.of(roster, Standards.shipped("2019"), problems))
                .containsExactly(
                        new TemplateUnit("甲镇", "镇"), new TemplateUnit("乙镇", "镇"), new TemplateUnit("丙街道", "街道"));
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void aRosterWithAKindOfNoMeaningIsRefused() {
        Problems problems = new Problems();
        Roster roster = Roster.read(read("单位,类别\n甲镇,乡\n"), problems);
        TemplateUnit.of(roster, Standards.shipped("2019"), problems);
        assertThat(problems.all().stream().map(Diagnostic::code)).containsExactly("unknown-kind");
    }

    static String csv(Template template, Layout layout) throws IOException {
        StringBuilder text = new StringBuilder();
        template.writeCsv(layout, text);
        assertThat(text).startsWith("\uFEFF").contains("\r\n");
        return text.toString();
    }

    static SheetTable read(String csv) {
        return CsvReader.read("sheet.csv", csv.replace("\uFEFF", ""), SheetReading::isHeader, new Problems())
                .orElseThrow();
    }

    private static void assertFullMarks(Standard standard, List<List<List<String>>> files) throws IOException {
        Problems problems = new Problems();
        SheetSet sheets = new SheetSet(problems);
        for (int i = 0; i < files.size(); i++) {
            StringBuilder text = new StringBuilder();
            CsvTable.write(files.get(i), text);
            sheets.add(InputFile.of("sheet" + i + ".csv", text.toString().getBytes(StandardCharsets.UTF_8)), null);
        }
        assertThat(sheets.year()).contains(2020);
        Evaluation evaluation = sheets.evaluate(standard, 2020);
        assertThat(problems.all().stream().filter(one -> one.severity() != Severity.NOTE))
                .isEmpty();
        assertThat(evaluation.units()).hasSize(2 * standard.kinds().size());
        for (UnitResult unit : evaluation.units()) {
            assertThat(unit.totals()).isNotNull();
            assertThat(unit.totals().base()).as(unit.unit()).isEqualTo(standard.total());
        }
    }

    /** Returns what gives full marks, the penalty and bonus cells staying blank. */
    private static String best(Standard standard, Blank blank, String kind) {
        Question question = blank.question();
        if (question.role() == Role.BONUS || question.role() == Role.PENALTY) {
            return "";
        }
        if (question.role() == Role.FACT) {
            return blank.choices().isEmpty() ? "1" : "否";
        }
        if (blank.type() == null) {
            return question.shape() == Rule.Shape.CHECKLIST ? "全" : "无";
        }
        if (!blank.choices().isEmpty()) {
            return blank.choices().get(0);
        }
        if (question.ratio() != null) {
            return "12";
        }
        Rule rule =
                standard.indicator(question.id()).orElseThrow().wording(kind).rule();
        if (question.shape() == Rule.Shape.ITEMS) {
            return bestTogether(rule).contains(blank.item()) ? "99" : "0";
        }
        Form form = rule.form();
        String high = blank.type().most() == null ? "99" : blank.type().most().toString();
        Rational none = form.score(Map.of(blank.item(), Rational.ZERO)).score();
        Rational many = form.score(Map.of(blank.item(), Rational.parse(high).orElseThrow()))
                .score();
        return none.compareTo(many) > 0 ? "0" : high;
    }

    /**
     * Returns the fewest items that give the most where each of them is 99 and the others are 0, as far as that may be.
     */
    private static Set<String> bestTogether(Rule rule) {
        List<String> items = rule.form().items().stream().map(Item::id).toList();
        Set<String> best = Set.of();
        Rational most = Rational.of(-1);
        for (int subset = 0; subset < 1 << items.size(); subset++) {
            Map<String, Rational> measures = new HashMap<>();
            Set<String> chosen = new HashSet<>();
            for (int i = 0; i < items.size(); i++) {
                boolean in = (subset >> i & 1) == 1;
                measures.put(items.get(i), Rational.of(in ? 99 : 0));
                if (in) {
                    chosen.add(items.get(i));
                }
            }
            if (rule.complaints(measures).isEmpty() && rule.fallback(measures).isEmpty()) {
                int better = rule.form().score(measures).score().compareTo(most);
                if (better > 0 || (better == 0 && chosen.size() < best.size())) {
                    best = chosen;
                    most = rule.form().score(measures).score();
                }
            }
        }
        return best;
    }
}
