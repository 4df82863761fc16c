package guifan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.evaluate.Robustness.Drop;
import guifan.evaluate.Robustness.Stand;
import guifan.evaluate.UnitResult.Outcome;
import guifan.evaluate.UnitResult.Totals;
import guifan.evaluate.WhatIf.Move;
import guifan.number.Rational;
import guifan.source.Problems;
import guifan.standard.Standard;
import guifan.standard.Standards;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What would be if measures, points or lines were others, and how firm grades and ranks are. */
class WhatIfTest {

    private static final Standard STANDARD = Standards.shipped("2019");

    private static Evaluation evaluation;

    @BeforeAll
    static void evaluateTheSheetOfTheExample() throws IOException {
        String sheet = Files.readString(Path.of("examples/2019/scores.csv"));
        evaluation = new Evaluation(StandardCard.of(STANDARD), List.of(), 2019, Sheets.evaluate(STANDARD, sheet));
    }

    @Test
    void everySettingThatIsWrongIsTold() {
        Problems problems = new Problems();
        WhatIf.of(STANDARD, evaluation, List.of("nothing=3", "veto-case.points=3"), problems);
        assertThat(problems.all()).extracting(one -> one.code()).containsExactly("unknown-setting", "no-points");
    }

    private static WhatIf trial(String... settings) {
        Problems problems = new Problems();
        WhatIf trial = WhatIf.of(STANDARD, evaluation, List.of(settings), problems);
        assertThat(Standards.said(problems.all())).isEmpty();
        return trial;
    }

    private static List<UnitResult> after(String... settings) {
        return trial(settings).moves().stream().map(Move::after).toList();
    }

    private static UnitResult unit(List<UnitResult> units, String name) {
        return units.stream().filter(one -> one.unit().equals(name)).findFirst().orElseThrow();
    }

    private static Totals totals(UnitResult unit) {
        return Objects.requireNonNull(unit.totals());
    }

    private static Outcome outcome(UnitResult unit) {
        return Objects.requireNonNull(unit.outcome());
    }

    @Test
    void nothingSetGivesTheEvaluationAsItIs() {
        assertThat(after()).isEqualTo(evaluation.units());
        assertThat(after("优秀=90", "dep-reply.points=3")).isEqualTo(evaluation.units());
        assertThat(trial().moves()).noneMatch(Move::isMoved);
    }

    @Test
    void aMeasureOfOneUnitLeavesTheTotalsOfTheOthers() {
        List<UnitResult> after = after("大江镇/专题询问=0", "大江镇/新闻信息采用·全国=1");
        for (UnitResult unit : evaluation.units()) {
            boolean same = unit(after, unit.unit()).totals().equals(unit.totals());
            assertThat(same).as(unit.unit()).isEqualTo(!unit.unit().equals("大江镇"));
        }
        assertThat(totals(unit(after, "大江镇")).finalTotal()).hasToString("88.12");
    }

    @Test
    void aMeasureOfAllUnitsIsSetWhereItApplies() {
        List<UnitResult> after = after("session-hold=0");
        assertThat(after)
                .filteredOn(unit -> unit.kind().equals("镇"))
                .allMatch(unit ->
                        unit.indicator("session-hold").orElseThrow().score().isZero())
                .allMatch(unit -> outcome(unit).caps().contains("cap-session"));
        UnitResult street = unit(after, "台城街道");
        assertThat(street.areas()).isEqualTo(unit(evaluation.units(), "台城街道").areas());
    }

    @Test
    void settingsCommute() {
        List<String> settings = new ArrayList<>(List.of(
                "三合镇/dep-reply·应答复件数=15",
                "三合镇/dep-reply·按期答复件数=14",
                "优秀=88",
                "super-inquiry=1",
                "pub-article.points=5",
                "白沙镇/veto-case=是（粤纪〔2019〕1号）",
                "档案规范=1"));
        List<UnitResult> expected = ranked(settings);
        Random random = new Random(5);
        for (int i = 0; i < 5; i++) {
            Collections.shuffle(settings, random);
            assertThat(ranked(settings)).isEqualTo(expected);
        }
        assertThat(expected).isNotEqualTo(evaluation.units());
    }

