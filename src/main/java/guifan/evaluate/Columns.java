package guifan.evaluate;

import guifan.source.CellPlace;
import guifan.source.Names;
import guifan.source.Numerals;
import guifan.source.Problems;
import guifan.source.SheetTable;
import guifan.source.Similar;
import guifan.source.Text;
import guifan.source.Width;
import guifan.standard.Bodies;
import guifan.standard.Indicator;
import guifan.standard.Question;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the headers of a sheet mean: matched whole first, then without a trailing bracket that the standard knows. */
final class Columns {

    static final String UNIT = "单位";
    static final String KIND = "类别";
    static final String YEAR = "年度";

    static final String GROUP = "考评组";

    private static final Map<String, String> OWN = Map.ofEntries(
            Map.entry("单位", UNIT),
            Map.entry("单位名称", UNIT),
            Map.entry("填报单位", UNIT),
            Map.entry("unit", UNIT),
            Map.entry("类别", KIND),
            Map.entry("kind", KIND),
            Map.entry("年度", YEAR),
            Map.entry("year", YEAR),
            Map.entry("考评组", GROUP));

    private static final Set<String> SCORES = Set.of("得分", "总分", "最终得分");

    /** A header of a measure with what the cell holds of it: {@code 专题询问·核定（次）}. */
    private static final Pattern PART =
            Pattern.compile("(.+?)\\s*[·・•‧∙⋅･]\\s*(自评|核定|核减理由|核定人)\\s*([（(][^（）()]*[）)])?");

    static final Pattern BRACKET = Pattern.compile("(.+)[（(]([^（）()]*|[^（()]*[（(][^（）()]*[）)][^（）()]*)[）)]");

    /** How many columns there must be for a header that names the kind and no unit. */
    private static final int ENOUGH = 4;

    private final QuestionNames names;
    private final Standard standard;
    private final Problems problems;
    private final List<Target> meant = new ArrayList<>();

    Columns(Standard standard, Problems problems) {
        this.standard = standard;
        this.problems = problems;
        this.names = new QuestionNames(standard);
    }

    QuestionNames names() {
        return names;
    }

    Question question(Target target) {
        return names.question(target);
    }

    /**
     * Returns whether a record is the header of a sheet with a row per unit or body: it names the unit column, or the
     * kind beside several others, and is no line of labels with their values ({@code 单位 | 白沙镇 | 类别 | 镇}).
     */
    static boolean isHeader(List<String> cells) {
        List<String> filled = cells.stream().filter(cell -> !cell.isBlank()).toList();
        boolean named = filled.stream().anyMatch(cell -> UNIT.equals(own(cell)))
                || (filled.size() >= ENOUGH && filled.stream().anyMatch(cell -> KIND.equals(own(cell))));
        boolean labels = filled.size() > 2 && filled.size() % 2 == 0;
        for (int i = 0; i < filled.size() && labels; i++) {
            labels = own(filled.get(i)).isEmpty() == (i % 2 == 1);
        }
        return named && !labels;
    }

    /** Returns whether a column holds a score that somebody worked out. */
    static boolean isScore(String header) {
        return SCORES.contains(Names.normalise(header));
    }

    /** Returns the own word of a column that every sheet may have, or an empty text. */
    static String own(String header) {
        return OWN.getOrDefault(Names.normalise(header), "");
    }

