package guifan.standard;

import guifan.source.Fields;
import guifan.source.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Grades over years: how often a unit had one of some grades.
 *
 * @param grades the names of the grades
 * @param years in how many years running, the latest being the last; 0 for all that are known
 * @param times in how many of them at least
 */
public record Streak(List<String> grades, int years, int times) {

    /**
     * What follows from grades over years, this year's included.
     *
     * @param then what follows
     */
    public record Consequence(String id, Streak streak, String then) {}

    /** Reads {@code {history: 合格, years: 2}}; {@code years: all} looks at every year that is known. */
    static Streak read(Fields fields, List<String> known) {
        List<String> grades = fields.texts("history");
        if (grades.isEmpty()) {
            fields.error("missing-key", "history", Text.of("缺少“%s”", "\"%s\" is missing", "history"));
        }
        grades.forEach(grade -> ClaimReader.known(fields, "history", grade, known));
        boolean all = fields.optionalText("years").filter("all"::equals).isPresent();
        int years = all ? 0 : fields.whole("years", 1, 1);
        int times = fields.has("times") ? fields.whole("times", 1, 1) : all ? 1 : years;
        if (!all && times > years) {
            fields.error("history", "times", Text.of("“times”不能大于“years”", "\"times\" cannot be more than \"years\""));
        }
        return new Streak(List.copyOf(grades), years, times);
    }

    /**
     * Returns nothing if it does not hold, no places if it holds, otherwise the places of those years that would have
     * to be known.
     *
     * @param had the grade of each year, the latest first; nothing for a year that is not known
     */
    public Optional<List<Integer>> judge(List<Optional<String>> had) {
        List<Optional<String>> looked = years == 0 ? had : had.subList(0, Math.min(years, had.size()));
        long count = looked.stream()
                .filter(grade -> grade.filter(grades::contains).isPresent())
                .count();
        if (count >= times) {
            return Optional.of(List.of());
        }
        List<Integer> open = IntStream.range(0, looked.size())
                .filter(i -> looked.get(i).isEmpty())
                .boxed()
                .toList();
        return years > 0 && count + open.size() >= times ? Optional.of(open) : Optional.empty();
    }

    /** Returns whether it holds, whatever the years were that are not known. */
    public boolean holds(List<Optional<String>> had) {
        return judge(had).filter(List::isEmpty).isPresent();
    }

    /** Returns a word that tells it from others. */
    public String key() {
        return "history:" + String.join("、", grades) + ":" + years + ":" + times;
    }

    /** Returns it in words. */
    public Text words() {
        Text grade = new Text(String.join("或", grades), String.join(" or ", grades));
        if (years == 0) {
            return Text.of("曾 %s 次为%s", "%2$s in %1$s or more years", times, grade);
        }
        return times == years
                ? Text.of("连续 %s 年为%s", "%2$s for %1$s years running", years, grade)
                : Text.of("%s 年中有 %s 年为%s", "%3$s in %2$s of %1$s years", years, times, grade);
    }
}
