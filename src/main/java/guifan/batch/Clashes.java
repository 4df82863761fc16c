package guifan.batch;

import guifan.source.Location;
import guifan.source.Problems;
import guifan.source.SheetFiles;
import guifan.source.Text;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What in a plan is in the way of something else in it.
 *
 * @param folder where its relative paths start
 * @param problems where what is found goes
 */
record Clashes(Plan plan, Path folder, Problems problems) {

    /** Reports what clashes; {@code archive} is where the plan says where archives go. */
    void refuse(Location archive) {
        if (!plan.archive().isEmpty()) {
            refuseUnverifiable();
            refuseOverlaps(archive);
        }
        refuseDoubles();
        if (!problems.hasErrors()) {
            plan.runs().stream()
                    .filter(run -> reaches(run, run, new HashSet<>()))
                    .findFirst()
                    .ifPresent(run -> problems.error(
                            "circle",
                            run.place(),
                            Text.of(
                                    "“%s”直接或间接要读它自己写的文件",
                                    "\"%s\" reads, directly or not, what it writes itself", run.id())));
        }
    }

    private void refuseUnverifiable() {
        for (Run run : plan.runs()) {
            if (run.result().isEmpty()) {
                problems.error(
                        "no-result",
                        run.place(),
                        Text.of(
                                "“%s”没有写出 .json，存档无从核对；请加到 outputs",
                                "\"%s\" writes no .json, by which an archive is verified; add one to outputs",
                                run.id()));
            }
        }
    }

    /** What lies in an archive is found in no list and may be removed, and what an archive lies in would read it. */
    private void refuseOverlaps(Location place) {
        Map<Path, Run> archives = new LinkedHashMap<>();
        for (Run run : plan.runs()) {
            Run other = archives.put(path(plan.archiveOf(run)), run);
            if (other != null && other.year() != run.year()) {
                problems.error(
                        "archive-of-years",
                        place,
                        Text.of("每年一份存档，路径中应有 {year}", "there is an archive for each year, so its path needs {year}"));
                return;
            }
        }
        archives.forEach((archive, of) -> {
            Set<String> others = new LinkedHashSet<>();
            Stream.of(".", plan.standards())
                    .filter(file -> !file.isEmpty() && path(file).startsWith(archive))
                    .forEach(others::add);
            plan.runs().forEach(run -> {
                run.sheets().stream()
                        .filter(sheet -> path(SheetFiles.place(sheet)).startsWith(archive)
                                || SheetFiles.mayName(sheet, folder, archive))
                        .forEach(others::add);
                Stream.concat(run.read().stream(), run.taken().stream())
                        .filter(file -> path(file).startsWith(archive) || archive.startsWith(path(file)))
                        .forEach(others::add);
            });
            if (!others.isEmpty()) {
                problems.error(
                        "archive-overlaps",
                        place,
                        Text.of(
                                "存档 %s 与 %s 重叠；存档应有自己的文件夹",
                                "the archive %s and %s overlap; an archive needs a folder of its own",
                                plan.archiveOf(of),
                                Text.list(others)));
            }
        });
    }

    /** Two runs of one name or one output would hide each other. */
    private void refuseDoubles() {
        Set<String> ids = new HashSet<>();
        Map<Path, Run> outputs = new HashMap<>();
        for (Run run : plan.runs()) {
            if (!ids.add(run.id())) {
                problems.error(
                        "duplicate-run",
                        run.place(),
                        Text.of(
                                "有两项都叫“%s”；请用 id: 区分，其中可写 {year}、{standard}",
                                "two runs are called \"%s\"; tell them apart by id:, which may hold {year} and"
                                        + " {standard}",
                                run.id()));
            }
            for (String output : run.taken()) {
                Run other = outputs.put(path(output), run);
                if (other != null) {
                    problems.error(
                            "duplicate-output",
                            run.place(),
                            Text.of("“%s”与“%s”都写 %s", "\"%s\" and \"%s\" both write %s", other.id(), run.id(), output));
                }
            }
        }
    }

    /** A circle has no first run. */
    private boolean reaches(Run from, Run goal, Set<String> seen) {
        for (Run before : plan.runs()) {
            if (from.follows(before, folder)
                    && (before.equals(goal) || (seen.add(before.id()) && reaches(before, goal, seen)))) {
                return true;
            }
        }
        return false;
    }

    private Path path(String file) {
        return folder.resolve(file).normalize();
    }
}
