package guifan.paper;

import guifan.evaluate.Evaluation;
import guifan.evaluate.Stage;
import guifan.evaluate.StandardCard.GradeCard;
import guifan.number.Rational;
import guifan.source.Fields;
import guifan.source.FileFormat;
import guifan.source.Node;
import guifan.source.Problems;
import guifan.source.SourceText;
import guifan.source.Text;
import guifan.source.YamlReader;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What papers say that no result knows: {@code papers.yaml}.
 *
 * @param body the body whose meeting decided
 * @param document the number of the notice (文号)
 * @param office whom a unit answers to
 * @param signatory the body that signs; never a person
 * @param cityCommittee whom the report is for
 * @param recipients whom the notice is for
 * @param issued the day of issue
 * @param deadline until when things have to be put right
 * @param letterhead the name of the office that stands over papers in red; may be empty
 * @param bodies the congresses' bodies by kind of unit, as 人大主席团; may be empty
 * @param near how close to a line a unit is listed, in points
 * @param complaints what units complained of; may be empty
 * @param note what every paper says at its end, as that figures are invented; may be empty
 */
public record PaperSettings(
        String body,
        LocalDate meeting,
        String document,
        String office,
        String signatory,
        String cityCommittee,
        String recipients,
        LocalDate issued,
        Deadline deadline,
        String letterhead,
        Map<String, String> bodies,
        Rational near,
        List<Complaint> complaints,
        String note) {

    private static final Rational NEAR = Rational.parse("0.5").orElseThrow();

    private static final LocalDate STAND_IN = LocalDate.of(2000, 1, 1);

    /**
     * Reads the settings for the papers of {@code evaluation}; what is wrong with either goes to {@code problems}, all
     * of it at once.
     */
    public static Optional<PaperSettings> read(SourceText source, Evaluation evaluation, Problems problems) {
        refuse(source, evaluation, problems);
        Optional<Node> document = YamlReader.read(source, problems);
        if (document.isEmpty()) {
            return Optional.empty();
        }
        Fields fields = Fields.of(document.get(), problems);
        FileFormat.require(fields);
        String year = fields.text("year");
        if (evaluation.year() != null && fields.has("year") && !year.equals(String.valueOf(evaluation.year()))) {
            fields.error(
                    "other-year",
                    "year",
                    Text.of("结果是%s年度的，不是%s", "the result is of the year %s, not %s", evaluation.year(), year));
        }
        Fields meeting = fields.section("meeting");
        LocalDate met = date(meeting, "date");
        String body = words(meeting, "body");
        LocalDate issued = date(fields, "issued");
        Deadline deadline = Deadline.read(fields, issued, lowest(evaluation).rectifyDays());
        if (fields.has("issued") && meeting.has("date") && issued.isBefore(met)) {
            fields.error("issued-before", "issued", Text.of("印发日期早于会议日期", "issued before the meeting"));
        }
        List<String> recipients = fields.proses("recipients");
        PaperSettings settings = new PaperSettings(
                body,
                met,
                words(fields, "document"),
                words(fields, "office"),
                words(fields, "signatory"),
                words(fields, "city-committee"),
                String.join("、", recipients),
                issued,
                deadline,
                fields.optionalProse("letterhead").orElse(""),
                bodies(fields, evaluation),
                fields.number("near", NEAR),
                Complaint.read(fields, evaluation),
                fields.optionalProse("note").orElse(""));
        if (!fields.has("recipients")) {
            fields.error("missing-key", "recipients", Text.of("缺少“%s”", "\"%s\" is missing", "recipients"));
        } else if (recipients.isEmpty()) {
            empty(fields, "recipients");
        }
        fields.finish();
        return problems.hasErrors() ? Optional.empty() : Optional.of(settings);
    }

    /** Returns required words; what was left to be filled in is reported. */
    private static String words(Fields fields, String key) {
        String words = fields.prose(key);
        if (fields.has(key) && words.isBlank()) {
            empty(fields, key);
        }
        return words;
    }

    private static void empty(Fields fields, String key) {
        fields.error("empty-value", key, Text.of("“%s”还没有填", "\"%s\" is not filled in", key));
    }

    /** Reads the bodies of the kinds of units that the standard or the result knows. */
    private static Map<String, String> bodies(Fields fields, Evaluation evaluation) {
        Set<String> kinds = new LinkedHashSet<>();
        evaluation.standard().indicators().forEach(indicator -> kinds.addAll(indicator.kinds()));
        evaluation.units().forEach(unit -> kinds.add(unit.kind()));
        Map<String, String> bodies = new LinkedHashMap<>();
        fields.aside("bodies")
                .ifPresent(section ->
                        kinds.forEach(kind -> section.optionalProse(kind).ifPresent(body -> bodies.put(kind, body))));
        return bodies;
    }

    private static GradeCard lowest(Evaluation evaluation) {
        List<GradeCard> grades = evaluation.standard().grades();
        return grades.get(grades.size() - 1);
    }

    /** Returns a required day. */
    static LocalDate date(Fields fields, String key) {
        Optional<LocalDate> date = fields.optionalDate(key);
        if (!fields.has(key)) {
            fields.error("missing-key", key, Text.of("缺少“%s”", "\"%s\" is missing", key));
        }
        return date.orElse(STAND_IN);
    }

    /** Refuses {@code evaluation} unless it is final and whole, as what papers are made of. */
    public static void refuse(SourceText source, Evaluation evaluation, Problems problems) {
        if (evaluation.isPartial()) {
            problems.error(
                    "partial-result",
                    source.whole(),
                    Text.of("结果中有未评的单位，不能出公文", "some units are not rated; no papers are made of it"));
        }
        if (evaluation.stage() != Stage.FINAL) {
            problems.error(
                    "not-final",
                    source.whole(),
                    Text.of(
                            "结果是%s的，只有终评的结果可出公文",
                            "the result is of the stage %s; only a final one makes papers",
                            evaluation.stage().title()));
        }
        if (evaluation.standard().draft()) {
            problems.error(
                    "draft-standard",
                    source.whole(),
                    Text.of("评价标准还是草案，不能出公文", "the standard is a draft; it makes no papers"));
        }
        if (evaluation.year() == null) {
            problems.error(
                    "no-year",
                    source.whole(),
                    Text.of("结果没有年度，请评价时用 --year", "the result has no year; evaluate with --year"));
        }
    }
}
