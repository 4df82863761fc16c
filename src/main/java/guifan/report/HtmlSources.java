package guifan.report;

import guifan.evaluate.Evaluation;
import guifan.evaluate.Evaluation.Input;
import guifan.evaluate.Producer;
import guifan.evaluate.StandardCard;
import guifan.evaluate.Taken;
import guifan.source.Text;
import java.util.List;

/** What a report was made from, so that it can be made again. */
final class HtmlSources {

    static final Text NAME = new Text("依据", "Sources");

    private HtmlSources() {}

    /** Writes the standard and its hashes, and those of {@code inputs}. */
    static void write(Evaluation evaluation, List<Input> inputs, Html html) {
        html.open("dl", "class", "sources");
        standard(evaluation.standard(), html);
        if (evaluation.year() != null) {
            entry(html, "年度", "year", String.valueOf(evaluation.year()));
        }
        entry(html, "阶段", "stage", html.say(evaluation.stage().title()));
        for (Input input : inputs) {
            file(html, new Text("填报表", "sheet"), input);
        }
        if (evaluation.roster() != null) {
            file(html, new Text("单位名册", "roster"), evaluation.roster());
        }
        for (Taken.Source source : evaluation.taken().sources()) {
            file(html, new Text("其他标准的结果", "other result"), source.file());
        }
        for (Taken.Source source : evaluation.history().sources()) {
            file(html, new Text("往年的结果", "earlier result"), source.file());
        }
        if (evaluation.decisions() != null) {
            file(html, new Text("同分的决定", "decisions"), evaluation.decisions().file());
        }
        if (evaluation.overrides() != null) {
            file(html, new Text("更正", "changes by hand"), evaluation.overrides().file());
        }
        html.close();
    }

    /** Writes entries about a standard. */
    static void standard(StandardCard card, Html html) {
        entry(html, "评价标准", "standard", card.title() + (card.issuer().isEmpty() ? "" : "，" + card.issuer()));
        entry(html, "编号", "id", card.id());
        entry(html, "规则哈希", "rules hash", card.rulesHash());
        entry(html, "文本哈希", "text hash", card.textHash());
    }

    /** Writes what made a page that draws charts. */
    static void program(Html html) {
        maker(html);
        html.element(
                "p",
                new Text(
                        "图由 Apache ECharts 5.5.0 绘制（Apache License 2.0，声明见本文件源码），已含在本文件内，打开时不访问网络",
                        "Charts are drawn by Apache ECharts 5.5.0 (Apache License 2.0, notice in the source of this file), "
                                + "which this file holds; nothing is loaded from a network"),
                "class",
                "fine");
    }

    /** Writes which program made a page. */
    static void maker(Html html) {
        html.open("dl", "class", "sources");
        entry(html, "生成程序", "made by", "guifan " + Producer.version());
        html.close();
    }

    private static void file(Html html, Text what, Input input) {
        html.element("dt", what)
                .open("dd")
                .name(UnitJson.baseName(input.name()))
                .text("  SHA-256 ")
                .element("code", input.sha256())
                .close();
    }

    private static void entry(Html html, String zh, String en, String value) {
        html.element("dt", new Text(zh, en)).element("dd", value);
    }
}
