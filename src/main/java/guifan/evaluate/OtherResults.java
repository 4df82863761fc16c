package guifan.evaluate;

import guifan.evaluate.OtherResult.KnownText;
import guifan.evaluate.Taken.Absent;
import guifan.source.Names;
import guifan.source.Problems;
import guifan.source.Text;
import guifan.source.Width;
import guifan.standard.FromStandard;
import guifan.standard.FromStandard.Accepted;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The results under other standards that an evaluation was given, and which of them each question takes. */
final class OtherResults {

    /** No results were given, and none are asked for. */
    static final OtherResults NONE = new OtherResults(List.of(), List.of(), Map.of(), Set.of());

    private final List<OtherResult> used;
    private final List<Absent> absent;
    private final Map<String, OtherResult> byQuestion;
    private final Set<String> refused;
    private final Map<OtherResult, Map<String, List<UnitResult>>> byOwner = new HashMap<>();

    private OtherResults(
            List<OtherResult> used, List<Absent> absent, Map<String, OtherResult> byQuestion, Set<String> refused) {
        this.used = used;
        this.absent = absent;
        this.byQuestion = byQuestion;
        this.refused = refused;
    }

    /**
     * Returns which of {@code given}, in whatever order they are, each question takes; what cannot be used is reported.
     *
     * @param year the year evaluated, or null if it is not known
     */
    static OtherResults of(Standard standard, @Nullable Integer year, List<OtherResult> given, Problems problems) {
        List<OtherResult> sorted = given.stream()
                .sorted(Comparator.comparing(
                                (OtherResult one) -> one.evaluation().standard().id())
                        .thenComparing(one ->
                                Optional.ofNullable(one.evaluation().year()).orElse(0))
                        .thenComparing(OtherResult::sha256))
                .toList();
        Problems found = new Problems();
        List<Absent> absent = new ArrayList<>();
        Map<String, OtherResult> byQuestion = new LinkedHashMap<>();
        Set<String> refused = new HashSet<>();
        standard.fromStandards().forEach((question, wanted) -> {
            List<OtherResult> candidates = sorted.stream()
                    .filter(one -> wanted.means(one.evaluation().standard().id()))
                    .toList();
            if (candidates.isEmpty()) {
                absent.add(new Absent(question, wanted.standard()));
            } else {
                newest(wanted, year, candidates, found)
                        .filter(one -> isSettled(wanted, one, found))
                        .ifPresentOrElse(one -> byQuestion.put(question, one), () -> refused.add(question));
            }
        });
        List<OtherResult> used =
                sorted.stream().filter(byQuestion::containsValue).toList();
        if (!found.hasErrors()) {
            sorted.stream().filter(one -> !used.contains(one)).forEach(one -> unused(one, found));
        }
        found.all().stream().distinct().forEach(problems::add);
        return new OtherResults(used, absent, byQuestion, refused);
    }

    private static void unused(OtherResult one, Problems problems) {
        problems.warning(
                "results-unused",
                one.place(),
                Text.of(
                        "没有用到：本标准不取 %s（%s年度）的结果",
                        "is not used: the standard takes no results of %s of the year %s",
                        one.evaluation().standard().id(),
                        shown(one.evaluation().year())));
    }

    private static Optional<OtherResult> newest(
            FromStandard wanted, @Nullable Integer year, List<OtherResult> candidates, Problems problems) {
        List<OtherResult> fitting = candidates.stream()
                .filter(one -> fits(wanted, year, one.evaluation().year()))
                .sorted(Comparator.comparing(
                        one -> Optional.ofNullable(one.evaluation().year()).orElse(0), Comparator.reverseOrder()))
                .toList();
        if (fitting.isEmpty()) {
            candidates.forEach(one -> problems.error(
                    "results-year",
                    one.place(),
                    Text.of(
                            "是%s年度的结果，本次评价的是%s年度；年度不明的请用 --year 给出",
                            "is a result of the year %s, and the year evaluated is %s; where a year is unknown, say"
                                    + " --year",
                            shown(one.evaluation().year()),
                            shown(year))));
            return Optional.empty();
        }
        OtherResult first = fitting.get(0);
        if (fitting.size() > 1
                && Objects.equals(
                        fitting.get(1).evaluation().year(), first.evaluation().year())) {
            problems.error(
                    "results-twice",
                    fitting.get(1).place(),
                    Text.of(
                            "与 %s 是同一标准、同一年度的结果，只能给一个",
                            "and %s are results under one standard for one year; give one of them", first.file()));
            return Optional.empty();
        }
        return Optional.of(first);
    }

    private static boolean fits(FromStandard wanted, @Nullable Integer year, @Nullable Integer of) {
        if (year == null || of == null) {
            return Objects.equals(year, of);
        }
        return of <= year && year - of <= wanted.yearsBack();
    }

