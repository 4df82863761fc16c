package guifan.standard;

import guifan.number.Rational;
import guifan.number.Rounding;
import guifan.source.Fields;
import guifan.source.Text;
import guifan.standard.Standard.Fact;
import guifan.standard.Standard.RoundingPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of bodies that belong together (汇总): the mean of their final totals, with a grade of its own.
 *
 * @param by the heading of the column that says what a body belongs to
 * @param weight the id of the fact that a body weighs, empty where all weigh the same
 * @param weightName its name, empty where all weigh the same
 * @param rounding how the mean is rounded, or null if it is exact
 * @param grades the grades of the mean
 */
public record Grouping(
        String by,
        String weight,
        String weightName,
        @Nullable Rounding rounding,
        Grades grades) {

    private static final String EQUAL = "equal";

    static Grouping read(Fields fields, Bodies bodies, List<Fact> facts) {
        String by = fields.text("by");
        if (!bodies.columns().contains(by)) {
            fields.error(
                    "unknown-column",
                    "by",
                    Text.of(
                            "没有“%s”一栏；应为 units 的 columns 之一",
                            "there is no column \"%s\"; it is one of the columns of units", by));
        }
        Optional<Fact> weight = weight(fields, facts);
        @Nullable Rounding rounding = StandardReader.rounding(fields, "rounding");
        Fields section = fields.section("grades");
        Grades grades = new GradesReader(
                        List.of(),
                        List.of(),
                        Set.of(),
                        List.of(),
                        List.of(),
                        new RoundingPolicy(null, null, null, rounding))
                .grades(section);
        boolean plain = grades.onFinal()
                && grades.caps().isEmpty()
                && grades.levels().stream().allMatch(level -> level.requires().isEmpty() && level.quota() == null);
        if (!plain) {
            section.error(
                    "group-grades",
                    "levels",
                    Text.of(
                            "汇总的等次只按平均分划线，没有 by、requires、quota 和 caps",
                            "grades of a mean have lines only, without by, requires, quota and caps"));
        }
        return new Grouping(
                by, weight.map(Fact::id).orElse(""), weight.map(Fact::name).orElse(""), rounding, grades);
    }

    /** A weight above 0 is asked for, so that there is a mean whatever was filled in. */
    private static Optional<Fact> weight(Fields fields, List<Fact> facts) {
        String key = "weights";
        String word = fields.text(key);
        if (word.equals(EQUAL)) {
            return Optional.empty();
        }
        Optional<Fact> fact =
                facts.stream().filter(one -> one.id().equals(word)).findFirst();
        boolean sound = fact.filter(one -> one.isNumber()
                        && !one.mayNotApply()
                        && one.type().least().signum() > 0)
                .isPresent();
        if (!sound) {
            fields.error(
                    "group-weights",
                    key,
                    Text.of(
                            "应为 equal（等权）或一个最小值（min）大于 0 的数字事实项，不是“%s”",
                            "expected equal, or a fact that is a number with a min above 0, not \"%s\"", word));
        }
        return fact;
    }

    /** Returns what a body weighs by its facts. */
    public Rational weight(Map<String, Rational> of) {
        return weight.isEmpty() ? Rational.ONE : of.getOrDefault(weight, Rational.ONE);
    }
}