    private static List<UnitResult> ranked(List<String> settings) {
        List<UnitResult> units = after(settings.toArray(String[]::new));
        return units.stream().map(WhatIfTest::withoutPlaces).toList();
    }

    private static UnitResult withoutPlaces(UnitResult unit) {
        return new UnitResult(
                unit.unit(), unit.kind(), unit.place(), List.of(), unit.totals(), List.of(), List.of(), unit.outcome());
    }

    @Test
    void aTotalMovesByTheEffectiveWeightTimesTheScore() {
        UnitResult before = unit(evaluation.units(), "台城街道");
        UnitResult after = unit(after("台城街道/pub-law=1"), "台城街道");
        Rational score = after.indicator("pub-law")
                .orElseThrow()
                .score()
                .minus(before.indicator("pub-law").orElseThrow().score());
        assertThat(score.signum()).isNegative();
        assertThat(totals(after).exact().minus(totals(before).exact())).isEqualTo(score.times(Rational.of(100, 82)));
    }

    @Test
    void pointsOfNoneAreTheSameAsAnIndicatorThatDoesNotApply() {
        List<UnitResult> none = after("pub-article.points=0");
        List<UnitResult> left = after("pub-article=不适用");
        assertThat(none)
                .extracting(UnitResult::totals)
                .isEqualTo(left.stream().map(UnitResult::totals).toList());
        assertThat(none)
                .extracting(UnitResult::outcome)
                .isEqualTo(left.stream().map(UnitResult::outcome).toList());
    }

    @Test
    void theTotalIsRebasedToFullMarksWherePointsAreSet() {
        WhatIf trial = trial("dep-reply.points=6");
        UnitResult unit = unit(trial.moves().stream().map(Move::after).toList(), "水步镇");
        assertThat(trial.rebased()).isTrue();
        assertThat(totals(unit).possible()).isEqualTo(Rational.of(103));
        UnitResult before = unit(evaluation.units(), "水步镇");
        Rational reply = before.indicator("dep-reply").orElseThrow().score();
        assertThat(totals(unit).exact())
                .isEqualTo(totals(before).exact().plus(reply).times(Rational.of(100, 103)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dep-reply | setting",
                "=3 | setting",
                "dep-reply= | setting",
                "nothing=3 | unknown-setting",
                "某镇/dep-reply=3 | unknown-unit",
                "台城街道/session-hold=2 | does-not-apply",
                "session-hold=2.5 | not-whole",
                "super-inquiry=待核 | setting-value",
                "优秀=70 | grade-order",
                "合格=60 | no-line",
                "优秀=高 | not-a-number",
                "veto-case.points=3 | no-points",
                "dep-reply.points=-1 | not-a-number",
                "三合镇/dep-reply·按期答复件数=13 | part-exceeds-whole",
            })
    void whatCannotBeSetIsTold(String setting, String code) {
        Problems problems = new Problems();
        WhatIf.of(STANDARD, evaluation, List.of(setting), problems);
        assertThat(problems.all()).extracting(one -> one.code()).contains(code);
        assertThat(problems.all()).allMatch(one -> one.place().words().zh().contains("--set " + setting));
    }

    @Test
    void theSameThingIsNotSetTwice() {
        Problems problems = new Problems();
        WhatIf.of(STANDARD, evaluation, List.of("优秀=88", "优秀=87"), problems);
        assertThat(problems.all()).extracting(one -> one.code()).containsExactly("setting-twice");
    }

    @Test
    void noPerturbationReproducesTheEvaluation() {
        Robustness robustness = Robustness.of(STANDARD, evaluation, 9, 4, Rational.ZERO);
        for (Stand stand : robustness.stands()) {
            Rational rank = outcome(stand.unit()).rank();
            assertThat(stand)
                    .isEqualTo(new Stand(
                            stand.unit(),
                            rank,
                            rank,
                            4,
                            outcome(stand.unit()).grade(),
                            outcome(stand.unit()).grade(),
                            4));
        }
    }

    @Test
    void theSameSeedGivesTheSameAndAnotherSeedSomethingElse() {
        Rational tenth = Rational.of(1, 10);
        assertThat(Robustness.of(STANDARD, evaluation, 3, 10, tenth))
                .isEqualTo(Robustness.of(STANDARD, evaluation, 3, 10, tenth))
                .isNotEqualTo(Robustness.of(STANDARD, evaluation, 4, 10, tenth));
    }

    @Test
    void moreSamplesDoNotChangeTheFirstOnes() {
        Rational tenth = Rational.of(1, 10);
        Robustness few = Robustness.of(STANDARD, evaluation, 3, 5, tenth);
        Robustness more = Robustness.of(STANDARD, evaluation, 3, 15, tenth);
        for (int i = 0; i < few.stands().size(); i++) {
            Stand less = few.stands().get(i);
            Stand longer = more.stands().get(i);
            assertThat(longer.best()).isLessThanOrEqualTo(less.best());
            assertThat(longer.worst()).isGreaterThanOrEqualTo(less.worst());
            assertThat(longer.sameRank() - less.sameRank()).isBetween(0, 10);
        }
        assertThat(few.drops()).isEqualTo(more.drops());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -7, Long.MAX_VALUE})
    void pointsStayWithinTheSpread(long seed) {
        Rational fifth = Rational.of(1, 5);
        for (int sample = 0; sample < 20; sample++) {
            Map<String, Rational> shares = Robustness.shares(STANDARD, seed, sample, fifth);
            assertThat(shares).hasSize(48);
            assertThat(shares.values())
                    .allMatch(share -> share.minus(Rational.ONE).abs().compareTo(fifth) <= 0);
            assertThat(shares.values().stream().distinct().count()).isGreaterThan(40);
        }
    }

