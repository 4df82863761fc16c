package guifan.evaluate;

import guifan.rule.Item;
import guifan.rule.MeasureType;
import guifan.source.CellPlace;
import guifan.source.Names;
import guifan.source.Numerals;
import guifan.source.Problems;
import guifan.source.SheetTable;
import guifan.source.Similar;
import guifan.source.Text;
import guifan.source.Width;
import guifan.standard.Question;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the headers of a sheet mean: matched whole first, then without a trailing bracket that the standard knows. */
final class Columns {

    static final String UNIT = "单位";
    static final String KIND = "类别";
    static final String YEAR = "年度";

    private static final Map<String, String> OWN =
            Map.of("单位", UNIT, "单位名称", UNIT, "unit", UNIT, "类别", KIND, "kind", KIND, "年度", YEAR, "year", YEAR);

    private static final Pattern BRACKET = Pattern.compile("(.+)[（(]([^（）()]*|[^（()]*[（(][^（）()]*[）)][^（）()]*)[）)]");

    /**
     * What a column is about.
     *
     * @param item the item, empty for the question as a whole
     * @param assessor the assessor, empty for the unit itself
     */
    record Target(String question, String item, String assessor) {

        /** Returns whether it is about the question as a whole, answered by the unit itself. */
        boolean isWhole() {
            return item.isEmpty() && assessor.isEmpty();
        }
    }

    /** Targets by normalised header. */
    private final Map<String, Target> known = new LinkedHashMap<>();
    /** The names as people write them, for suggestions, by normalised header. */
    private final Map<String, String> spoken = new LinkedHashMap<>();

    private final Map<String, Question> questions = new HashMap<>();
    private final Map<String, Set<String>> hints = new HashMap<>();
    private final Problems problems;

    Columns(Standard standard, Problems problems) {
        this.problems = problems;
        for (String kind : standard.kinds()) {
            for (Question question : standard.questions(kind)) {
                add(question);
            }
        }
        Map<String, Integer> shorts = new HashMap<>();
        List<Question> base = standard.questions(standard.kinds().get(0));
        base.forEach(question -> shorts.merge(Names.normalise(question.shortName()), 1, Integer::sum));
        base.stream()
                .filter(question -> shorts.getOrDefault(Names.normalise(question.shortName()), 0) == 1)
                .forEach(question -> addName(question, question.shortName()));
    }

    private void add(Question question) {
        questions.putIfAbsent(question.id(), question);
        Set<String> accepted = hints.computeIfAbsent(question.id(), id -> new HashSet<>());
        accepted.add(Names.normalise(question.measuredIn()));
        if (question.only()
                .filter(item -> item.type().kind() == MeasureType.Kind.YES_NO)
                .isPresent()) {
            accepted.add(Names.normalise("是/否"));
        }
        addName(question, question.id());
        addName(question, question.name());
        String prefix = question.role().prefix();
        if (!prefix.isEmpty()) {
            addName(question, prefix + "·" + question.name());
            addName(question, prefix + "·" + question.id());
        }
    }

    private void addName(Question question, String name) {
        put(name, new Target(question.id(), "", ""));
        for (Item item : question.items()) {
            if (!item.id().isEmpty()) {
                put(name + "·" + item.name(), new Target(question.id(), item.id(), ""));
                put(name + "·" + item.id(), new Target(question.id(), item.id(), ""));
            }
        }
        if (question.ratio() != null) {
            put(name + "·" + question.ratio().part(), new Target(question.id(), Question.PART, ""));
            put(name + "·" + question.ratio().whole(), new Target(question.id(), Question.WHOLE, ""));
        }
    }

    private void put(String name, Target target) {
        known.putIfAbsent(Names.normalise(name), target);
        spoken.putIfAbsent(Names.normalise(name), name);
    }

    Question question(Target target) {
        return Objects.requireNonNull(questions.get(target.question()));
    }

    /** Returns whether a record is a header: it names the unit column. */
    static boolean isHeader(List<String> cells) {
        return cells.stream().anyMatch(cell -> UNIT.equals(own(cell)));
    }

    /** Returns the own word of a column that every sheet may have, or an empty text. */
    static String own(String header) {
        return OWN.getOrDefault(Names.normalise(header), "");
    }

