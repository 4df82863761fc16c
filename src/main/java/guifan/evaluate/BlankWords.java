package guifan.evaluate;

import guifan.rule.Item;
import guifan.rule.MeasureType;
import guifan.rule.MeasureType.Kind;
import guifan.rule.Rule.Shape;
import guifan.source.Text;
import guifan.standard.Indicator.Ratio;
import guifan.standard.Question;
import java.util.List;
import java.util.Optional;

/** Says of what a unit left blank what belongs there. */
final class BlankWords {

    private static final Text NOTHING = Text.of("");

    private final String unit;
    private final Question question;

    BlankWords(String unit, Question question) {
        this.unit = unit;
        this.question = question;
    }

    /**
     * Says that nothing of the question is filled in.
     *
     * @param entries its cells, all of them blank; none where it has no cell
     */
    Text all(List<Entry> entries) {
        boolean marked = entries.stream().anyMatch(entry -> !entry.assessor().isEmpty());
        boolean itemised = entries.stream().anyMatch(entry -> !entry.item().isEmpty());
        Text state = marked
                ? Text.of("考评员未参加的填“缺席”，本单位的填“回避”", "an assessor who was away writes 缺席 (absent) or 回避 (recused)")
                : Text.of("确未报送请填“未报”", "write 未报 if it was not reported");
        return Text.of(
                "%s 的“%s”未填；%s；%s",
                "\"%2$s\" of %1$s is blank; %3$s; %4$s", unit, question.name(), itemised ? apart() : together(), state);
    }

    /** Says that one cell is blank beside others that are filled in. */
    Text one(Entry entry) {
        Ratio ratio = question.ratio();
        if (!entry.assessor().isEmpty()) {
            return Text.of(
                    "%s 的“%s”考评员未打分；未参加请填“缺席”，本单位的请填“回避”",
                    "the assessor gave no mark on \"%2$s\" of %1$s; write 缺席 (absent) or 回避 (recused)",
                    unit,
                    question.name());
        }
        if (ratio != null && entry.item().equals(Question.PART)) {
            return part(Text.of("分子“%s”", "part \"%s\"", ratio.part()));
        }
        if (ratio != null && entry.item().equals(Question.WHOLE)) {
            return part(Text.of("分母“%s”", "whole \"%s\"", ratio.whole()));
        }
        Optional<Item> item = question.items().stream()
                .filter(one -> one.id().equals(entry.item()))
                .findFirst();
        return Text.of(
                "%s 的“%s”中“%s”未填；%s",
                "\"%3$s\" of \"%2$s\" of %1$s is blank; %4$s",
                unit,
                question.name(),
                item.map(Item::name).orElse(entry.item()),
                item.map(one -> cell(one.type())).orElse(NOTHING));
    }

    private Text part(Text named) {
        return Text.of(
                "%s 的“%s”的%s未填；%s",
                "the %3$s of \"%2$s\" of %1$s is blank; %4$s", unit, question.name(), named, count(""));
    }

    /** Returns what belongs into the cells of a question that has one for every item. */
    private Text apart() {
        Ratio ratio = question.ratio();
        if (ratio != null) {
            return Text.of(
                    "分子“%s”和分母“%s”各填整数，没有的填 0",
                    "give the part \"%s\" and the whole \"%s\" as whole numbers, 0 if none",
                    ratio.part(),
                    ratio.whole());
        }
        List<Item> items = question.items();
        boolean alike = items.stream().map(Item::type).distinct().count() == 1;
        return alike
                ? Text.of(
                        "“%s”各格%s",
                        "each of the cells \"%s\": %s",
                        names("”“", "\", \""),
                        cell(items.get(0).type()))
                : Text.join(
                        items.stream()
                                .map(item -> Text.of("“%s”%s", "\"%s\": %s", item.name(), cell(item.type())))
                                .toList(),
                        "，",
                        ", ");
    }

    /** Returns what belongs into the one cell of a question. */
    private Text together() {
        Text names = names("、", ", ");
        return switch (question.shape()) {
            case SINGLE -> cell(question.items().get(0).type());
            case CHECKLIST -> checklist(names);
            case LEVELS ->
                Text.of(
                        "应写各有多少，如 %s2（%s），都没有的填“无”",
                        "write how many of each, as in %s2 (%s), 无 if none",
                        question.items().get(0).name(),
                        names);
            case CLASSES -> Text.of("应写各有多少，没有的写 0：%s", "write how many of each, 0 if none: %s", given("0", " "));
            case ITEMS -> Text.of("应逐项写明：%s", "write each of them: %s", given("：…", "；"));
        };
    }

    private Text checklist(Text names) {
        boolean timely = question.items().get(0).type().kind() == Kind.TIMELY;
        Text words = timely
                ? Text.of("应填“全”，或写明“缺：…”“迟报：…”", "write 全 (all), or 缺：… (missing), 迟报：… (late)")
                : Text.of("应填“全”“无”，或写明“缺：…”", "write 全 (all), 无 (none), or 缺：… (missing)");
        boolean mayNotArise = question.items().stream().anyMatch(Item::mayNotArise);
        return words.plus(question.counted() == null ? NOTHING : Text.of("，或填项数", ", or how many"))
                .plus(mayNotArise ? Text.of("，没有发生的写“不涉及：…”", ", 不涉及：… for what did not arise") : NOTHING)
                .plus(Text.of("（子项：%s）", " (items: %s)", names));
    }

    private Text names(String zhSeparator, String enSeparator) {
        List<Text> names =
                question.items().stream().map(item -> Text.of(item.name())).toList();
        return Text.join(names, zhSeparator, enSeparator);
    }

    private String given(String answer, String separator) {
        return String.join(
                separator,
                question.items().stream().map(item -> item.name() + answer).toList());
    }

    private Text cell(MeasureType type) {
        if (type.kind() == Kind.YES_NO && question.shape() == Shape.CHECKLIST) {
            return Text.of("应填 √ 或 ×", "√ or × is expected");
        }
        boolean plain = type.kind() == Kind.COUNT && type.least().isZero() && type.most() == null;
        return plain ? count(question.measuredIn()) : type.expected();
    }

    private static Text count(String measuredIn) {
        Text counted = measuredIn.isEmpty() ? NOTHING : Text.of("（%s）", " (%s)", measuredIn);
        return Text.of("应填整数%s，没有的填 0", "expected a whole number%s, 0 if none", counted);
    }
}
