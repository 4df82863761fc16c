package guifan.standard;

import guifan.source.Fields;
import guifan.source.Names;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is scored where it is not units themselves (参评对象): stations, cases, projects, brands, each of which belongs to a
 * unit.
 *
 * @param called the heading of the column with their names
 * @param owner the heading of the column with the units that they belong to, empty where units themselves are scored
 * @param columns the headings of what else a sheet says of each; not scored, must be filled in, kept in the result
 * @param limits how many of them may have something in common
 */
public record Bodies(String called, String owner, List<String> columns, List<Limit> limits) {

    /** Units themselves are scored. */
    public static final Bodies UNITS = new Bodies("单位", "", List.of(), List.of());

    /**
     * A limit on how many bodies of one sheet may have the same texts in some columns.
     *
     * @param per the headings of the columns
     * @param most how many may have the same
     * @param firstBy the heading of the column, of dates or numbers, by which the first ones count and the others are
     *     beyond the limit; empty where it is an error that there are more
     */
    public record Limit(String id, List<String> per, int most, String firstBy, String reason) {

        /** Returns in words what is beyond it. */
        Text words() {
            Text same = Text.list(per);
            Text beyond = Text.of("同一%s超过 %s 个的", "more than %2$s with the same %1$s", same, most);
            return firstBy.isEmpty()
                    ? beyond
                    : beyond.plus(Text.of("（按“%s”先后）", " (the first by \"%s\" count)", firstBy));
        }
    }

    static Bodies read(Fields units) {
        if (List.of("called", "owner", "columns", "limits").stream().noneMatch(units::has)) {
            return UNITS;
        }
        String called = units.text("called");
        String owner = units.text("owner");
        List<String> columns = units.texts("columns");
        Set<String> known = new HashSet<>();
        for (String heading : columns) {
            if (!known.add(Names.normalise(heading))) {
                units.error("duplicate-column", "columns", Text.of("“%s”重复", "\"%s\" appears twice", heading));
            }
        }
        boolean ownerIsNew = known.add(Names.normalise(owner));
        if (!known.add(Names.normalise(called)) || !ownerIsNew) {
            units.error(
                    "duplicate-column",
                    "owner",
                    Text.of("called、owner 与各栏的名称不能相同", "called, owner and the columns need names of their own"));
        }
        List<String> all = new ArrayList<>(columns);
        all.add(owner);
        Set<String> ids = new HashSet<>();
        List<Limit> limits = units.sections("limits").stream()
                .map(section -> limit(section, all, ids))
                .toList();
        return new Bodies(called, owner, columns, limits);
    }

    private static Limit limit(Fields fields, List<String> columns, Set<String> ids) {
        String id = fields.text("id");
        if (!ids.add(id)) {
            fields.error("duplicate-id", "id", Text.of("“%s”重复", "\"%s\" appears twice", id));
        }
        List<String> per = fields.texts("per");
        if (per.isEmpty()) {
            fields.error("missing-key", "per", Text.of("缺少“%s”", "\"%s\" is missing", "per"));
        }
        per.forEach(heading -> known(fields, "per", heading, columns));
        String firstBy = fields.optionalText("first-by").orElse("");
        if (!firstBy.isEmpty()) {
            known(fields, "first-by", firstBy, columns);
        }
        return new Limit(id, per, fields.whole("most", 1, 1), firstBy, fields.prose("reason"));
    }

    private static void known(Fields fields, String key, String heading, List<String> columns) {
        if (!columns.contains(heading)) {
            fields.error(
                    "unknown-column",
                    key,
                    Text.of("没有“%s”一栏，应为 %s", "there is no column \"%s\", expected %s", heading, Text.list(columns)));
        }
    }

    /** Returns whether units themselves are scored. */
    public boolean areUnits() {
        return owner.isEmpty();
    }

    /** Returns the headings of everything that a sheet says of a body beside its name, the unit first. */
    public List<String> details() {
        List<String> details = new ArrayList<>();
        if (!areUnits()) {
            details.add(owner);
        }
        details.addAll(columns);
        return details;
    }
}
