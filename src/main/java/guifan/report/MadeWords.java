package guifan.report;

import guifan.evaluate.StandardCard.ItemCard;
import guifan.number.Rational;
import guifan.rule.Joining;
import guifan.rule.Working;
import guifan.rule.Working.Addend;
import guifan.rule.Working.Made;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says how measures were worked out of what was filled in, before the rule was applied. */
final class MadeWords {

    private final Map<String, ItemCard> items;
    private final String measuredIn;

    MadeWords(Map<String, ItemCard> items, String measuredIn) {
        this.items = items;
        this.measuredIn = measuredIn;
    }

    /** Returns what the measure of a working is counted in: percent where it is a share of a whole. */
    static String measuredIn(Working working, String measuredIn) {
        Optional<Made> made = working.made().stream()
                .filter(one -> !one.item().equals(Working.TARGET))
                .findFirst();
        if (made.isEmpty() || made.get().under().isEmpty()) {
            return measuredIn;
        }
        return isShare(made.get()) ? "%" : "";
    }

    private static boolean isShare(Made made) {
        return made.times().equals(Rational.HUNDRED);
    }

    /** Returns the formula of a measure: {@code 满意率 = (满意 17 + 基本满意 11) ÷ 全体人数 35 = 80%}. */
    Text formula(Made made) {
        Text over = joined(made.over(), made.joining(), !made.under().isEmpty());
        Text under =
                made.under().isEmpty() ? Text.of("") : Text.of(" ÷ ").plus(joined(made.under(), Joining.SUM, true));
        Text name = Text.of(made.name().isEmpty() ? "" : made.name() + " = ");
        return name.plus(over).plus(under).plus(Text.of(" = ")).plus(value(made));
    }

    /** Returns the value of a measure with what it is counted in. */
    Text value(Made made) {
        boolean percent = made.under().isEmpty() ? measuredIn.equals("%") || measuredIn.equals("％") : isShare(made);
        return percent
                ? Text.of(Figures.brief(made.value()) + "%")
                : Figures.result(made.value())
                        .plus(Text.of(made.under().isEmpty() && !measuredIn.isEmpty() ? " " + measuredIn : ""));
    }

    private Text joined(List<Addend> addends, Joining joining, boolean bracketed) {
        List<Text> said = new ArrayList<>();
        for (Addend one : addends) {
            String weight = one.weight().equals(Rational.ONE) ? "" : "×" + Figures.exact(one.weight());
            said.add(Text.of(name(one) + Figures.exact(one.value()) + weight));
        }
        if (joining == Joining.MEAN) {
            return Text.of("(%s) ÷ %s", "(%s) ÷ %s", Text.join(said, " + ", " + "), addends.size());
        }
        if (joining != Joining.SUM) {
            return Text.of("%s（%s）", "%s (%s)", Text.join(said, "、", ", "), joining.words());
        }
        Text sum = Text.join(said, " + ", " + ");
        return bracketed && addends.size() > 1 ? Text.of("(%s)", "(%s)", sum) : sum;
    }

    private String name(Addend addend) {
        ItemCard item = items.get(addend.item());
        return item == null || item.name().isEmpty() ? "" : item.name() + " ";
    }
}