    /** Returns the target of each column by its index; what a column means that has none is reported. */
    Map<Integer, Target> match(SheetTable table) {
        Map<Integer, Target> matched = new LinkedHashMap<>();
        Map<Target, Integer> first = new HashMap<>();
        List<String> ignored = new ArrayList<>();
        for (int i = 0; i < table.header().size(); i++) {
            String header = table.header().get(i);
            if (header.isEmpty() || !own(header).isEmpty()) {
                continue;
            }
            CellPlace place = table.place(i);
            Optional<Target> target = target(header, place);
            if (target.isEmpty()) {
                nearMissOr(ignored, header, place);
                continue;
            }
            Integer earlier = first.putIfAbsent(target.get(), i);
            if (earlier != null) {
                problems.error(
                        "duplicate-column",
                        place,
                        Text.of(
                                "与 %s 列「%s」是同一项",
                                "means the same as column %s \"%s\"",
                                CellPlace.letters(earlier + 1),
                                table.header().get(earlier)));
            }
            matched.put(i, target.get());
        }
        if (!ignored.isEmpty()) {
            problems.warning(
                    "ignored-column",
                    table.place(),
                    Text.of(
                            "以下各列与本标准无关，未使用：%s",
                            "columns of no meaning to this standard, not used: %s", String.join("、", ignored)));
        }
        refuseMixedForms(table, first);
        return matched;
    }

    private void refuseMixedForms(SheetTable table, Map<Target, Integer> first) {
        first.forEach((target, index) -> {
            Integer whole = target.isWhole() ? null : first.get(new Target(target.question(), "", ""));
            if (whole != null) {
                problems.error(
                        "two-forms",
                        table.place(index),
                        Text.of(
                                "既有整列「%s」，又有分项列，只能用一种",
                                "there is a column \"%s\" for the whole as well as columns for items; use one form",
                                table.header().get(whole)));
            }
        });
    }

    /** Returns what a header means, if it means something to the standard. */
    Optional<Target> target(String header, CellPlace place) {
        Optional<Target> whole = named(header);
        if (whole.isPresent()) {
            return whole;
        }
        Matcher matcher = BRACKET.matcher(header.strip());
        if (!matcher.matches()) {
            return assessed(header);
        }
        Optional<Target> stripped = named(matcher.group(1)).or(() -> assessed(matcher.group(1)));
        Optional<Target> unhinted = stripped.filter(target -> !isHint(target, matcher.group(2)));
        if (unhinted.filter(target -> !target.assessor().isEmpty()).isPresent()) {
            return assessed(header);
        }
        unhinted.ifPresent(target -> problems.error(
                "header-unit",
                place,
                Text.of(
                        "括号里的“%s”不是该项的计量单位“%s”",
                        "\"%s\" in brackets is not what it is measured in: \"%s\"",
                        matcher.group(2),
                        question(target).measuredIn())));
        return stripped;
    }

    private Optional<Target> named(String header) {
        return Optional.ofNullable(known.get(Names.normalise(header)));
    }

    /** Returns the target of a header that ends in the name of an assessor. */
    private Optional<Target> assessed(String header) {
        String normal = Names.normalise(header);
        int separator = normal.lastIndexOf(Names.normalise("·"));
        return separator <= 0
                ? Optional.empty()
                : Optional.ofNullable(known.get(normal.substring(0, separator)))
                        .filter(target ->
                                target.item().isEmpty() && question(target).panel())
                        .map(target -> new Target(target.question(), "", normal.substring(separator + 1)));
    }

    /** A bracket may hold the measure's unit or how to fill in. */
    private boolean isHint(Target target, String bracket) {
        String normal = Names.normalise(bracket);
        if (target.item().equals(Question.PART) || target.item().equals(Question.WHOLE)) {
            return !normal.equals("%");
        }
        Set<String> accepted = hints.getOrDefault(target.question(), Set.of());
        return normal.isEmpty()
                || accepted.contains(normal)
                || normal.startsWith("填")
                || normal.contains("满分")
                || (question(target).counted() != null && normal.contains("数"));
    }

    private void nearMissOr(List<String> ignored, String header, CellPlace place) {
        Matcher matcher = BRACKET.matcher(header.strip());
        String bare = matcher.matches() ? matcher.group(1) : header;
        Optional<String> near = Similar.nearest(Names.normalise(bare), known.keySet());
        if (near.isPresent() && !Numerals.fold(bare).isBlank()) {
            problems.error(
                    "near-miss",
                    place,
                    Text.of(
                            "标准中没有这一项，是否应为“%s”？",
                            "the standard has no such item, did you mean \"%s\"?",
                            spoken.getOrDefault(near.get(), near.get())));
        } else {
            ignored.add(Width.visible(header));
        }
    }
}
