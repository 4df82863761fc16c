package guifan.report;

import guifan.evaluate.StandardCard.ItemCard;
import guifan.number.Rational;
import guifan.rule.Comparison;
import guifan.rule.Curve.Hit;
import guifan.rule.Joining;
import guifan.rule.MeasureType;
import guifan.rule.Working;
import guifan.rule.Working.Made;
import guifan.rule.Working.Term;
import guifan.source.Text;
import guifan.standard.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says how a score came about, from the numbers of its working alone: no kind of rule is known here. */
final class WorkingWords {

    private final Working working;
    private final Map<String, ItemCard> items;
    private final String measuredIn;

    private WorkingWords(Working working, Map<String, ItemCard> items, String measuredIn) {
        this.working = working;
        this.items = items;
        this.measuredIn = measuredIn;
    }

    /**
     * Returns {@code working} in words and numbers.
     *
     * @param items names and words of what was filled in, by id
     * @param measuredIn what the measure is counted in, empty if not said
     */
    static Text of(Working working, Map<String, ItemCard> items, String measuredIn) {
        Comparison comparison = working.comparison();
        String counted = comparison == null ? MadeWords.measuredIn(working, measuredIn) : "";
        WorkingWords words = new WorkingWords(working, items, counted);
        List<Term> terms = working.terms();
        boolean single = terms.size() == 1
                && terms.get(0).item().isEmpty()
                && working.base().isZero()
                && working.outer() == null;
        Text how = !single ? words.several() : comparison == null ? words.single(terms.get(0)) : sloped(terms.get(0));
        return words.made(measuredIn)
                .plus(comparison == null ? Text.of("") : JoinedWords.compared(comparison))
                .plus(how)
                .plus(JoinedWords.bounds(working))
                .plus(JoinedWords.factor(working));
    }

    /** Returns how measures were worked out of what was filled in, followed by a separator. */
    private Text made(String filledIn) {
        MadeWords words = new MadeWords(items, filledIn);
        Text made = Text.of("");
        for (Made one : working.made()) {
            made = made.plus(words.formula(one)).plus(Text.of("；", "; "));
        }
        return made;
    }

    /** Returns a measure with what it is counted in. */
    static Text measure(Rational value, String measuredIn, @Nullable ItemCard item) {
        if (item != null && !item.words().isEmpty()) {
            return Text.of(item.show(value));
        }
        if (isPercent(measuredIn)) {
            return Text.of(Figures.brief(value) + "%");
        }
        return Text.of(Figures.exact(value) + (measuredIn.isEmpty() ? "" : " " + measuredIn));
    }

    private static boolean isPercent(String measuredIn) {
        return measuredIn.equals("%") || measuredIn.equals("％");
    }

    private Text single(Term term) {
        ItemCard item = items.get("");
        Text measure = measure(term.measure(), measuredIn, item);
        if (item != null && !item.words().isEmpty()) {
            return Text.of("%1$s：%2$s 分", "%1$s: %2$s", measure, Figures.exact(term.points()));
        }
        return term.hit().piece().slope().isZero()
                ? flat(measure, term.hit())
                : Text.of("%s：%s", "%s: %s", measure, sloped(term));
    }

    /** Returns where a measure lies on a level piece, and what that gives. */
    private Text flat(Text measure, Hit hit) {
        return range(measure, hit)
                .plus(Text.of("：%1$s 分", ": %1$s", Figures.exact(hit.piece().value())));
    }

    /** Returns where a measure lies on a level piece. */
    private Text range(Text measure, Hit hit) {
        String from = bound(hit.piece().from());
        boolean after = hit.piece().after();
        if (hit.to() != null) {
            String range = (after ? "(" : "[") + from + ", " + bound(hit.to()) + (hit.toIncluded() ? "]" : ")");
            return Text.of("%1$s，落在 %2$s", "%1$s, in %2$s", measure, range);
        }
        if (hit.piece().from().isZero() && !after) {
            return measure;
        }
        return after
                ? Text.of("%1$s，超过 %2$s", "%1$s, more than %2$s", measure, from)
                : Text.of("%1$s，达到 %2$s", "%1$s, %2$s or more", measure, from);
    }

