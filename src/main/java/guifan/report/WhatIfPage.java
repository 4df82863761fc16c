package guifan.report;

import guifan.evaluate.Overrides.Standing;
import guifan.evaluate.StandardCard;
import guifan.evaluate.WhatIf;
import guifan.evaluate.WhatIf.Move;
import guifan.number.Rational;
import guifan.source.Language;
import guifan.source.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who moves if some things were different: before and after, marked as a trial. */
public final class WhatIfPage {

    /** What every page of a trial says. */
    static final Text MARK = new Text("试算，不是评价结果，不得用于通报或存档", "A trial, not a result; not for papers or archives");

    private final WhatIf trial;
    private final StandardCard card;
    private final Language language;

    private WhatIfPage(WhatIf trial, Language language) {
        this.trial = trial;
        this.card = trial.before().standard();
        this.language = language;
    }

    /**
     * Writes {@code trial} for people.
     *
     * @throws IOException if {@code out} cannot be written
     */
    public static void write(WhatIf trial, Language language, Appendable out) throws IOException {
        new WhatIfPage(trial, language).write(new Page(out, language));
    }

    /**
     * Writes {@code trial} as JSON, which nothing takes for a result.
     *
     * @throws IOException if {@code out} cannot be written
     */
    public static void writeJson(WhatIf trial, Appendable out) throws IOException {
        WhatIfPage page = new WhatIfPage(trial, Language.ZH);
        JsonWriter.write(
                new Members()
                        .with(JsonReader.TRIAL, Members.words(MARK))
                        .with("standard", page.card.id())
                        .with("rulesHash", page.card.rulesHash())
                        .with("settings", trial.settings())
                        .with("units", trial.moves().stream().map(page::json).toList())
                        .object(),
                out);
    }

    private Object json(Move move) {
        return new Members()
                .with("unit", move.before().unit())
                .with("moves", move.isMoved())
                .with("before", json(move.was()))
                .with("after", json(move.would()))
                .object();
    }

    private @Nullable Object json(Standing standing) {
        return standing.grade() == null
                ? null
                : new Members()
                        .with("total", standing.total())
                        .with("grade", standing.grade())
                        .with("gradeName", grade(standing))
                        .with("rank", standing.rank())
                        .object();
    }

    private void write(Page page) throws IOException {
        for (Text line : StandardLine.lines(trial.before())) {
            page.line(0, line);
        }
        page.line(0, MARK);
        page.line(
                0,
                "设定：%s",
                "Set: %s",
                Text.join(trial.settings().stream().map(Text::of).toList(), "；", "; "));
        if (trial.rebased()) {
            page.line(
                    0,
                    "改动分值的，得分率不变，合计仍折算为 %s 分",
                    "Where points were set, the rate of the score stays and the total is re-based to %s",
                    card.total());
        }
        List<Move> moved = trial.moves().stream().filter(Move::isMoved).toList();
        page.blank();
        if (!moved.isEmpty()) {
            List<List<String>> rows = new ArrayList<>();
            rows.add(words("单位", "unit", "得分", "total", "变化", "change", "等次", "grade", "名次", "rank"));
            moved.forEach(move -> rows.add(row(move)));
            Aligned.write(rows, page);
            page.blank();
        }
        long grades = moved.stream()
                .filter(move -> !grade(move.was()).equals(grade(move.would())))
                .count();
        long ranks = moved.stream()
                .filter(move -> !move.was().rank().equals(move.would().rank()))
                .count();
        page.line(
                0,
                "共 %s 个单位：%s 个有变化，其中等次变 %s 个、名次变 %s 个",
                "Units: %s; with a change: %s, of the grade: %s, of the rank: %s",
                trial.moves().size(),
                moved.size(),
                grades,
                ranks);
    }

    private List<String> words(String... words) {
        List<String> row = new ArrayList<>();
        for (int i = 0; i < words.length; i += 2) {
            row.add(new Text(words[i], words[i + 1]).in(language));
        }
        return row;
    }

    private List<String> row(Move move) {
        Standing was = move.was();
        Standing would = move.would();
        return List.of(
                move.before().unit(),
                arrow(total(was), total(would)),
                change(was.total(), would.total()),
                arrow(grade(was), grade(would)),
                arrow(rank(was), rank(would)));
    }

    private static String arrow(String was, String would) {
        return was.equals(would) ? was : was + " → " + would;
    }

    private String total(Standing standing) {
        return standing.total() == null ? "-" : Figures.total(standing.total(), card.finalRounding());
    }

    private String change(@Nullable Rational was, @Nullable Rational would) {
        if (was == null || would == null) {
            return "-";
        }
        Rational more = would.minus(was);
        return (more.signum() > 0 ? "+" : "")
                + Figures.total(more, card.finalRounding()).replace('-', '−');
    }

    private String grade(Standing standing) {
        return standing.grade() == null
                ? "-"
                : card.grades().get(standing.grade()).name();
    }

    private static String rank(Standing standing) {
        return standing.rank().isZero() ? "-" : standing.rank().toString();
    }
}
