package guifan.evaluate;

import guifan.number.Rational;
import guifan.standard.Standard;
import guifan.standard.Standards;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Sheets of a unit that has full marks under the edition of 2019 except for what a test says. */
final class FullMarks {

    private static final String ANSWERS = """
            party-hear 2, party-plan 全, party-report 0, party-solve 2, party-study 4,
            session-hold 2, session-attend 100, session-prep 全, session-debate 30, session-publish 是, session-reports 全,
            decide-plan 是, decide-budget 全, decide-major 2, decide-follow 100, decide-vote 全,
            super-plan 全, super-report 3, super-lawcheck 2, super-inspect 4, super-review 1, super-inquiry 1, super-meet 2,
            super-track 100, recess-meet 4, recess-attend 100, recess-report 全, recess-task 无,
            dep-group 0, dep-train 100, dep-propose 100, dep-reply 100, dep-satisfy 100, dep-account 100, dep-contact 100,
            dep-file 0, plat-six 全, plat-cover 100, plat-receive 12, plat-handle 100, plat-star 五星,
            pub-article 全国2, pub-research 2, pub-law 4, self-six 全, self-rules 全, self-archive 2, self-staff 全,
            veto-case 否
            """;

    private final Standard standard;
    private final String kind;

    private FullMarks(Standard standard, String kind) {
        this.standard = standard;
        this.kind = kind;
    }

    static FullMarks of(String standard, String kind) {
        return new FullMarks(Standards.shipped(standard), kind);
    }

    /** Returns the result of the unit with some answers changed, given as {@code id, answer, id, answer}. */
    UnitResult with(String... changes) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String answer : ANSWERS.replace("\n", " ").split(",", -1)) {
            String[] parts = answer.strip().split(" ", -1);
            answers.put(parts[0], parts[1]);
        }
        for (int i = 0; i < changes.length; i += 2) {
            answers.put(changes[i], changes[i + 1]);
        }
        StringBuilder sheet = new StringBuilder("单位,类别,指标,实绩\n");
        answers.forEach((id, answer) -> {
            boolean known = standard.questions(kind).stream()
                    .anyMatch(question -> question.id().equals(id));
            boolean applies = standard.indicator(id)
                    .map(indicator -> indicator.appliesTo(kind))
                    .orElse(true);
            if (known && applies) {
                sheet.append("某单位,")
                        .append(kind)
                        .append(',')
                        .append(id)
                        .append(",\"")
                        .append(answer)
                        .append("\"\n");
            }
        });
        return Sheets.only(standard, sheet.toString());
    }

    /** Returns the score of one indicator for one answer. */
    Rational score(String id, String answer) {
        return with(id, answer).indicator(id).orElseThrow().score();
    }

    /** Returns the name of the grade that {@code unit} has. */
    String grade(UnitResult unit) {
        return standard.grades()
                .levels()
                .get(Objects.requireNonNull(unit.outcome()).grade())
                .name();
    }
}