    private String bound(Rational value) {
        return Figures.exact(value) + (isPercent(measuredIn) ? "%" : "");
    }

    /** Returns the formula of a sloped piece: from 0 where it starts there, from the full end where it rises to one. */
    private static Text sloped(Term term) {
        Hit hit = term.hit();
        Rational slope = hit.piece().slope();
        Rational from = hit.piece().from();
        Text result = Figures.result(term.points());
        if (slope.isZero()) {
            return Text.of("%s 分", "%s", result);
        }
        String steps = Figures.exact(slope.abs()) + " × ";
        String x = Figures.exact(term.measure());
        if (from.isZero() && hit.piece().value().isZero()) {
            return slope.equals(Rational.ONE)
                    ? Text.of("%s 分", "%s", result)
                    : Text.of((slope.signum() < 0 ? "−" : "") + steps + x + " = ")
                            .plus(result);
        }
        if (slope.signum() > 0 && hit.to() != null) {
            String full = Figures.exact(hit.piece().at(hit.to()));
            return Text.of(full + " − " + steps + "(" + Figures.exact(hit.to()) + " − " + x + ") = ")
                    .plus(result);
        }
        String distance = from.isZero() ? x : "(" + x + " − " + Figures.exact(from) + ")";
        String sign = slope.signum() < 0 ? " − " : " + ";
        return Text.of(Figures.exact(hit.piece().value()) + sign + steps + distance + " = ")
                .plus(result);
    }

    private Text several() {
        List<Text> parts = new ArrayList<>(named());
        String sum = sum();
        boolean formula = sum.contains(" ") || sum.contains("×");
        if (working.joining() != Joining.SUM) {
            parts.add(JoinedWords.of(working));
        } else if (working.outer() == null || formula) {
            parts.add(formula ? Text.of(sum + " = ").plus(Figures.result(working.sum())) : Text.of("%s 分", "%s", sum));
        }
        Rational scaled = working.sum().times(working.scale());
        if (!working.scale().equals(Rational.ONE)) {
            parts.add(Text.of(
                    "按涉及的项折算 %1$s × %2$s = %3$s",
                    "re-based to what arose %1$s × %2$s = %3$s",
                    Figures.exact(working.sum()),
                    Figures.exact(working.scale()),
                    Figures.result(scaled)));
        }
        if (working.outer() != null) {
            Text measure = measure(scaled, measuredIn, null);
            parts.add(
                    working.outer().piece().slope().isZero()
                            ? flat(measure, working.outer())
                            : Text.of(
                                    "%s：%s",
                                    "%s: %s",
                                    measure,
                                    sloped(new Term("", scaled, working.outer(), working.beforeBounds()))));
        }
        return Text.join(parts, "；", "; ");
    }

