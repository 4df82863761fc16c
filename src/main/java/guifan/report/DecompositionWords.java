package guifan.report;

import static guifan.report.ResultDiffWords.percent;
import static guifan.report.ResultDiffWords.signed;

import guifan.diff.Decomposition;
import guifan.diff.Decompositions;
import guifan.diff.Effect;
import guifan.diff.LineEffect;
import guifan.diff.LineEffect.Kind;
import guifan.diff.LineEffect.Points;
import guifan.diff.ResultDiff;
import guifan.diff.UnitDiff;
import guifan.diff.UnitDiff.Standing;
import guifan.evaluate.StandardCard;
import guifan.evaluate.UnitResult;
import guifan.number.Rational;
import guifan.number.Rounding;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Differences of totals taken apart into work, standard and what is not comparable. */
final class DecompositionWords {

    static final Text TITLE = new Text("增减的分解", "The change taken apart");
    static final Text READ = new Text(
            "旧得分＋工作＋标准＋不可比＝新得分。工作：新实绩按旧标准衡量；标准：结构、规则、分值、取舍依次代入；不可比：由新实绩推不出旧实绩的指标",
            "before + work + standard + not comparable = after. Work: the newer facts by the older standard; standard: structure, rules, points and rounding, one after the other; not comparable: where the older measure does not follow from the newer ones");
    static final Text IMPOSSIBLE = new Text(
            "两份标准之间没有新旧指标对照，增减无法分解",
            "there is no crosswalk between the standards, so the change cannot be taken apart");

    private final ResultDiff diff;

    DecompositionWords(ResultDiff diff) {
        this.diff = diff;
    }

    /** Returns the headings of {@link #row}. */
    static List<Text> heads() {
        List<Text> header = new ArrayList<>(List.of(
                new Text("单位", "unit"), new Text("旧得分", "before"), Effect.WORK.words(), new Text("标准", "standard")));
        for (Effect effect : Effect.values()) {
            if (effect.isOfStandard()) {
                header.add(Text.of("其中%s", "of it %s", effect.words()));
            }
        }
        header.add(Effect.INCOMPARABLE.words());
        header.add(new Text("新得分", "after"));
        return header;
    }

    /** Returns the total of one unit before, the parts of its change, and the total after. */
    List<Text> row(String unit, Decomposition one) {
        List<Text> row = new ArrayList<>();
        row.add(Text.of(unit));
        row.add(Text.of(total(one.before(), diff.before().standard())));
        row.add(part(one.part(Effect.WORK)));
        row.add(part(one.standard()));
        for (Effect effect : Effect.values()) {
            if (effect.isOfStandard()) {
                row.add(part(one.part(effect)));
            }
        }
        row.add(part(one.part(Effect.INCOMPARABLE)));
        row.add(Text.of(total(one.after(), diff.after().standard())));
        return row;
    }

    private Text part(Rational amount) {
        @Nullable Rounding rounding = diff.after().standard().finalRounding();
        return amount.isZero() || rounding == null
                ? Text.of(signed(amount))
                : Text.of((amount.signum() > 0 ? "+" : "−") + Figures.total(amount.abs(), rounding));
    }

    private static String total(Rational total, StandardCard card) {
        return Figures.total(total, card.finalRounding());
    }

    /** Returns the lines of one unit, none where its change is not taken apart. */
    List<Text> details(UnitDiff unit, Decompositions parts) {
        Standing before = unit.results().before();
        Standing after = unit.results().after();
        Decomposition one = parts.byUnit().get(unit.unit());
        return before == null || after == null || before.result() == null || after.result() == null || one == null
                ? List.of()
                : details(before.result(), after.result(), one);
    }

    /** Returns the lines of one unit: comparable ones with their parts, then the others with their points. */
    private List<Text> details(UnitResult before, UnitResult after, Decomposition one) {
        List<Text> lines = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            one.lines().stream()
                    .filter(line -> line.kind() == kind)
                    .forEach(line -> lines.add(line(line, before.kind(), after.kind())));
        }
        Points old = one.incomparable().before();
        Points now = one.incomparable().after();
        if (old != null && now != null) {
            lines.add(Text.of(
                    "不可比的分值：旧 %s，新 %s", "points not comparable: before %s, after %s", points(old), points(now)));
        }
        return lines;
    }

    private Text line(LineEffect line, String oldKind, String newKind) {
        Text name = Text.of(
                "%s → %s：",
                "%s → %s: ",
                names(line.before(), diff.before().standard(), oldKind),
                names(line.after(), diff.after().standard(), newKind));
        return switch (line.kind()) {
            case COMPARABLE ->
                name.plus(Text.of(
                                "旧 %s，新实绩按旧规则 %s，新 %s",
                                "before %s, newer facts by the older rule %s, after %s",
                                points(line.old()),
                                Figures.brief(line.derived()),
                                points(line.now())))
                        .plus(effects(line));
            case INCOMPARABLE ->
                name.plus(Text.of(
                                "不可比，旧 %s，新 %s",
                                "not comparable, before %s, after %s", points(line.old()), points(line.now())))
                        .plus(effects(line));
            case ADDED ->
                name.plus(Text.of("新增，%s", "added, %s", points(line.now()))).plus(effects(line));
            case RETIRED ->
                name.plus(Text.of("不再评，原 %s", "retired, was %s", points(line.old())))
                        .plus(effects(line));
        };
    }

    private static Text effects(LineEffect line) {
        Text words = Text.of("");
        for (Effect effect : Effect.values()) {
            Rational amount = line.effect(effect);
            if (!amount.isZero()) {
                words = words.plus(Text.of("；%s %s", "; %s %s", effect.words(), signed(amount)));
            }
        }
        return words;
    }

    private static Text names(List<String> ids, StandardCard card, String kind) {
        List<Text> names = ids.stream()
                .map(id -> Text.of(card.indicator(id)
                        .map(found -> found.variants().containsKey(kind)
                                ? found.wording(kind).name()
                                : found.shortName())
                        .orElse(id)))
                .toList();
        return names.isEmpty() ? new Text("（无）", "(none)") : Text.join(names, "、", ", ");
    }

    private static Text points(Points points) {
        return points.full().isZero()
                ? new Text("无", "none")
                : Text.of(
                        "%s/%s（%s）",
                        "%s/%s (%s)",
                        Figures.brief(points.reached()),
                        Figures.brief(points.full()),
                        percent(points.rate()));
    }
}
