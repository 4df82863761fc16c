package guifan.evaluate;

import guifan.source.CellPlace;
import guifan.source.Diagnostic;
import guifan.source.Diagnostic.Severity;
import guifan.source.Problems;
import guifan.source.Text;
import guifan.source.Width;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells what units left blank: cell by cell, but in one message where a unit left many, or a sheet is untouched. */
final class Gaps {

    /** How many blanks of a unit are told one by one. */
    private static final int MOST_APART = 10;

    private static final String BLANK = "blank";
    private static final Set<String> CODES = Set.of(BLANK, "fact-blank", "missing-item");
    private static final Text CURE =
            new Text("没有的填 0，确未报送的填“未报”", "write 0 where there was none, 未报 for what was not reported");

    private final boolean partial;
    private final Problems problems;
    private final Map<Draft, Long> untouched = new LinkedHashMap<>();

    /**
     * Prepares to tell of units.
     *
     * @param partial whether the other units are graded all the same, so that nothing is told of a sheet as a whole
     */
    Gaps(boolean partial, Problems problems) {
        this.partial = partial;
        this.problems = problems;
    }

    /** Passes on what was found of a unit. */
    void tell(Draft draft, Problems found) {
        List<Diagnostic> errors = found.all().stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .toList();
        boolean onlyGaps = errors.stream().allMatch(error -> CODES.contains(error.code()));
        if (errors.size() > 1 && onlyGaps && draft.isUntouched()) {
            found.all().stream()
                    .filter(diagnostic -> diagnostic.severity() != Severity.ERROR)
                    .forEach(problems::add);
            untouched.put(draft, (long) errors.size());
            return;
        }
        List<Diagnostic> blanks =
                errors.stream().filter(error -> error.code().equals(BLANK)).toList();
        if (blanks.size() <= MOST_APART) {
            problems.addAll(found);
            return;
        }
        found.all().stream().filter(one -> !blanks.contains(one)).forEach(problems::add);
        problems.error(
                BLANK,
                draft.place(),
                Text.of(
                        "%s 有 %s 项未填：%s；%s",
                        "%s left %s blank: %s; %s",
                        Width.visible(draft.unit()),
                        blanks.size(),
                        Text.join(
                                blanks.stream()
                                        .map(blank -> where(blank, draft))
                                        .toList(),
                                "、",
                                ", "),
                        CURE));
    }

    /** Returns where a blank is, as seen from the row of its unit. */
    private static Text where(Diagnostic blank, Draft draft) {
        if (!(blank.place() instanceof CellPlace cell) || cell.column() == 0) {
            return blank.place().words();
        }
        String letters = CellPlace.letters(cell.column());
        Text at = !cell.worksheet().isEmpty()
                ? Text.of(letters + cell.record())
                : cell.record() == draft.place().record()
                        ? Text.of("%s 列", "column %s", letters)
                        : Text.of("第 %s 行", "record %s", cell.record());
        return at.plus(Text.of("「%s」", " \"%s\"", Width.visible(cell.header())));
    }

    /** Tells of the units that filled in nothing, once for a sheet of which that holds throughout. */
    void tellUntouched(Collection<Draft> all) {
        if (untouched.isEmpty()) {
            return;
        }
        Map<CellPlace, List<Draft>> sheets = new LinkedHashMap<>();
        all.forEach(draft ->
                sheets.computeIfAbsent(sheet(draft), sheet -> new ArrayList<>()).add(draft));
        sheets.forEach((sheet, drafts) -> {
            if ((!partial || untouched.size() == all.size())
                    && drafts.size() > 1
                    && untouched.keySet().containsAll(drafts)) {
                problems.error(
                        "sheet-blank",
                        sheet,
                        Text.of(
                                "整张表没有填：%s 个单位一项也没有填（%s）；%s",
                                "nothing is filled in: not one of %s units filled in anything (%s); %s",
                                drafts.size(),
                                String.join(
                                        "、",
                                        drafts.stream()
                                                .map(draft -> Width.visible(draft.unit()))
                                                .toList()),
                                CURE));
                drafts.forEach(untouched::remove);
            }
        });
        Text others =
                partial ? Text.of("") : Text.of("；要先评其他单位，用 --partial", "; to grade the other units, use --partial");
        untouched.forEach((draft, gaps) -> problems.error(
                "unit-blank",
                draft.place(),
                Text.of(
                                "%s 的 %s 项一项也没有填；%s",
                                "%s filled in none of its %s measures; %s", Width.visible(draft.unit()), gaps, CURE)
                        .plus(others)));
    }

    private static CellPlace sheet(Draft draft) {
        CellPlace place = draft.place();
        return new CellPlace(place.file(), place.worksheet(), 0, 0, 0, "");
    }
}
