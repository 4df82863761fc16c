package guifan.standard;

import guifan.rule.Item;
import guifan.rule.MeasureType;
import guifan.rule.Rule.Shape;
import guifan.source.Text;
import guifan.standard.Question.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A cell that an empty sheet asks for: a question as a whole, one of its items, or an assessor's mark.
 *
 * @param item the id of the item, empty for the question as a whole
 * @param itemName the name of the item, empty for the question as a whole
 * @param assessor the assessor who fills it in, empty for the unit itself
 * @param type what may be filled in, or null where one cell answers for all items
 * @param mayNotArise whether 不涉及 may be said
 */
public record Blank(
        Question question,
        String item,
        String itemName,
        String assessor,
        @Nullable MeasureType type,
        boolean mayNotArise) {

    /** The most assessors that a sheet has room for. */
    public static final int MOST_ASSESSORS = 20;

    private static final int USUAL_ASSESSORS = 2;

    private static final String NOT_REPORTED = "未报";
    private static final String NOT_ARISING = "不涉及";

    /** Returns how many assessors a sheet has room for: as many as the panels of {@code standard} reckon with. */
    public static int assessors(Standard standard) {
        return standard.indicators()
                .flatMap(indicator -> indicator.judges().stream())
                .mapToInt(Panel::usual)
                .reduce(USUAL_ASSESSORS, Math::max);
    }

    /** Returns the cells of a question where checklists take one cell, as a row per unit needs it. */
    static List<Blank> compact(Question question, int assessors) {
        boolean one = question.shape() == Shape.CHECKLIST && !isTimely(question);
        return one ? List.of(whole(question)) : itemised(question, assessors);
    }

    /** Returns the cells of a question with one for every item; cases with evidence take one cell all the same. */
    public static List<Blank> itemised(Question question, int assessors) {
        if (question.role() == Role.BONUS && question.shape() == Shape.LEVELS) {
            return List.of(whole(question));
        }
        if (question.ratio() != null) {
            return List.of(
                    count(question, Question.PART, question.ratio().part()),
                    count(question, Question.WHOLE, question.ratio().whole()));
        }
        if (question.panel()) {
            MeasureType type = question.items().get(0).type();
            return IntStream.rangeClosed(1, assessors)
                    .mapToObj(i -> new Blank(question, "", "", "考评员" + i, type, false))
                    .toList();
        }
        return question.items().stream()
                .map(item -> new Blank(question, item.id(), item.name(), "", item.type(), item.mayNotArise()))
                .toList();
    }

    /** Returns the one cell that answers a question as a whole. */
    public static Blank whole(Question question) {
        MeasureType type = question.only().map(Item::type).orElse(null);
        return new Blank(question, "", "", "", type, question.items().stream().anyMatch(Item::mayNotArise));
    }

    private static Blank count(Question question, String item, String name) {
        return new Blank(question, item, name, "", MeasureType.count(), false);
    }

    private static boolean isTimely(Question question) {
        return question.items().get(0).type().kind() == MeasureType.Kind.TIMELY;
    }

    /** Returns the id of the question, followed by that of the item, or by the name of a part of a rate. */
    public String code() {
        return item.isEmpty() ? question.id() : question.id() + "·" + (isPart() ? itemName : item);
    }

    private boolean isPart() {
        return item.equals(Question.PART) || item.equals(Question.WHOLE);
    }

    /** Returns whether it is about the question as a whole, filled in by the unit itself. */
    public boolean isWhole() {
        return item.isEmpty() && assessor.isEmpty();
    }

    /** Returns the heading of its column: {@code name}, which says the question, with what a clerk has to know. */
    public String heading(String name) {
        String prefix = question.role().prefix();
        String bare = prefix.isEmpty() ? name : prefix + "·" + name;
        if (!assessor.isEmpty()) {
            return bare + "·" + assessor;
        }
        String whole = itemName.isEmpty() ? bare : bare + "·" + itemName;
        String hint = bracket();
        return hint.isEmpty() ? whole : whole + "（" + hint + "）";
    }

    private String bracket() {
        if (type == null) {
            return question.shape() == Shape.CHECKLIST ? mayNotArise ? "填 全／缺：…／不涉及：…" : "填 全／缺：…" : "";
        }
        return switch (type.kind()) {
            case YES_NO -> item.isEmpty() ? "是/否" : "";
            case LEVEL, TIMELY -> "填 " + String.join("／", bestFirst(type));
            default -> item.isEmpty() ? question.measuredIn() : "";
        };
    }

    /** Returns the words among which a clerk chooses, empty where a number or a sentence is filled in. */
    public List<String> choices() {
        if (type == null || type.words().isEmpty()) {
            return List.of();
        }
        List<String> words = new ArrayList<>(
                type.kind() == MeasureType.Kind.YES_NO && question.shape() == Shape.CHECKLIST
                        ? List.of("√", "×")
                        : bestFirst(type));
        if (mayNotArise) {
            words.add(NOT_ARISING);
        }
        if (question.role() == Role.INDICATOR && item.isEmpty() && !words.contains(NOT_REPORTED)) {
            words.add(NOT_REPORTED);
        }
        return words;
    }

    private static List<String> bestFirst(MeasureType type) {
        List<String> words = new ArrayList<>(type.words());
        Collections.reverse(words);
        return words;
    }

    /** Returns what is counted or measured: in the question's words, and in 件 or the like for the parts of a rate. */
    public String measuredIn() {
        if (isPart()) {
            return "件";
        }
        boolean number = type == null || type.words().isEmpty();
        return number ? question.measuredIn() : "";
    }

    /** Returns how to fill it in. */
    public Text hint() {
        Text hint = type == null ? together() : single(type);
        boolean evidence = !question.evidence().isEmpty() && type != null;
        return hint.plus(evidence ? Text.of("；须写明%s", "; name the %s", question.evidence()) : Text.of(""))
                .plus(isExtra() ? new Text("；没有留空", "; blank if none") : Text.of(""));
    }

    private boolean isExtra() {
        return question.role() == Role.BONUS || question.role() == Role.PENALTY;
    }

    private Text together() {
        if (question.shape() == Shape.CHECKLIST) {
            return Text.of("全；或 缺：%s", "全 (all), or 缺：%s", firstItems("、"))
                    .plus(mayNotArise ? Text.of("；没有发生的写 不涉及：…", "; what did not arise: 不涉及：…") : Text.of(""));
        }
        if (question.shape() == Shape.ITEMS) {
            return Text.of(String.join(
                    "；",
                    question.items().stream().map(item -> item.name() + "：…").toList()));
        }
        Item first = question.items().get(0);
        String example = question.evidence().isEmpty() ? first.name() : first.name() + "（" + question.evidence() + "）";
        Text levels = Text.of(names(question.items().stream(), "、"));
        return Text.of("级别（%1$s），如 %2$s；多项用；隔开", "a level (%1$s), as in %2$s; several with ；", levels, example);
    }

    private String firstItems(String separator) {
        return names(question.items().stream().limit(2), separator);
    }

    private static String names(Stream<Item> items, String separator) {
        return String.join(separator, items.map(Item::name).toList());
    }

    private Text single(MeasureType known) {
        if (!known.words().isEmpty()) {
            return Text.of(String.join("／", choices()));
        }
        if (!assessor.isEmpty()) {
            return Text.of("考评员打分：", "the assessor's mark: ").plus(known.expected());
        }
        if (known.kind() == MeasureType.Kind.COUNT && known.most() == null) {
            return isExtra() ? new Text("整数", "a whole number") : new Text("整数，没有填0", "a whole number, 0 if none");
        }
        return known.kind() == MeasureType.Kind.PERCENT
                ? new Text("0–100 的百分数", "a percentage from 0 to 100")
                : known.expected();
    }
}
