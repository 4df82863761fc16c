package guifan.evaluate;

import guifan.source.CellPlace;
import guifan.source.Names;
import guifan.source.Problems;
import guifan.source.SheetCell;
import guifan.source.SheetRow;
import guifan.source.SheetTable;
import guifan.source.Similar;
import guifan.source.Text;
import guifan.source.Width;
import guifan.standard.Activities;
import guifan.standard.Standard;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the rows of an activity log, and refuses what cannot be counted. */
final class ActivityReading {

    /** The columns, with the headers by which they are known. */
    private enum Word {
        DATE("日期|活动日期|时间|活动时间|开展日期|date"),
        UNIT("单位|单位名称|填报单位|镇（街）|unit"),
        KIND("类别|kind"),
        FORM("形式|活动形式|监督形式|form"),
        TITLE("主题|标题|题目|活动名称|内容|title"),
        EVIDENCE("佐证|佐证材料|evidence"),
        RECORDED("登记日期|录入日期|recorded");

        private final String headers;

        Word(String headers) {
            this.headers = headers;
        }

        private List<String> names() {
            return List.of(headers.split("\\|"));
        }
    }

    private static final Set<Word> NEEDED = Set.of(Word.DATE, Word.UNIT, Word.FORM, Word.TITLE);

    private final Standard standard;
    private final Activities rules;
    private final @Nullable Roster roster;
    private final Problems problems;
    private final Map<String, String> forms = new LinkedHashMap<>();
    private final Map<String, String> spelling = new HashMap<>();
    private final Map<String, String> units = new LinkedHashMap<>();
    private final ActivityCheck check;
    private final List<Activity> activities = new ArrayList<>();
    private final List<Activity> late = new ArrayList<>();

    ActivityReading(Standard standard, @Nullable Roster roster, Problems problems) {
        this.standard = standard;
        this.rules = standard.activities();
        this.roster = roster;
        this.problems = problems;
        this.check = new ActivityCheck(rules, problems);
        ActivityLog.formsOf(standard).forEach(form -> forms.put(Names.normalise(form), form));
        rules.called().forEach((name, form) -> forms.put(Names.normalise(name), form));
        if (roster != null) {
            roster.members().forEach(member -> units.put(member.unit(), member.kind()));
        }
    }

    /** Returns whether a record is the header of an activity log. */
    static boolean isHeader(List<String> cells) {
        Map<Word, Integer> columns = columns(cells);
        return columns.containsKey(Word.DATE) && columns.containsKey(Word.FORM);
    }

    private static Map<Word, Integer> columns(List<String> header) {
        Map<Word, Integer> columns = new EnumMap<>(Word.class);
        for (int i = 0; i < header.size(); i++) {
            String name = Names.normalise(header.get(i));
            for (Word word : Word.values()) {
                if (word.names().stream().map(Names::normalise).anyMatch(name::equals)) {
                    columns.putIfAbsent(word, i);
                }
            }
        }
        return columns;
    }

    ActivityLog read(List<SheetTable> tables) {
        tables.forEach(this::read);
        return new ActivityLog(units, List.copyOf(activities), List.copyOf(late));
    }

    private void read(SheetTable table) {
        Map<Word, Integer> columns = columns(table.header());
        List<String> ignored = new ArrayList<>();
        for (int i = 0; i < table.header().size(); i++) {
            if (!columns.containsValue(i) && !table.header().get(i).isEmpty()) {
                ignored.add(Width.visible(table.header().get(i)));
            }
        }
        if (!ignored.isEmpty()) {
            problems.note(
                    "ignored-column",
                    table.place(),
                    Text.of("台账中未使用的列：%s", "columns of the log that are not used: %s", Text.list(ignored)));
        }
        List<String> missing = new ArrayList<>();
        for (Word word : Word.values()) {
            boolean needed = NEEDED.contains(word)
                    || (word == Word.EVIDENCE && rules.evidenceRequired())
                    || (word == Word.RECORDED && rules.recordedBy() != null);
            if (needed && !columns.containsKey(word)) {
                missing.add(word.names().get(0));
            }
        }
        if (!missing.isEmpty()) {
            problems.error(
                    "missing-column",
                    table.place(),
                    Text.of("台账缺少列：%s", "columns that the log lacks: %s", Text.list(missing)));
            return;
        }
        table.rows().forEach(row -> new Row(row, columns).read());
    }

    /** A row while it is read. */
    private final class Row {

        private final SheetRow row;
        private final Map<Word, Integer> columns;
        private boolean sound = true;