    @Test
    void droppingAnIndicatorIsSettingItsPointsToNone() {
        Robustness robustness = Robustness.of(STANDARD, evaluation, 1, 1, Rational.ZERO);
        for (String id : List.of("dep-reply", "super-inquiry", "pub-article")) {
            Drop drop = robustness.drops().stream()
                    .filter(one -> one.indicator().equals(id))
                    .findFirst()
                    .orElseThrow();
            List<Move> moves = trial(id + ".points=0").moves();
            assertThat(drop.grades()).isEqualTo((int) moves.stream()
                    .filter(move -> outcome(move.before()).grade()
                            != outcome(move.after()).grade())
                    .count());
            assertThat(drop.ranks()).isEqualTo((int) moves.stream()
                    .filter(move -> !outcome(move.before())
                            .rank()
                            .equals(outcome(move.after()).rank()))
                    .count());
        }
        assertThat(robustness.drops()).hasSize(48);
    }

    @Test
    void anIndicatorWithTheSameScoreEverywhereChangesNoRank() {
        Standard small = Standards.of(Standards.area(
                "id: same, name: 相同, points: 40, rule: {kind: yes-no}",
                "id: other, name: 不同, points: 60, measured-in: 次, rule: {kind: shortfall, target: 6}"));
        String sheet = "单位,类别,相同,不同（次）\n甲镇,镇,是,5\n乙镇,镇,是,3\n丙镇,镇,是,6\n";
        Evaluation three = new Evaluation(StandardCard.of(small), List.of(), null, Sheets.evaluate(small, sheet));
        List<Drop> drops = Robustness.of(small, three, 1, 1, Rational.ZERO).drops();
        assertThat(drops.get(0).ranks()).isZero();
        assertThat(drops.get(1).ranks()).isPositive();
    }
}
