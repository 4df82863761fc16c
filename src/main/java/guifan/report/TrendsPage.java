package guifan.report;

import guifan.diff.Trends;
import guifan.diff.UnitTrend;
import guifan.report.TrendsTables.Table;
import guifan.source.Language;
import guifan.source.Text;
import java.io.IOException;
import java.util.List;

/** Results of several years side by side, as text or Markdown. */
public final class TrendsPage {

    static final Text STANDINGS = new Text("名次、得分、等次", "Ranks, totals, grades");
    static final Text MEANS = new Text("各方面得分率，全部单位平均", "Rates of areas, means of all units");
    static final Text CELLS = new Text("各单位各方面得分率（%）", "Rates of all units in all areas (%)");
    /** How to read ranks and totals. */
    public static final Text READ_STANDINGS = new Text(
            "得分的差＝工作＋标准＋不可比。工作：新实绩按旧标准衡量；标准：结构、规则、分值、取舍；不可比：由新实绩推不出旧实绩的指标",
            "the difference of two totals = work + standard + not comparable. Work: the newer facts by the older standard; standard: structure, rules, points and rounding; not comparable: where the older measure does not follow from the newer ones");
    /** How to read rates. */
    public static final Text READ_RATES = new Text(
            "得分率＝对基础分的贡献÷最多可贡献；差以百分点计，同样分解。平均是有得分率的单位的平均，两年单位不同时差数不等于平均之差",
            "the rate is what an area contributes over the most that it could; differences are in points of a percent, taken apart alike. Means are over the units that have a rate; where two years have other units, the difference is not that of the means");

    static final Text ROUNDED =
            new Text("显示值四舍五入，各部分以精确值相加", "Numbers shown are rounded; the parts add up in the exact values");

    private final TrendsWords words;
    private final TrendsTables tables;
    private final ListPage page;

    private TrendsPage(Trends trends, ListPage page) {
        this.words = new TrendsWords(trends);
        this.tables = new TrendsTables(trends);
        this.page = page;
    }

    /**
     * Writes all units in short, or those of {@code shown} in full.
     *
     * @param shown the units to write in full, none for all in short
     * @param markdown whether it is Markdown, otherwise text
     * @throws IOException if {@code out} cannot be written
     */
    public static void write(Trends trends, List<UnitTrend> shown, boolean markdown, Language language, Appendable out)
            throws IOException {
        new TrendsPage(trends, new ListPage(out, language, markdown)).write(trends, shown);
    }

    private void write(Trends trends, List<UnitTrend> shown) throws IOException {
        page.line(words.title());
        for (Text line : words.head()) {
            page.line(line);
        }
        page.heading(STANDINGS);
        table(tables.standings(shown.isEmpty() ? trends.units() : shown));
        page.line(READ_STANDINGS);
        for (UnitTrend unit : shown) {
            page.heading(Text.of(unit.unit()));
            table(tables.areas(unit));
        }
        if (shown.isEmpty()) {
            page.heading(MEANS);
            table(tables.means());
        }
        List<Text> regrouped = words.regrouped();
        for (Text line : regrouped) {
            page.item(1, line);
        }
        page.line(READ_RATES);
        if (shown.isEmpty()) {
            page.heading(CELLS);
            table(tables.cells(trends.units()));
        }
        page.line(ROUNDED);
    }

    private void table(Table table) throws IOException {
        page.table(table.rows(), table.numbers());
    }
}