        Row(SheetRow row, Map<Word, Integer> columns) {
            this.row = row;
            this.columns = columns;
        }

        void read() {
            Optional<LocalDate> date = date(Word.DATE);
            String unit = unit();
            String form = form();
            String title = filled(Word.TITLE, "no-title", new Text("没有填主题", "the title is missing"));
            String evidence = rules.evidenceRequired()
                    ? filled(
                            Word.EVIDENCE,
                            "no-evidence",
                            new Text("没有填佐证，不能计数", "without evidence it cannot be counted"))
                    : cell(Word.EVIDENCE).map(SheetCell::text).orElse("");
            Optional<LocalDate> recorded = rules.recordedBy() == null ? Optional.empty() : date(Word.RECORDED);
            if (!sound || date.isEmpty()) {
                return;
            }
            Activity activity =
                    new Activity(date.get(), rules.yearOf(date.get()), unit, form, title, evidence, row.place());
            if (check.isNew(activity)) {
                boolean tooLate = recorded.isPresent() && check.isLate(activity, recorded.get(), place(Word.RECORDED));
                (tooLate ? late : activities).add(activity);
            }
        }

        private Optional<SheetCell> cell(Word word) {
            return Optional.ofNullable(columns.get(word)).map(row::cell);
        }

        private CellPlace place(Word word) {
            return cell(word).orElseThrow().place();
        }

        private String filled(Word word, String code, Text complaint) {
            SheetCell cell = cell(word).orElseThrow();
            if (cell.isBlank()) {
                refuse(code, cell.place(), complaint);
            }
            return cell.text();
        }

        private Optional<LocalDate> date(Word word) {
            SheetCell cell = cell(word).orElseThrow();
            Optional<LocalDate> date = ActivityDate.parse(cell.text());
            if (date.isEmpty()) {
                refuse(
                        "date",
                        cell.place(),
                        cell.isBlank()
                                ? Text.of("没有填%s", "%s is missing", word.names().get(0))
                                : ActivityDate.complaint(cell.text()));
            }
            return date;
        }

        private String unit() {
            SheetCell cell = cell(Word.UNIT).orElseThrow();
            String name = cell.text();
            if (cell.isBlank()) {
                refuse("no-unit", cell.place(), new Text("没有填单位", "the unit is missing"));
                return name;
            }
            if (roster == null) {
                String unit = spelling.computeIfAbsent(Names.normalise(name), normal -> name);
                kind(unit);
                return unit;
            }
            Optional<Roster.Member> member = roster.find(name);
            if (member.isEmpty()) {
                refuse(
                        "not-in-roster",
                        cell.place(),
                        Text.of("名册中没有单位“%s”", "the roster has no unit \"%s\"", Width.visible(name))
                                .plus(roster.suggestion(name)));
            }
            return member.map(Roster.Member::unit).orElse(name);
        }

        private void kind(String unit) {
            List<String> kinds = standard.kinds();
            Optional<SheetCell> cell = cell(Word.KIND).filter(given -> !given.isBlank());
            String kind = cell.map(SheetCell::text).orElse(kinds.size() == 1 ? kinds.get(0) : "");
            String before = units.getOrDefault(unit, "");
            if (cell.isPresent() && !kinds.contains(kind)) {
                refuse(
                        "unknown-kind",
                        cell.get().place(),
                        Text.of(
                                "“%s”不是类别，应为 %s",
                                "\"%s\" is no kind, expected %s", Width.visible(kind), Text.list(kinds)));
            } else if (cell.isPresent() && !before.isEmpty() && !before.equals(kind)) {
                refuse(
                        "two-kinds",
                        cell.get().place(),
                        Text.of(
                                "“%s”的类别前面是“%s”，这里是“%s”",
                                "the kind of \"%s\" was \"%s\" before, here it is \"%s\"", unit, before, kind));
            }
            units.put(unit, before.isEmpty() ? kind : before);
        }

        private String form() {
            SheetCell cell = cell(Word.FORM).orElseThrow();
            String form = forms.get(Names.normalise(cell.text()));
            if (form == null) {
                refuse(
                        "unknown-form",
                        cell.place(),
                        Text.of(
                                        "标准中没有“%s”这种活动形式",
                                        "the standard knows no form of activity \"%s\"", Width.visible(cell.text()))
                                .plus(Similar.suggestion(cell.text(), List.copyOf(forms.values()))));
                return cell.text();
            }
            return form;
        }

        private void refuse(String code, CellPlace place, Text complaint) {
            sound = false;
            problems.error(code, place, complaint);
        }
    }
}
