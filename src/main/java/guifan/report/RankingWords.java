package guifan.report;

import guifan.source.Text;
import guifan.standard.Area;
import guifan.standard.Ranking;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.List;

/** How units are ranked, in words. */
final class RankingWords {

    private RankingWords() {}

    /** Returns how the units of {@code standard} are ranked. */
    static Text of(Standard standard) {
        Ranking ranking = standard.ranking();
        List<Text> chain = new ArrayList<>();
        ranking.chain().forEach(link -> chain.add(compared(standard, link)));
        return Text.of(
                "%s按最终得分排名%s；%s。",
                "%sby the final total%s; %s.",
                ranking.withinKind() ? Text.of("各类单位分别", "within each kind ") : Text.of(""),
                chain.isEmpty()
                        ? Text.of("")
                        : Text.of("，同分的依次比较%s", ", equal ones by %s in turn", Text.join(chain, "、", ", ")),
                switch (ranking.ties()) {
                    case SHARE -> Text.of("仍相同的并列（1、2、2、4）", "then they share a rank (1, 2, 2, 4)");
                    case DENSE -> Text.of("仍相同的并列，名次连续（1、2、2、3）", "then they share a rank (1, 2, 2, 3)");
                    case AVERAGE -> Text.of("仍相同的取平均名次（1、2.5、2.5、4）", "then their ranks are averaged (1, 2.5, 2.5, 4)");
                });
    }

    private static Text compared(Standard standard, Ranking.Link link) {
        String indicator =
                standard.indicator(link.id()).map(one -> one.base().name()).orElse(link.id());
        return switch (link.subject()) {
            case AREA ->
                Text.of(
                        "“%s”得分率",
                        "the rate of \"%s\"",
                        standard.areas().stream()
                                .flatMap(Area::withInner)
                                .filter(area -> area.id().equals(link.id()))
                                .map(Area::name)
                                .findFirst()
                                .orElse(link.id()));
            case INDICATOR -> Text.of("“%s”得分率", "the rate of \"%s\"", indicator);
            case MEASURE ->
                Text.of(
                        link.higher() ? "“%s”实绩（高者在前）" : "“%s”实绩（低者在前）",
                        link.higher() ? "\"%s\" (the higher first)" : "\"%s\" (the lower first)",
                        indicator);
            case BASE -> Text.of("基础分", "the base total");
            case EXACT -> Text.of("未舍入的最终得分", "the final total before rounding");
            case DECISION -> Text.of("%s的决定", "the decision of %s", link.id());
            case MARKS -> Text.of("考评员评分合计", "the sum of all marks");
        };
    }
}
