package guifan.report;

import guifan.diff.ResultDiff;
import guifan.diff.UnitDiff;
import guifan.diff.UnitDiff.Standing;
import guifan.evaluate.Evaluation;
import guifan.evaluate.Evaluation.Input;
import guifan.evaluate.Overrides.Change;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.Totals;
import guifan.number.Rational;
import guifan.number.Rounding;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Says what differs between two results. */
final class ResultDiffWords {

    private static final Rounding ONE = new Rounding(1, Rounding.Mode.HALF_UP);
    static final Text ARROW = Text.of(" → ");
    private static final Text NONE = new Text("无", "none");

    private final ResultDiff diff;

    ResultDiffWords(ResultDiff diff) {
        this.diff = diff;
    }

    /** Returns a number with its sign, exact where that is short. */
    static String signed(Rational value) {
        String shown = Figures.brief(value.abs());
        return value.isZero() ? "0" : (value.signum() > 0 ? "+" : "−") + shown;
    }

    /** Returns a share in percent with one decimal. */
    static String percent(Rational share) {
        return ONE.format(share.times(Rational.HUNDRED)) + "%";
    }

    /** Returns what both results are, and how their inputs differ. */
    List<Text> head() {
        List<Text> lines = new ArrayList<>();
        lines.add(side(new Text("旧结果", "before"), diff.before()));
        lines.add(side(new Text("新结果", "after"), diff.after()));
        if (!diff.isBySameRules()) {
            lines.add(new Text("评价标准的规则不同，得分只宜比较得分率", "the rules of the standards differ; compare rates, not points"));
        } else if (!diff.before()
                .standard()
                .textHash()
                .equals(diff.after().standard().textHash())) {
            lines.add(new Text("评价标准的文字不同，规则相同", "the standards differ in wording, their rules are the same"));
        }
        for (Input old : diff.before().inputs()) {
            diff.after().inputs().stream()
                    .filter(now ->
                            now.name().equals(old.name()) && !now.sha256().equals(old.sha256()))
                    .forEach(now -> lines.add(Text.of(
                            "填报表 %s 的内容不同（sha256 %s → %s）",
                            "the sheets named %s differ (sha256 %s → %s)",
                            old.name(),
                            brief(old.sha256()),
                            brief(now.sha256()))));
        }
        return lines;
    }

    private static String brief(String hash) {
        return hash.length() <= 8 ? hash : hash.substring(0, 8) + "…";
    }

    private static Text side(Text name, Evaluation evaluation) {
        Text year = evaluation.year() == null
                ? Text.of("")
                : Text.of("，%s年度", ", year %s", evaluation.year().toString());
        List<String> sheets = evaluation.inputs().stream().map(Input::name).toList();
        return Text.of("%s：", "%s: ", name)
                .plus(StandardLine.brief(evaluation.standard()))
                .plus(year)
                .plus(Text.of("，%s", ", %s", evaluation.stage().title()))
                .plus(Text.of("，填报表 ", ", sheets "))
                .plus(Text.list(sheets));
    }

    /** Returns the header and the row of every unit that differs. */
    List<List<Text>> table() {
        List<List<Text>> rows = new ArrayList<>();
        rows.add(List.of(
                new Text("单位", "unit"),
                new Text("名次", "rank"),
                new Text("旧得分", "before"),
                new Text("新得分", "after"),
                new Text("增减", "change"),
                new Text("等次", "grade"),
                new Text("备注", "note")));
        diff.changed().forEach(unit -> rows.add(row(unit)));
        return rows;
    }

    /** Returns what the table says of one unit. */
    List<Text> row(UnitDiff unit) {
        return List.of(
                Text.of(unit.unit()),
                both(unit, standing -> standing.rank().map(Rational::toString).orElse("")),
                Text.of(total(unit.results().before(), diff.before())),
                Text.of(total(unit.results().after(), diff.after())),
                Text.of(unit.difference(Totals::finalTotal).map(this::change).orElse("")),
                both(unit, Standing::grade),
                note(unit));
    }

    /** Returns by how much a total changed, with the decimals of the totals where both have as many. */
    private String change(Rational change) {
        @Nullable Rounding rounding = diff.after().standard().finalRounding();
        boolean alike =
                rounding != null && rounding.equals(diff.before().standard().finalRounding()) && !change.isZero();
        return alike ? (change.signum() > 0 ? "+" : "−") + Figures.total(change.abs(), rounding) : signed(change);
    }

    private static Text both(UnitDiff unit, Function<Standing, String> part) {
        @Nullable Standing before = unit.results().before();
        @Nullable Standing after = unit.results().after();
        String old = before == null ? "" : part.apply(before);
        String now = after == null ? "" : part.apply(after);
        return Text.of(old.equals(now) ? now : (old.isEmpty() ? "–" : old) + "→" + (now.isEmpty() ? "–" : now));
    }

    private static String total(@Nullable Standing standing, Evaluation evaluation) {
        return standing == null
                ? ""
                : standing.totals()
                        .map(totals -> Figures.total(
                                totals.finalTotal(), evaluation.standard().finalRounding()))
                        .orElse("");
    }

    private Text note(UnitDiff unit) {
        @Nullable Standing before = unit.results().before();
        @Nullable Standing after = unit.results().after();
        if (before == null || after == null) {
            return before == null ? new Text("只在新结果中", "only after") : new Text("只在旧结果中", "only before");
        }
        List<Text> notes = new ArrayList<>();
        if (before.result() == null || after.result() == null) {
            notes.add(
                    before.result() == null
                            ? after.result() == null ? new Text("未评", "not rated") : new Text("原未评", "was not rated")
                            : new Text("未评", "not rated"));
        } else {
            UnitResult old = before.result();
            UnitResult now = after.result();
            if (!old.kind().equals(now.kind())) {
                notes.add(Text.of("类别 %s→%s", "kind %s→%s", old.kind(), now.kind()));
            }
            Text oldRemarks = Remarks.of(diff.before().standard(), old);
            Text newRemarks = Remarks.of(diff.after().standard(), now);
            if (!oldRemarks.equals(newRemarks)) {
                notes.add(orNone(oldRemarks).plus(ARROW).plus(orNone(newRemarks)));
            }
        }
        return Text.join(notes, "；", "; ");
    }

    static Text orNone(Text text) {
        return text.zh().isEmpty() ? NONE : text;
    }

    /** Returns the manual changes that are on one side only, or differ. */
    List<Text> overrides() {
        return diff.overrides().stream()
                .map(sides -> {
                    Change change = sides.any();
                    Text kind = sides.isOnBoth()
                            ? new Text("更正不同", "manual change differs")
                            : sides.before() == null
                                    ? new Text("新增更正", "manual change added")
                                    : new Text("更正已撤", "manual change withdrawn");
                    String name = diff.after()
                            .standard()
                            .indicator(change.question())
                            .map(card -> card.shortName())
                            .orElse(change.question());
                    return kind.plus(Text.of(
                            "：%s，%s：%s→%s；理由：%s；批准：%s，%s，%s",
                            ": %s, %s: %s→%s; reason: %s; approved: %s, %s, %s",
                            change.unit(),
                            name,
                            change.was(),
                            change.now(),
                            change.reason(),
                            change.approvedBy(),
                            change.date(),
                            change.document()));
                })
                .toList();
    }
}
