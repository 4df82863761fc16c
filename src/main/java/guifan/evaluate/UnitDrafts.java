package guifan.evaluate;

import guifan.source.CellPlace;
import guifan.source.Names;
import guifan.source.Problems;
import guifan.source.SheetCell;
import guifan.source.Text;
import guifan.source.Width;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gathers the cells of each unit while the sheets are read; a unit that is twice in one sheet is reported. */
final class UnitDrafts {

    private static final Pattern SPOILT = Pattern.compile("[0-9]{15}0+|[0-9](\\.[0-9]+)?[eE]\\+[0-9]+");

    private final Standard standard;
    private final @Nullable Roster roster;
    private final Problems problems;
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final List<Draft> repeated = new ArrayList<>();

    UnitDrafts(Standard standard, @Nullable Roster roster, Problems problems) {
        this.standard = standard;
        this.roster = roster;
        this.problems = problems;
        if (roster != null) {
            roster.members().stream()
                    .filter(member ->
                            !member.kind().isEmpty() && !standard.kinds().contains(member.kind()))
                    .forEach(member -> unknownKind(member.kind(), member.place()));
        }
    }

    /** Returns the kinds of the units, an empty one where it is not known. */
    Set<String> kinds() {
        return drafts.values().stream().map(Draft::kind).collect(Collectors.toSet());
    }

    /** Returns all units in the order of the roster, or without one as they came. */
    List<Draft> all() {
        List<Draft> all = new ArrayList<>(drafts.values());
        if (roster != null) {
            Map<String, Integer> ranks = roster.ranks();
            all.sort(Comparator.comparing(draft -> ranks.getOrDefault(draft.unit(), ranks.size())));
        }
        for (Draft draft : all) {
            if (!draft.hasKind()) {
                noKind(draft);
            }
        }
        return all;
    }

    /** Returns the rows of units met before in their sheet: no units of their own, but checked all the same. */
    List<Draft> repeated() {
        repeated.stream()
                .filter(draft -> !draft.hasKind())
                .forEach(draft -> draft.kind(standard.kinds().get(0)));
        return repeated;
    }

    /** Returns the unit called {@code name}, by an alias too, if it was met. */
    Optional<Draft> find(String name) {
        return Optional.ofNullable(drafts.get(key(name, member(name))));
    }

    private Optional<Roster.Member> member(String name) {
        return roster == null ? Optional.empty() : roster.find(name);
    }

    private static String key(String name, Optional<Roster.Member> member) {
        return Names.normalise(member.map(Roster.Member::unit).orElse(name));
    }

    /** Returns the units of the roster of which there is no sheet; they are reported unless {@code partial}. */
    List<String> missing(boolean partial) {
        if (roster == null) {
            return List.of();
        }
        List<String> missing =
                roster.missing(drafts.values().stream().map(Draft::unit).toList());
        if (!missing.isEmpty() && !partial) {
            CellPlace at = roster.place();
            problems.error(
                    "units-missing", new CellPlace(at.file(), at.worksheet(), 0, 0, 0, ""), roster.absence(missing));
        }
        return missing;
    }

    /**
     * Returns the draft of the unit called {@code name}, a new one if it was not met before.
     *
     * @param place where it is named
     * @param kind the cell that says its kind, or null if there is none
     * @param rows whether a unit has many rows, so that meeting it again in the same sheet is no mistake
     */
    Draft of(String name, CellPlace place, @Nullable SheetCell kind, boolean rows) {
        Optional<Roster.Member> member = member(name);
        Draft draft = drafts.computeIfAbsent(key(name, member), key -> begin(name, place, member));
        draft.row(place);
        boolean fresh = draft.toldBy(place);
        if (!fresh && !rows) {
            problems.error(
                    "duplicate-unit",
                    place,
                    Text.of(
                            "单位“%s”重复，第一次在 %s",
                            "unit \"%s\" appears twice, first at %s",
                            Width.visible(name),
                            draft.place().words()));
            Draft again = new Draft(draft.unit(), place);
            again.kind(draft.kind());
            repeated.add(again);
            return again;
        }
        if (kind != null) {
            draft.row(kind.place());
        }
        if (kind != null && kind.isBlank()) {
            draft.blankKind(kind);
        } else if (kind != null) {
            kind(draft, kind);
        }
        return draft;
    }