    /** Returns the target of each column by its index; what a column means that has none is reported. */
    Map<Integer, Target> match(SheetTable table) {
        Map<Integer, Target> matched = new LinkedHashMap<>();
        Map<Target, Integer> first = new LinkedHashMap<>();
        List<String> ignored = new ArrayList<>();
        for (int i = 0; i < table.header().size(); i++) {
            String header = table.header().get(i);
            if (header.isEmpty() || !own(header).isEmpty() || isDetail(header)) {
                continue;
            }
            CellPlace place = table.place(i);
            Optional<Target> target = target(header, place);
            if (target.isEmpty()) {
                if (!isScore(header)) {
                    nearMissOr(ignored, header, place);
                }
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
                            "columns of no meaning to this standard, not used: %s", Text.list(ignored)));
        }
        refuseMixedForms(table, first);
        return matched;
    }

    /** Returns what columns that mean nothing were probably meant for, which was told. */
    List<Target> meant() {
        return meant;
    }

    private boolean isDetail(String header) {
        Bodies bodies = standard.bodies();
        String name = Names.normalise(header);
        return !bodies.areUnits()
                && (name.equals(Names.normalise(bodies.called()))
                        || bodies.details().stream().map(Names::normalise).anyMatch(name::equals));
    }

    private void refuseMixedForms(SheetTable table, Map<Target, Integer> first) {
        first.forEach((target, index) -> {
            Integer whole = target.isWhole() ? null : first.get(new Target(target.question(), "", "", target.part()));
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
        Optional<Target> exact = names.find(header);
        if (exact.isPresent()) {
            return exact;
        }
        Matcher part = PART.matcher(header.strip());
        if (part.matches()) {
            String bracket = part.group(3) == null ? "" : part.group(3);
            Target.Part said = Arrays.stream(Target.Part.values())
                    .filter(one -> one.word().equals(part.group(2)))
                    .findFirst()
                    .orElseThrow();
            return target(part.group(1) + bracket, place).map(target -> target.with(said));
        }
        Optional<Target> marked = marked(header);
        Matcher matcher = BRACKET.matcher(header.strip());
        if (marked.isPresent() || !matcher.matches()) {
            return marked;
        }
        Optional<Target> stripped = names.find(matcher.group(1)).or(() -> marked(matcher.group(1)));
        stripped.filter(target -> !names.isHint(target, matcher.group(2)))
                .ifPresent(target -> problems.error(
                        "header-unit",
                        place,
                        Text.of(
                                "括号里的“%s”不是该项的计量单位“%s”",
                                "\"%s\" in brackets is not what it is measured in: \"%s\"",
                                matcher.group(2),
                                question(target).measuredIn())));
        return stripped;
    }

    /** Returns what a header means that ends with an assessor, the role in brackets where the standard has roles. */
    private Optional<Target> marked(String header) {
        String normal = Names.normalise(header);
        int separator = normal.lastIndexOf('·');
        if (separator <= 0) {
            return Optional.empty();
        }
        Optional<Target> panel = names.find(normal.substring(0, separator))
                .filter(target -> target.item().isEmpty() && question(target).panel());
        String assessor = normal.substring(separator + 1);
        return panel.filter(target -> !assessor.isEmpty())
                .filter(target -> !isBracketed(assessor)
                        || hasRole(target, Assessor.parse(assessor).role()))
                .map(target -> target.by(Assessor.parse(assessor).words()));
    }

    private static boolean isBracketed(String assessor) {
        return assessor.endsWith(")") && !Assessor.parse(assessor).role().isEmpty();
    }

    /** What stands in brackets behind an assessor is the role, unless it is what the mark is measured in. */
    private boolean hasRole(Target target, String bracket) {
        return standard.indicator(target.question())
                        .flatMap(Indicator::judges)
                        .filter(panel -> panel.roles().containsKey(bracket))
                        .isPresent()
                || !names.isHint(target, bracket);
    }

    private void nearMissOr(List<String> ignored, String header, CellPlace place) {
        Matcher matcher = BRACKET.matcher(header.strip());
        String bare = matcher.matches() ? matcher.group(1) : header;
        Optional<String> near = Similar.nearest(Names.normalise(bare), names.all());
        if (near.isPresent() && !Numerals.fold(bare).isBlank()) {
            names.find(near.get()).ifPresent(meant::add);
            problems.error(
                    "near-miss",
                    place,
                    Text.of(
                            "标准中没有这一项，是否应为“%s”？",
                            "the standard has no such item, did you mean \"%s\"?", names.spoken(near.get())));
        } else {
            ignored.add(Width.visible(header));
        }
    }
}
