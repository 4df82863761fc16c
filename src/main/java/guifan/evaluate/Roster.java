package guifan.evaluate;

import guifan.number.Rational;
import guifan.source.CellPlace;
import guifan.source.Names;
import guifan.source.Numerals;
import guifan.source.Problems;
import guifan.source.SheetCell;
import guifan.source.SheetRow;
import guifan.source.SheetTable;
import guifan.source.Similar;
import guifan.source.Text;
import guifan.source.Width;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The list of units (名册): who has to report, of which kind, in which order, and who belongs to whom. */
public final class Roster {

    private static final List<String> COLUMNS = List.of("单位", "类别", "别名", "顺序", "党委", "考评员", "考评组");

    /**
     * A unit of the roster.
     *
     * @param kind its kind, empty if the roster does not say
     * @param aliases what else it is called
     * @param party its party committee, empty if not said
     * @param assessors the assessors who belong to the unit and must not mark it
     * @param group the group that checks the unit, empty if not said
     * @param place its row
     */
    public record Member(
            String unit,
            String kind,
            List<String> aliases,
            String party,
            List<String> assessors,
            String group,
            CellPlace place) {}

    private final CellPlace place;
    private final List<Member> members;
    private final Map<String, Member> byName = new LinkedHashMap<>();

    private Roster(CellPlace place, List<Member> members) {
        this.place = place;
        this.members = List.copyOf(members);
    }

    /** Returns whether a record is the header of a roster. */
    public static boolean isHeader(List<String> cells) {
        return cells.stream().anyMatch(cell -> Columns.own(cell).equals(Columns.UNIT));
    }

    /** Returns the roster that {@code table} holds; all that is wrong with it goes to {@code problems}. */
    public static Roster read(SheetTable table, Problems problems) {
        Map<String, Integer> columns = new HashMap<>();
        List<String> ignored = new ArrayList<>();
        for (int i = 0; i < table.header().size(); i++) {
            String own = Columns.own(table.header().get(i));
            String word = own.isEmpty() ? Names.normalise(table.header().get(i)) : own;
            if (COLUMNS.contains(word)) {
                columns.putIfAbsent(word, i);
            } else if (!word.isEmpty()) {
                ignored.add(Width.visible(table.header().get(i)));
            }
        }
        if (!ignored.isEmpty()) {
            problems.note(
                    "ignored-column",
                    table.place(),
                    Text.of("名册中未使用的列：%s", "columns of the roster that are not used: %s", Text.list(ignored)));
        }
        if (!columns.containsKey("单位")) {
            problems.error("no-unit-column", table.place(), Text.of("名册没有“单位”列", "the roster has no column 单位 (unit)"));
            return new Roster(table.place(), List.of());
        }
        Map<Member, Rational> order = new LinkedHashMap<>();
        for (SheetRow row : table.rows()) {
            Member member = member(row, columns);
            if (member.unit().isEmpty()) {
                problems.error("no-unit", row.place(), Text.of("没有填单位", "the unit is missing"));
            } else {
                order.put(member, order(row, columns, order.size(), problems));
            }
        }
        List<Member> members = new ArrayList<>(order.keySet());
        members.sort(Comparator.comparing(member -> Objects.requireNonNull(order.get(member))));
        Roster roster = new Roster(table.place(), members);
        roster.nameAll(problems);
        return roster;
    }

    private static Member member(SheetRow row, Map<String, Integer> columns) {
        return new Member(
                text(row, columns, "单位"),
                text(row, columns, "类别"),
                list(text(row, columns, "别名")),
                text(row, columns, "党委"),
                list(text(row, columns, "考评员")),
                text(row, columns, "考评组"),
                row.place());
    }

    private static String text(SheetRow row, Map<String, Integer> columns, String word) {
        Integer column = columns.get(word);
        return column == null ? "" : row.cell(column).text();
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split("[、，,；;/\\s]+"))
                .filter(word -> !word.isBlank())
                .toList();
    }

    private static Rational order(SheetRow row, Map<String, Integer> columns, int index, Problems problems) {
        Integer column = columns.get("顺序");
        if (column == null || row.cell(column).isBlank()) {
            return Rational.of(column == null ? index : Integer.MAX_VALUE);
        }
        SheetCell cell = row.cell(column);
        return Numerals.parse(cell.text()).orElseGet(() -> {
            problems.error("not-a-number", cell.place(), Numerals.complaint(cell.text()));
            return Rational.ZERO;
        });
    }

    private void nameAll(Problems problems) {
        for (Member member : members) {
            name(member, member.unit(), problems);
        }
        for (Member member : members) {
            new HashSet<>(member.aliases()).forEach(alias -> name(member, alias, problems));
        }
    }

    private void name(Member member, String name, Problems problems) {
        Member earlier = byName.putIfAbsent(Names.normalise(name), member);
        if (earlier != null && !(earlier.equals(member) && !name.equals(member.unit()))) {
            problems.error(
                    "duplicate-unit",
                    member.place(),
                    Text.of(
                            "“%s”在名册中重复，第一次在 %s",
                            "\"%s\" is twice in the roster, first at %s",
                            Width.visible(name),
                            earlier.place().words()));
        }
    }

    /** Returns the units in the order of the roster. */
    public List<Member> members() {
        return members;
    }

    /** Returns the unit that is called {@code name}, by its name or an alias. */
    public Optional<Member> find(String name) {
        return Optional.ofNullable(byName.get(Names.normalise(name)));
    }

    /** Returns the one unit whose name is part of {@code title}, such as the name of a file. */
    Optional<Member> within(String title) {
        String normal = Names.normalise(title);
        Set<Member> found = new HashSet<>();
        members.stream()
                .filter(member -> normal.contains(Names.normalise(member.unit())))
                .forEach(found::add);
        if (found.isEmpty()) {
            byName.forEach((name, member) -> {
                if (normal.contains(name)) {
                    found.add(member);
                }
            });
        }
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    /** Returns what to add to a message about a name that the roster does not have. */
    Text suggestion(String name) {
        List<String> names = new ArrayList<>();
        members.forEach(member -> names.add(member.unit()));
        return Similar.suggestion(name, names);
    }

    /** Returns the units of the roster that are not among {@code present}, which are names of the roster. */
    public List<String> missing(Collection<String> present) {
        Set<String> there = Set.copyOf(present);
        return members.stream()
                .map(Member::unit)
                .filter(unit -> !there.contains(unit))
                .toList();
    }

    /** Returns where the roster was read. */
    public CellPlace place() {
        return place;
    }

    /** Returns how many reported and who did not. */
    Text absence(List<String> missing) {
        return Text.of(
                "应报%s，实报%s，缺：%s",
                "%s should have reported, %s did; missing: %s",
                members.size(),
                members.size() - missing.size(),
                Text.list(missing));
    }

    /** Returns the units in the order of the roster; those that it does not have come last. */
    Map<String, Integer> ranks() {
        Map<String, Integer> ranks = new HashMap<>();
        members.forEach(member -> ranks.put(member.unit(), ranks.size()));
        return ranks;
    }
}