    private static Text shown(@Nullable Integer year) {
        return year == null ? new Text("未知", "unknown") : Text.of(" " + year + " ", String.valueOf(year));
    }

    /** Returns whether a result may be used; what the standard accepts though it is not settled is told. */
    private static boolean isSettled(FromStandard wanted, OtherResult one, Problems problems) {
        Evaluation result = one.evaluation();
        boolean settled = true;
        if (result.stage() != Stage.FINAL) {
            settled &= accepts(
                    wanted,
                    Accepted.PROVISIONAL,
                    one,
                    Text.of(
                            "不是终评的结果（%s）",
                            "is not a final result (%s)", result.stage().word()),
                    problems);
        }
        if (result.isPartial()) {
            settled &= accepts(
                    wanted,
                    Accepted.PROVISIONAL,
                    one,
                    Text.of("有 %s 个未评", "leaves %s unrated", result.unrated().size()),
                    problems);
        }
        if (one.text() != KnownText.SAME) {
            String id = result.standard().id();
            Text message = one.text() == KnownText.NONE
                    ? Text.of(
                            "所用的标准 %s 找不到，无法核对；请用 --standards 指明",
                            "was made with %s, which is not found, so that it cannot be checked; say where it is with"
                                    + " --standards",
                            id)
                    : Text.of(
                            "所用的 %s 与现有文本规则不同（%s）",
                            "was made with rules of %s that are not those at hand (%s)",
                            id,
                            result.standard().rulesHash());
            settled &= accepts(wanted, Accepted.OTHER_TEXT, one, message, problems);
        }
        return settled;
    }

    private static boolean accepts(
            FromStandard wanted, Accepted what, OtherResult one, Text message, Problems problems) {
        boolean accepted = wanted.accepted().contains(what);
        Text told = accepted
                ? message.plus(Text.of("；按标准予以接受", "; the standard accepts that"))
                : message.plus(Text.of("，不能取用", " and cannot be used"));
        String code = what == Accepted.PROVISIONAL ? "results-provisional" : "results-text";
        if (accepted) {
            problems.warning(code, one.place(), told);
        } else {
            problems.error(code, one.place(), told);
        }
        return accepted;
    }

    /** Returns the results that are used, by the ids of their standards. */
    List<OtherResult> used() {
        return used;
    }

    /** Returns the questions that may take results of which none were given. */
    List<Absent> absent() {
        return absent;
    }

    /** Returns whether a result was given for a question, be it one that cannot be used. */
    boolean concerns(String question) {
        return byQuestion.containsKey(question) || refused.contains(question);
    }

    /** Returns the questions whose results cannot be used, of which it has been told. */
    Set<String> refused() {
        return refused;
    }

    /** Returns the result that a question takes, if there is one. */
    Optional<OtherResult> of(String question) {
        return Optional.ofNullable(byQuestion.get(question));
    }

    /** Returns what belongs to a unit in a result: bodies by their owner, or the unit itself. */
    List<UnitResult> of(OtherResult result, String unit, @Nullable Roster roster) {
        return byOwner.computeIfAbsent(result, any -> owners(any, roster))
                .getOrDefault(Names.normalise(unit), List.of());
    }

    private static Map<String, List<UnitResult>> owners(OtherResult result, @Nullable Roster roster) {
        Map<String, List<UnitResult>> owners = new HashMap<>();
        for (UnitResult body : result.evaluation().units()) {
            owners.computeIfAbsent(Names.normalise(owner(body, roster)), any -> new ArrayList<>())
                    .add(body);
        }
        return owners;
    }

    /** Of a body, what is said of it first is whose it is. */
    private static String owner(UnitResult body, @Nullable Roster roster) {
        String owner = body.details().values().stream().findFirst().orElse(body.unit());
        return Optional.ofNullable(roster)
                .flatMap(list -> list.find(owner))
                .map(Roster.Member::unit)
                .orElse(owner);
    }

    /** Tells of bodies whose owner is none of {@code units}: a name may be written in another way. */
    void tellStrangers(List<String> units, @Nullable Roster roster, Problems problems) {
        Set<String> known = units.stream().map(Names::normalise).collect(Collectors.toSet());
        Optional.ofNullable(roster)
                .ifPresent(list -> list.members().forEach(member -> known.add(Names.normalise(member.unit()))));
        for (OtherResult result : used) {
            List<String> strangers = result.evaluation().units().stream()
                    .map(body -> owner(body, roster))
                    .distinct()
                    .filter(owner -> !known.contains(Names.normalise(owner)))
                    .map(Width::visible)
                    .toList();
            if (!strangers.isEmpty()) {
                problems.warning(
                        "results-owner",
                        result.place(),
                        Text.of(
                                "其中的这些单位不在本次评价中：%s",
                                "has units that are not evaluated here: %s", Text.list(strangers)));
            }
        }
    }
}