    private Draft begin(String name, CellPlace place, Optional<Roster.Member> member) {
        if (roster != null && member.isEmpty()) {
            problems.error(
                    "not-in-roster",
                    place,
                    Text.of("名册中没有单位“%s”", "the roster has no unit \"%s\"", Width.visible(name))
                            .plus(roster.suggestion(name)));
        }
        if (SPOILT.matcher(name).matches()) {
            problems.warning(
                    "spoilt-code",
                    place,
                    Text.of(
                            "编号“%s”像是被表格软件改过（15 位以后的数字已丢失）；请把该列设为“文本”，重新填写",
                            "the code \"%s\" seems to have been changed by a spreadsheet (its digits after the 15th are"
                                    + " lost); format the column as text and enter it again",
                            name));
        }
        Draft draft = new Draft(member.map(Roster.Member::unit).orElse(name), place);
        member.ifPresent(known -> {
            draft.kind(standard.kinds().contains(known.kind()) ? known.kind() : "");
            draft.checkedBy(known.group());
        });
        return draft;
    }

    private void kind(Draft draft, SheetCell cell) {
        String kind = cell.text();
        if (!standard.kinds().contains(kind)) {
            unknownKind(kind, cell.place());
            draft.kind(draft.hasKind() ? draft.kind() : standard.kinds().get(0));
        } else if (!draft.hasKind()) {
            draft.kind(kind);
        } else if (!draft.kind().equals(kind)) {
            boolean owned = roster != null
                    && roster.find(draft.unit())
                            .filter(member -> member.kind().equals(draft.kind()))
                            .isPresent();
            problems.error(
                    owned ? "kind-differs" : "two-kinds",
                    cell.place(),
                    owned
                            ? Text.of(
                                    "“%s”的类别在名册中是“%s”，这里是“%s”",
                                    "the kind of \"%s\" is \"%s\" in the roster, here it is \"%s\"",
                                    draft.unit(),
                                    draft.kind(),
                                    kind)
                            : Text.of(
                                    "“%s”的类别前面是“%s”，这里是“%s”",
                                    "the kind of \"%s\" was \"%s\" before, here it is \"%s\"",
                                    draft.unit(),
                                    draft.kind(),
                                    kind));
        }
    }

    private void unknownKind(String kind, CellPlace place) {
        problems.error(
                "unknown-kind",
                place,
                Text.of(
                        "“%s”不是类别，应为 %s",
                        "\"%s\" is no kind, expected %s", Width.visible(kind), Text.list(standard.kinds())));
    }

    private void noKind(Draft draft) {
        boolean needed = standard.kinds().size() > 1;
        if (needed && draft.blankKind().isPresent()) {
            unknownKind("", draft.blankKind().get().place());
        } else if (needed && (roster == null || roster.find(draft.unit()).isPresent())) {
            problems.error(
                    "no-kind",
                    new CellPlace(draft.place().file(), draft.place().worksheet(), 0, 0, 0, ""),
                    Text.of(
                            "不知道各单位的类别；请加“类别”列（%s）",
                            "the kinds of the units are not known; add a column 类别 (%s)", Text.list(standard.kinds())));
        }
        draft.kind(standard.kinds().get(0));
    }

    /**
     * Adds a cell of a sheet in which every cell has a row, or of a unit that another sheet has told of before; what
     * one sheet says twice is reported, what two say is kept to be compared.
     */
    void add(Draft draft, Filled filled) {
        Optional<Filled> twin = draft.cells().stream()
                .filter(one -> one.target().equals(filled.target()))
                .findFirst();
        if (twin.isEmpty()) {
            draft.changed().add(filled);
        } else if (twin.get().isBlank()) {
            draft.changed().set(draft.changed().indexOf(twin.get()), filled);
        } else if (!filled.isBlank() && twin.get().isOnTheSheetOf(filled)) {
            problems.error(
                    "duplicate-row",
                    filled.place(),
                    Text.of(
                            "“%s”的这一项重复，第一次在 %s",
                            "this is said twice of \"%s\", first at %s",
                            Width.visible(draft.unit()),
                            twin.get().place().words()));
        } else if (!filled.isBlank()) {
            draft.again(filled);
        }
    }
}
