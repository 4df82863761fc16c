package guifan.cli;

import guifan.evaluate.Evaluation;
import guifan.evaluate.Robustness;
import guifan.evaluate.WhatIf;
import guifan.number.Rational;
import guifan.report.RobustnessPage;
import guifan.report.WhatIfPage;
import guifan.source.Language;
import guifan.source.Numerals;
import guifan.source.Problems;
import guifan.source.Text;
import guifan.standard.Standard;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What would be if: trials, which are printed and never written as results. */
final class WhatIfOptions {

    private static final int MOST_SAMPLES = 100_000;

    @Option(
            names = "--set",
            paramLabel = "ID=VALUE",
            description = "试算：指标=实绩（各单位）、单位/指标=实绩、指标.points=分值、等次=分数；可重复；只打印谁的得分、等次、名次会变")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--robustness", description = "试算：逐项去掉指标、随机增减分值，看等次和名次稳不稳")
    private boolean robustness;

    @Option(names = "--seed", paramLabel = "N", description = "随机增减分值的种子（默认 1）")
    private long seed = 1;

    @Option(names = "--samples", paramLabel = "N", description = "随机增减分值的次数（默认 200）")
    private int samples = 200;

    @Option(names = "--spread", paramLabel = "PERCENT", description = "分值最多增减百分之几（默认 10）")
    private String spread = "10";

    /** Returns whether a trial is asked for. */
    boolean isAsked() {
        return robustness || !settings.isEmpty();
    }

    /**
     * Refuses what does not go together.
     *
     * @param writes whether files are to be written, or only some units graded
     */
    void check(boolean writes, @Nullable String format) throws UsageException {
        if (writes || (robustness && !settings.isEmpty())) {
            throw new UsageException(Text.of(
                    "试算（--set 或 --robustness，二者取一）只打印，不与 -o、--merged、--reductions、--unit-pages、--check、--partial 同用",
                    "a trial (--set or --robustness, one of them) is only printed; it goes without -o, --merged, "
                            + "--reductions, --unit-pages, --check and --partial"));
        }
        if (format != null && !List.of("table", "json").contains(format)) {
            throw new UsageException(Text.of("试算的格式：table、json", "a trial is printed as table or json"));
        }
    }

    /** Prints the trial that is asked for. */
    void print(Standard standard, Evaluation evaluation, boolean json, Language language, Appendable out)
            throws UsageException, IOException {
        if (robustness) {
            Robustness found = Robustness.of(standard, evaluation, seed, samples(), spread());
            if (json) {
                RobustnessPage.writeJson(found, out);
            } else {
                RobustnessPage.write(found, language, out);
            }
            return;
        }
        Problems problems = new Problems();
        WhatIf trial = WhatIf.of(standard, evaluation, settings, problems);
        if (problems.hasErrors()) {
            throw new UsageException(Text.join(
                    problems.all().stream()
                            .map(one ->
                                    one.place().words().plus(Text.of("：", ": ")).plus(one.message()))
                            .distinct()
                            .toList(),
                    "\n",
                    "\n"));
        }
        if (json) {
            WhatIfPage.writeJson(trial, out);
        } else {
            WhatIfPage.write(trial, language, out);
        }
    }

    private int samples() throws UsageException {
        if (samples < 1 || samples > MOST_SAMPLES) {
            throw new UsageException(Text.of("--samples 应为 1 到 %s", "--samples is 1 to %s", MOST_SAMPLES));
        }
        return samples;
    }

    private Rational spread() throws UsageException {
        return Numerals.parse(spread)
                .filter(percent -> percent.signum() >= 0 && percent.compareTo(Rational.HUNDRED) < 0)
                .map(percent -> percent.dividedBy(Rational.HUNDRED))
                .orElseThrow(() -> new UsageException(Text.of(
                        "--spread 应为 0 到 100 之间的百分数，不是“%s”",
                        "--spread is a percentage from 0 to below 100, not \"%s\"", spread)));
    }
}
