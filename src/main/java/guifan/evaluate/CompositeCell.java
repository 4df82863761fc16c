package guifan.evaluate;

import guifan.number.Rational;
import guifan.rule.Item;
import guifan.rule.MeasureType;
import guifan.rule.Rule.Shape;
import guifan.source.CellPlace;
import guifan.source.Names;
import guifan.source.Numerals;
import guifan.source.Problems;
import guifan.source.Similar;
import guifan.source.Text;
import guifan.source.Width;
import guifan.standard.Question;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a cell that answers for all items of a question at once: {@code 缺：设备、经费} or {@code 台山3 江门1}. */
final class CompositeCell {

    private static final Pattern CLAUSE = Pattern.compile("(全|无|有|缺|迟报|未报|按时|不涉及)\\s*[:：]?\\s*(.*)");
    private static final Pattern BRACKETS = Pattern.compile("\\((.*)\\)", Pattern.DOTALL);
    private static final Pattern LEVEL = Pattern.compile("(.+?)\\s*[×xX*:：]?\\s*([0-9]+)?");

    private final Question question;
    private final CellPlace place;
    private final String raw;
    private final Problems problems;

    private CompositeCell(Question question, String raw, CellPlace place, Problems problems) {
        this.question = question;
        this.raw = raw;
        this.place = place;
        this.problems = problems;
    }

    /** Returns an entry for every item, or a single one where the cell gives a state or a bare number. */
    static List<Entry> read(Question question, String cell, CellPlace place, Problems problems) {
        return new CompositeCell(question, cell, place, problems).read();
    }

    private List<Entry> read() {
        String text = Numerals.fold(raw).strip();
        if (text.isEmpty()) {
            return List.of(Entry.blank(place));
        }
        Optional<CellState> state = CellState.named(text);
        if (state.isPresent()) {
            boolean mayNotArise = question.items().stream().allMatch(Item::mayNotArise);
            new CellReader(problems).checkState(state.get(), mayNotArise, "", place);
            return List.of(new Entry("", "", state.get(), null, raw, "", place));
        }
        if (question.shape() == Shape.ITEMS) {
            return new NamedAnswers(question, raw, place, problems).read(text);
        }
        return question.shape() == Shape.CHECKLIST ? checklist(text) : counts(text);
    }

    private List<Entry> checklist(String text) {
        Optional<Rational> number = Numerals.parse(text);
        if (number.isPresent()) {
            return bareNumber(text);
        }
        boolean timely = isTimely();
        Map<String, Optional<Rational>> named = new LinkedHashMap<>();
        Set<String> words = new HashSet<>();
        Rational met = timely ? Rational.of(2) : Rational.ONE;
        Rational others = met;
        for (String clause : text.split("[；;\\n]", -1)) {
            Matcher matcher = CLAUSE.matcher(clause.strip());
            if (clause.isBlank()) {
                continue;
            }
            if (!matcher.matches()) {
                return refuse();
            }
            String word = matcher.group(1);
            boolean all = matcher.group(2).isEmpty();
            if (all != (word.equals("全") || word.equals("无")) || (timely != isTimely(word) && !neutral(word))) {
                return refuse();
            }
            words.add(word);
            List<Item> items = items(matcher.group(2));
            switch (word) {
                case "全" -> others = met;
                case "无" -> others = Rational.ZERO;
                case "有", "按时" -> {
                    others = Rational.ZERO;
                    say(items, Optional.of(met), named);
                }
                case "缺", "未报" -> say(items, Optional.of(Rational.ZERO), named);
                case "迟报" -> say(items, Optional.of(Rational.ONE), named);
                default -> say(items, Optional.empty(), named);
            }
        }
        boolean onlyNotArising =
                words.equals(Set.of("不涉及")) && named.size() < question.items().size();
        words.remove("不涉及");
        boolean contradicts = words.size() > 1 && (words.contains("全") || words.contains("无"));
        boolean saysNothing = named.isEmpty() && words.isEmpty();
        return saysNothing || onlyNotArising || contradicts ? refuse() : entries(named, others);
    }

    /** Notes what is said of {@code items}: met, late or missing, or nothing where they do not arise. */
    private void say(List<Item> items, Optional<Rational> value, Map<String, Optional<Rational>> named) {
        for (Item item : items) {
            if (named.put(item.id(), value) != null) {
                problems.error("item-twice", place, Text.of("“%s”写了两次", "\"%s\" is said twice", item.name()));
            }
        }
    }

    private boolean isTimely() {
        return question.items().get(0).type().kind() == MeasureType.Kind.TIMELY;
    }

    private static boolean isTimely(String word) {
        return word.equals("迟报") || word.equals("未报") || word.equals("按时");
    }

    private static boolean neutral(String word) {
        return word.equals("全") || word.equals("无") || word.equals("缺") || word.equals("不涉及");
    }

    private List<Entry> entries(Map<String, Optional<Rational>> named, Rational others) {
        List<Entry> entries = new ArrayList<>();
        for (Item item : question.items()) {
            Optional<Rational> value = named.getOrDefault(item.id(), Optional.of(others));
            if (value.isEmpty() && !item.mayNotArise()) {
                problems.error(
                        "may-not-arise",
                        place,
                        Text.of("标准没有规定“%s”可以不涉及", "the standard does not allow \"%s\" not to arise", item.name()));
            }
            CellState state = value.isPresent() ? CellState.VALUE : CellState.NOT_ARISING;
            entries.add(new Entry(item.id(), "", state, value.orElse(null), raw, "", place));
        }
        return entries;
    }

