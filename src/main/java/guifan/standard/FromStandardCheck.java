package guifan.standard;

import guifan.source.Diagnostic;
import guifan.source.InputException;
import guifan.source.Problems;
import guifan.source.Similar;
import guifan.source.Text;
import guifan.standard.FromStandard.Case;
import guifan.standard.FromStandard.Take;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks what a standard takes from others against those others: that they exist, and have such kinds and grades. */
public final class FromStandardCheck {

    /** Finds standards by their ids. */
    @FunctionalInterface
    public interface Finder {

        /** Returns the standard of an id. */
        Standard find(String id) throws InputException, IOException;
    }

    private final Standard standard;
    private final Problems problems;

    private FromStandardCheck(Standard standard, Problems problems) {
        this.standard = standard;
        this.problems = problems;
    }

    /**
     * Tells what does not fit.
     *
     * @throws IOException if a file cannot be read
     */
    public static void check(Standard standard, Finder finder, Problems problems) throws IOException {
        FromStandardCheck check = new FromStandardCheck(standard, problems);
        for (Map.Entry<String, FromStandard> one : standard.fromStandards().entrySet()) {
            FromStandard from = one.getValue();
            if (from.means(standard.identity().id())) {
                check.warn(from, Text.of("不能取自本标准自己的结果", "a standard cannot take its own results"));
                continue;
            }
            try {
                check.check(one.getKey(), from, finder.find(from.standard()));
            } catch (InputException e) {
                check.warn(from, refused(from.standard(), e));
            }
        }
    }

    private static Text refused(String standard, InputException e) {
        Optional<Diagnostic> first = e.diagnostics().stream().findFirst();
        return first.filter(told -> !told.code().equals("unknown-standard"))
                .map(told -> Text.of(
                        "标准“%s”读不出来：%s：%s",
                        "the standard \"%s\" cannot be read: %s: %s",
                        standard,
                        told.place().words(),
                        told.message()))
                .orElse(Text.of("找不到标准“%s”", "there is no standard \"%s\"", standard));
    }

    private void warn(FromStandard from, Text message) {
        problems.warning("from-standard", from.place(), message);
    }

    private void check(String question, FromStandard from, Standard other) {
        List<String> kinds = new ArrayList<>(from.kinds());
        from.counts().stream().map(Case::kind).filter(kind -> !kind.isEmpty()).forEach(kinds::add);
        kinds.forEach(kind -> known(from, kind, other.kinds(), Text.of("类别", "kind")));
        List<String> grades =
                other.grades().levels().stream().map(Grades.Level::name).toList();
        from.counts().forEach(one -> known(from, one.grade(), grades, Text.of("等次", "grade")));
        if (other.bodies().areUnits() != standard.bodies().areUnits()
                && !standard.bodies().areUnits()) {
            warn(from, Text.of("“%s”评的不是本标准的参评对象", "\"%s\" does not score what this standard does", from.standard()));
        }
        if (from.take() == Take.GRADE && from.counts().isEmpty()) {
            for (String kind : standard.kinds()) {
                Optional<Indicator> indicator = standard.indicator(question).filter(one -> one.appliesTo(kind));
                indicator.ifPresent(one -> grades.stream()
                        .filter(grade -> FromStandard.value(one.wording(kind).rule(), grade)
                                .isEmpty())
                        .forEach(grade -> warn(
                                from,
                                Text.of(
                                        "“%s”有等次“%s”，没有写明计作什么",
                                        "\"%s\" has the grade \"%s\", and nothing says what it counts as",
                                        from.standard(),
                                        grade))));
            }
        }
    }

    private void known(FromStandard from, String word, List<String> known, Text what) {
        if (!known.contains(word)) {
            warn(
                    from,
                    Text.of("“%s”没有%s“%s”", "\"%s\" has no %s \"%s\"", from.standard(), what, word)
                            .plus(Similar.suggestion(word, known)));
        }
    }
}
