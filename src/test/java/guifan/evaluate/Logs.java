package guifan.evaluate;

import guifan.source.InputFile;
import guifan.source.Problems;
import guifan.standard.Standard;
import guifan.standard.Standards;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Activity logs for tests, written as CSV. */
final class Logs {

    static final String HEADER = "日期,单位,形式,主题,佐证\n";

    static final String ROSTER = "单位,类别,别名\n台城街道,街道,台城\n白沙镇,镇,白沙\n水步镇,镇,\n";

    /** A standard that counts times, kinds, levels, a checklist and a yes or no. */
    static final Standard STANDARD = Standards.of(Standards.HEAD
            + """
            activities: {year-ends: 11-30, evidence: optional, also: [微实事], called: {询问: 专题询问}}
            """
            + Standards.oneArea(
                    "id: inquiry, name: 询问次数, points: 20, rule: {kind: count, each: 10}, tally: {forms: [专题询问]}",
                    "id: kinds, name: 形式, points: 20, rule: {kind: count, each: 10},"
                            + " tally: {forms: [专题询问, 工作评议], counts: forms}",
                    "id: held, name: 开会, points: 20, applies-to: [镇], rule: {kind: yes-no}, tally: {forms: [会议]}",
                    "id: press, name: 采用, points: 20, rule: {kind: levels, values: {市: 1, 省: 2}},"
                            + " tally: {items: {市: [市采用], 省: [省采用]}}",
                    "id: steps, name: 步骤, points: 10,"
                            + " rule: {kind: checklist, items: [{id: one, name: 征集}, {id: two, name: 票决}]},"
                            + " tally: {items: {征集: [征集], two: [票决]}}",
                    "id: file, name: 档案, points: 10, rule: {kind: yes-no}")
            + Standards.GRADES
            + "...\n");

    private Logs() {}

    static ActivityLog read(Standard standard, String roster, Problems problems, String... files) {
        ActivityLog.Files read = new ActivityLog.Files(problems);
        for (int i = 0; i < files.length; i++) {
            read.add(file((i + 1) + ".csv", files[i]), null);
        }
        if (!roster.isEmpty()) {
            read.readRoster(file("roster.csv", roster), null);
        }
        return read.read(standard);
    }

    private static InputFile file(String name, String text) {
        return InputFile.of(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the log that is shipped as an example, with the roster, as {@code standard} understands it. */
    static ActivityLog shipped(Standard standard, Problems problems) {
        try {
            String roster = Files.readString(Path.of("examples/roster.csv"));
            return read(standard, roster, problems, Files.readString(Path.of("examples/tally/activities.csv")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