    private List<Entry> bareNumber(String text) {
        MeasureType counted = question.counted();
        if (counted == null) {
            problems.error(
                    "bare-number",
                    place,
                    Text.of(
                            "“%s”说不清是达到的项数还是缺的项数，请写：全，或 缺：%s",
                            "\"%s\" may count what is met or what is missing; write 全, or 缺：%s", raw, example()));
            return List.of(Entry.blank(place));
        }
        Item item = new Item(Question.COUNTED, "", counted, false);
        return List.of(new CellReader(problems).read(text, item, question.measuredIn(), "", place));
    }

    private String example() {
        return question.items().stream()
                .limit(2)
                .map(Item::name)
                .reduce((a, b) -> a + "、" + b)
                .orElse("");
    }

    /**
     * Returns the items that {@code list} names; a name may itself contain the separator, so longer ones are tried
     * first.
     */
    private List<Item> items(String list) {
        List<Item> found = new ArrayList<>();
        String[] words = list.isBlank() ? new String[0] : list.split("[、,，]", -1);
        for (int start = 0; start < words.length; ) {
            int end = words.length;
            Optional<Item> item = Optional.empty();
            while (end > start && item.isEmpty()) {
                item = item(String.join("、", Arrays.copyOfRange(words, start, end)));
                end -= item.isEmpty() ? 1 : 0;
            }
            if (item.isPresent()) {
                found.add(item.get());
                start = end;
            } else {
                unknownItem(words[start].strip());
                start++;
            }
        }
        return found;
    }

    private Optional<Item> item(String word) {
        String normal = Names.normalise(word);
        return question.items().stream()
                .filter(item -> Names.normalise(item.name()).equals(normal)
                        || Names.normalise(item.id()).equals(normal))
                .max(Comparator.comparing(item -> item.name().length()));
    }

    private void unknownItem(String word) {
        List<String> names = question.items().stream().map(Item::name).toList();
        problems.error(
                "unknown-item",
                place,
                Text.of("没有子项“%s”", "there is no item \"%s\"", Width.visible(word))
                        .plus(Similar.suggestion(word, names)));
    }

    /** Reads counts by level or class; evidence stands in brackets behind a level. */
    private List<Entry> counts(String text) {
        Map<String, Rational> counts = new LinkedHashMap<>();
        Map<String, String> evidence = new LinkedHashMap<>();
        if (!text.equals("无") && !text.equals("0") && !text.equals("否")) {
            for (String part : parts(text.replaceAll("\\s+\\(", "("))) {
                Matcher brackets = BRACKETS.matcher(part);
                String shown = brackets.find() ? brackets.group(1) : "";
                Matcher matcher =
                        LEVEL.matcher(BRACKETS.matcher(part).replaceAll("").strip());
                Optional<Item> item = matcher.matches() ? item(matcher.group(1)) : Optional.empty();
                Optional<Rational> count = item.flatMap(found ->
                        matcher.group(2) == null ? Optional.of(Rational.ONE) : Numerals.parse(matcher.group(2)));
                if (item.isEmpty() || count.isEmpty()) {
                    return refuse();
                }
                counts.merge(item.get().id(), count.get(), Rational::plus);
                evidence.merge(
                        item.get().id(),
                        shown,
                        (one, other) -> one.isEmpty() || other.isEmpty() ? "" : one + "；" + other);
            }
        }
        if (question.shape() == Shape.CLASSES
                && !counts.isEmpty()
                && counts.size() < question.items().size()) {
            problems.error(
                    "class-missing",
                    place,
                    Text.of("各种情形都要写出（没有的写 0）", "every class must be given (0 where there is none)"));
        }
        return question.items().stream()
                .map(item -> new Entry(
                        item.id(),
                        "",
                        CellState.VALUE,
                        counts.getOrDefault(item.id(), Rational.ZERO),
                        raw,
                        evidence.getOrDefault(item.id(), ""),
                        place))
                .toList();
    }

    /** Splits at separators that stand outside brackets. */
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '（' || c == '(' ? 1 : c == '）' || c == ')' ? -1 : 0;
            if (depth == 0 && "；;、,， \n".indexOf(c) >= 0) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts.stream().filter(one -> !one.isBlank()).toList();
    }

    private List<Entry> refuse() {
        Text items = Text.list(question.items().stream().map(Item::name).toList());
        String counts = example().replace("、", "1 ") + "2";
        Text how = question.shape() == Shape.CHECKLIST
                ? Text.of(isTimely() ? "全、无、缺：…、迟报：…" : "全、无、缺：…、有：…")
                : Text.of("如 %s", "such as %s", counts);
        problems.error(
                "composite",
                place,
                Text.of(
                        "“%s”无法识别；应写 %s（%s）",
                        "\"%s\" is not understood; write %s (%s)", Width.visible(raw), how, items));
        return List.of(Entry.blank(place));
    }
}
