package guifan.cli;

import guifan.evaluate.Evaluation;
import guifan.evaluate.StandardCard.GradeCard;
import guifan.evaluate.UnitResult;
import guifan.source.Language;
import guifan.source.Similar;
import guifan.source.Text;
import guifan.source.Width;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A gate that is asked for: no unit may have a grade or a lower one, nor be without a score. */
final class GradeGate {

    @Option(names = "--fail-on", paramLabel = "GRADE", description = "有单位在该等次及以下（或没有得分）时退出码为 1")
    private @Nullable String grade;

    boolean isAsked() {
        return grade != null;
    }

    /**
     * Returns the units that do not pass, none if nothing was asked.
     *
     * @throws UsageException if the standard has no such grade
     */
    List<String> stopped(Evaluation evaluation) throws UsageException {
        if (grade == null) {
            return List.of();
        }
        List<String> names =
                evaluation.standard().grades().stream().map(GradeCard::name).toList();
        int least = names.indexOf(grade);
        if (least < 0) {
            throw new UsageException(
                    Text.of("没有等次“%s”", "there is no grade \"%s\"", grade).plus(Similar.suggestion(grade, names)));
        }
        return evaluation.units().stream()
                .filter(unit -> unit.outcome() == null || unit.outcome().grade() >= least)
                .map(UnitResult::unit)
                .map(Width::visible)
                .toList();
    }

    /** Tells who does not pass. */
    void tell(List<String> stopped, Language language, Surroundings world) {
        world.err()
                .println(Text.of(
                                "“%s”及以下（--fail-on）%s个：%s",
                                "\"%s\" or lower (--fail-on): %s: %s",
                                String.valueOf(grade),
                                stopped.size(),
                                Text.list(stopped))
                        .in(language));
    }
}