    /** Returns what was filled in for the items, by name. */
    private List<Text> named() {
        Map<String, List<String>> byWord = new LinkedHashMap<>();
        List<String> counts = new ArrayList<>();
        boolean yesNo = false;
        boolean asked = false;
        Map<String, Made> made = new HashMap<>();
        working.made().forEach(one -> made.put(one.item(), one));
        List<Text> decided = new ArrayList<>();
        for (Term term : working.terms()) {
            ItemCard item = items.get(term.item());
            Made one = made.get(term.item());
            boolean flat = term.hit().piece().slope().isZero() && !term.points().isZero();
            if (one != null) {
                Text value = Text.of(one.name() + " ").plus(measure(term.measure(), measuredIn, null));
                decided.add(flat ? range(value, term.hit()) : value.plus(where(term.hit())));
            } else if (flat && item != null && item.words().isEmpty()) {
                decided.add(range(Text.of(item.name() + " " + Figures.exact(term.measure())), term.hit()));
            } else if (item != null && !item.words().isEmpty()) {
                byWord.computeIfAbsent(item.show(term.measure()), word -> new ArrayList<>())
                        .add(item.name());
                boolean named = item.words().equals(MeasureType.yesNo().words());
                yesNo |= named;
                asked |= named && !JoinedWords.isCondition(term);
            } else if (item != null && !item.name().isEmpty()) {
                counts.add(item.name() + " " + Figures.exact(term.measure()));
            }
        }
        List<Text> said = new ArrayList<>();
        List<String> words = new ArrayList<>(byWord.keySet());
        words.sort(Comparator.comparing(word -> List.of("是", "否").indexOf(word) & 3));
        for (String word : words) {
            Text heading = yesNo && asked ? heading(word) : Text.of(word);
            said.add(Text.of("%s：", "%s: ", heading).plus(names(Objects.requireNonNull(byWord.get(word)))));
        }
        if (!counts.isEmpty()) {
            said.add(names(counts));
        }
        said.addAll(decided);
        List<String> notArising = notArising();
        if (!notArising.isEmpty()) {
            said.add(new Text("不涉及：", "did not arise: ").plus(names(notArising)));
        }
        return said;
    }

    private static Text heading(String word) {
        return word.equals("是") ? new Text("达到", "met") : word.equals("否") ? new Text("缺", "missing") : Text.of(word);
    }

    /** Returns the range in which a measure lies that brings nothing by itself. */
    private Text where(Hit hit) {
        if (hit.to() == null) {
            return Text.of("");
        }
        return hit.toIncluded()
                ? Text.of("，未超过 %s", ", not more than %s", bound(hit.to()))
                : Text.of("，不足 %s", ", less than %s", bound(hit.to()));
    }

    private static Text names(List<String> names) {
        return Text.list(names);
    }

    /** Items without a term did not arise, unless the cell only said how many there were. */
    private List<String> notArising() {
        Set<String> arising = working.terms().stream().map(Term::item).collect(Collectors.toSet());
        if (arising.contains("") || !working.made().isEmpty()) {
            return List.of();
        }
        Set<String> counts = Set.of(Question.PART, Question.WHOLE);
        return items.entrySet().stream()
                .filter(item -> !arising.contains(item.getKey()) && !counts.contains(item.getKey()))
                .map(item -> item.getValue().name())
                .toList();
    }

    /** Returns base and terms as a sum: equal points of named answers together, counts times their points. */
    private String sum() {
        Map<Rational, Integer> alike = new LinkedHashMap<>();
        StringBuilder counts = new StringBuilder();
        for (Term term : working.terms()) {
            ItemCard item = items.get(term.item());
            boolean worded = item != null && !item.words().isEmpty();
            if (worded && !term.points().isZero()) {
                alike.merge(term.points(), 1, Integer::sum);
            } else if (!term.points().isZero()) {
                counts.append(term.points().signum() < 0 ? " − " : " + ").append(product(term));
            }
        }
        StringBuilder sum = new StringBuilder(working.base().isZero() ? "" : " + " + Figures.exact(working.base()));
        alike.forEach((points, times) -> {
            boolean one = points.abs().equals(Rational.ONE);
            String each = Figures.exact(points.abs());
            sum.append(points.signum() < 0 ? " − " : " + ")
                    .append(times == 1 ? each : one ? String.valueOf(times) : each + "×" + times);
        });
        sum.append(counts);
        if (sum.length() == 0) {
            return "0";
        }
        return sum.charAt(1) == '+' ? sum.substring(" + ".length()) : "−" + sum.substring(" − ".length());
    }

    private static String product(Term term) {
        if (!term.counted().isEmpty()) {
            return JoinedWords.shares(term);
        }
        boolean proportional = term.hit().piece().from().isZero()
                && term.hit().piece().value().isZero()
                && !term.hit().piece().slope().isZero();
        return proportional
                ? Figures.exact(term.measure()) + "×"
                        + Figures.exact(term.hit().piece().slope().abs())
                : Figures.exact(term.points().abs());
    }
}
