package guifan.report;

import guifan.evaluate.Robustness;
import guifan.evaluate.Robustness.Drop;
import guifan.evaluate.Robustness.Stand;
import guifan.evaluate.StandardCard;
import guifan.evaluate.UnitResult.Outcome;
import guifan.number.Rational;
import guifan.rule.Numbers;
import guifan.source.Language;
import guifan.source.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** How much grades and ranks hang on single indicators and their points, marked as a trial; never for papers. */
public final class RobustnessPage {

    private final Robustness robustness;
    private final StandardCard card;
    private final Language language;

    private RobustnessPage(Robustness robustness, Language language) {
        this.robustness = robustness;
        this.card = robustness.evaluation().standard();
        this.language = language;
    }

    /**
     * Writes {@code robustness} for people.
     *
     * @throws IOException if {@code out} cannot be written
     */
    public static void write(Robustness robustness, Language language, Appendable out) throws IOException {
        new RobustnessPage(robustness, language).write(new Page(out, language));
    }

    /**
     * Writes {@code robustness} as JSON, which nothing takes for a result.
     *
     * @throws IOException if {@code out} cannot be written
     */
    public static void writeJson(Robustness robustness, Appendable out) throws IOException {
        StandardCard card = robustness.evaluation().standard();
        JsonWriter.write(
                new Members()
                        .with(JsonReader.TRIAL, Members.words(WhatIfPage.MARK))
                        .with("standard", card.id())
                        .with("rulesHash", card.rulesHash())
                        .with("seed", Rational.of(robustness.seed()))
                        .with("samples", robustness.samples())
                        .with("spread", robustness.spread())
                        .with(
                                "withoutIndicator",
                                robustness.drops().stream()
                                        .map(RobustnessPage::json)
                                        .toList())
                        .with(
                                "units",
                                robustness.stands().stream()
                                        .map(stand -> json(stand, card))
                                        .toList())
                        .object(),
                out);
    }

    private static Object json(Drop drop) {
        return new Members()
                .with("indicator", drop.indicator())
                .with("grades", drop.grades())
                .with("ranks", drop.ranks())
                .with("furthest", drop.furthest())
                .object();
    }

    private static Object json(Stand stand, StandardCard card) {
        Outcome now = Objects.requireNonNull(stand.unit().outcome());
        return new Members()
                .with("unit", stand.unit().unit())
                .with("rank", now.rank())
                .with("bestRank", stand.best())
                .with("worstRank", stand.worst())
                .with("sameRank", stand.sameRank())
                .with("gradeName", card.grades().get(now.grade()).name())
                .with("bestGradeName", card.grades().get(stand.bestGrade()).name())
                .with("worstGradeName", card.grades().get(stand.worstGrade()).name())
                .with("sameGrade", stand.sameGrade())
                .object();
    }

    private void write(Page page) throws IOException {
        for (Text line : StandardLine.lines(robustness.evaluation())) {
            page.line(0, line);
        }
        page.line(0, WhatIfPage.MARK);
        page.blank();
        drops(page);
        page.blank();
        page.line(
                0,
                "各指标分值同时随机增减，最多 %s%%，试 %s 次（种子 %s），合计仍折算为 %s 分：",
                "All points changed at random together, by up to %s%%, %s times (seed %s), re-based to %s:",
                Numbers.shown(robustness.spread().times(Rational.HUNDRED)),
                robustness.samples(),
                robustness.seed(),
                card.total());
        List<Stand> stands = new ArrayList<>(robustness.stands());
        stands.sort(Comparator.comparing(
                stand -> Objects.requireNonNull(stand.unit().outcome()).rank()));
        for (Stand stand : stands) {
            page.line(1, sentence(stand));
        }
    }

    private void drops(Page page) throws IOException {
        List<Drop> telling = robustness.drops().stream()
                .filter(drop -> drop.ranks() + drop.grades() > 0)
                .sorted(Comparator.comparing(Drop::grades)
                        .thenComparing(Drop::ranks)
                        .thenComparing(Drop::furthest)
                        .reversed())
                .toList();
        int without = robustness.drops().size() - telling.size();
        page.line(
                0,
                "逐项去掉一个指标（其余按比例折算，等次上限的条件不变）：%s 项去掉后有单位的等次或名次变化，%s 项没有影响",
                "Without one indicator (the others re-based, caps as they are): %s of them change a grade or rank, %s change none",
                telling.size(),
                without);
        if (telling.isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                new Text("去掉的指标", "without").in(language),
                new Text("等次变化（单位数）", "grades changed").in(language),
                new Text("名次变化（单位数）", "ranks changed").in(language),
                new Text("最多移动（位）", "moved at most").in(language)));
        for (Drop drop : telling) {
            rows.add(List.of(
                    card.indicator(drop.indicator()).orElseThrow().base().name(),
                    String.valueOf(drop.grades()),
                    String.valueOf(drop.ranks()),
                    drop.furthest().toString()));
        }
        Aligned.write(rows, page);
    }

    private Text sentence(Stand stand) {
        Outcome now = Objects.requireNonNull(stand.unit().outcome());
        boolean still = stand.best().equals(stand.worst());
        Text rank = still
                ? Text.of("名次第 %s，始终不变", "rank %s throughout", now.rank())
                : Text.of(
                        "名次第 %s，在第 %s 至第 %s 之间（%s/%s 次不变）",
                        "rank %s, between %s and %s (the same in %s of %s)",
                        now.rank(),
                        stand.best(),
                        stand.worst(),
                        stand.sameRank(),
                        robustness.samples());
        String name = card.grades().get(now.grade()).name();
        Text grade = stand.bestGrade() == stand.worstGrade()
                ? Text.of("；等次始终为%s", "; %s throughout", name)
                : Text.of(
                        "；等次%s，在%s至%s之间（%s/%s 次不变）",
                        "; %s, between %s and %s (the same in %s of %s)",
                        name,
                        card.grades().get(stand.bestGrade()).name(),
                        card.grades().get(stand.worstGrade()).name(),
                        stand.sameGrade(),
                        robustness.samples());
        return Text.of("%s：", "%s: ", stand.unit().unit()).plus(rank).plus(grade);
    }
}
