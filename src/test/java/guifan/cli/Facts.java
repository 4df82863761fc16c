package guifan.cli;

import guifan.number.Rational;
import guifan.rule.Item;
import guifan.rule.MeasureType;
import guifan.rule.MeasureType.Kind;
import guifan.rule.Rule.Shape;
import guifan.standard.Blank;
import guifan.standard.BlankColumn;
import guifan.standard.Question;
import guifan.standard.Question.Role;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** What units did in a year, item by item, and how each layout of a sheet says it. */
final class Facts {

    private record Key(String unit, String code, String assessor) {}

    private final Standard standard;
    private final Map<Key, String> texts = new HashMap<>();

    private Facts(Standard standard) {
        this.standard = standard;
    }

    /**
     * Returns facts made up for {@code units}, which are given by name with their kinds; equal seeds give equal facts.
     */
    static Facts madeUp(Standard standard, Map<String, String> units, int assessors, long seed) {
        Facts facts = new Facts(standard);
        Random random = new Random(seed);
        units.forEach((unit, kind) -> {
            for (Question question : standard.questions(kind)) {
                if (standard.applies(question, kind)) {
                    facts.makeUp(unit, Blank.itemised(question, assessors), random);
                }
            }
        });
        return facts;
    }

    /** Returns the facts in the rows of a filled-in sheet of the long layout, as {@code template} makes it. */
    static Facts read(Standard standard, List<List<String>> rows) {
        Facts facts = new Facts(standard);
        List<String> header = rows.get(0);
        for (List<String> row : rows.subList(1, rows.size())) {
            String unit = row.get(header.indexOf("单位"));
            String kind = row.get(header.indexOf("类别"));
            facts.byWords(kind, row, header).ifPresent(blank -> facts.put(unit, blank, row.get(header.indexOf("实绩"))));
        }
        return facts;
    }

    private void makeUp(String unit, List<Blank> blanks, Random random) {
        int whole = 1 + random.nextInt(20);
        for (Blank blank : blanks) {
            String text = blank.item().equals(Question.WHOLE)
                    ? String.valueOf(whole)
                    : blank.item().equals(Question.PART)
                            ? String.valueOf(random.nextInt(whole + 1))
                            : madeUp(blank, random);
            put(unit, blank, text);
        }
    }

    private static String madeUp(Blank blank, Random random) {
        Question question = blank.question();
        String evidence = question.evidence().isEmpty() ? "" : "（台人〔2020〕" + (1 + random.nextInt(99)) + "号）";
        boolean extra = question.role() == Role.BONUS || question.role() == Role.PENALTY;
        if (extra && random.nextInt(3) > 0) {
            return "";
        }
        MeasureType type = blank.type();
        if (type == null) {
            List<Item> items = question.items();
            return items.get(random.nextInt(items.size())).name() + evidence;
        }
        if (!blank.choices().isEmpty()) {
            String chosen = blank.choices().get(random.nextInt(blank.choices().size()));
            return chosen.equals("是") ? chosen + evidence : chosen;
        }
        int most = type.most() == null ? 12 : type.most().floor().intValueExact();
        if (type.kind() == Kind.COUNT) {
            return random.nextInt(most + 1) + evidence;
        }
        if (type.step() != null) {
            int steps = type.most() == null
                    ? 12
                    : type.most().dividedBy(type.step()).floor().intValueExact();
            return type.step().times(Rational.of(random.nextInt(steps + 1))).toString();
        }
        String decimals = "." + random.nextInt(100) + "5";
        return most < 2 ? "0" + decimals : (1 + random.nextInt(most - 1)) + decimals;
    }

    private void put(String unit, Blank blank, String text) {
        texts.put(key(unit, blank), text);
    }

    private static Key key(String unit, Blank blank) {
        return new Key(unit, blank.code(), blank.assessor());
    }

    /** Returns what {@code unit} says of {@code blank}, in one cell if the facts are kept by items. */
    String answer(String unit, Blank blank) {
        String known = texts.get(key(unit, blank));
        return known != null ? known : together(unit, blank.question());
    }

    private String together(String unit, Question question) {
        List<Blank> blanks = Blank.itemised(question, 1);
        if (blanks.size() == 1) {
            throw new IllegalStateException("nothing is known of " + question.id() + " in " + unit);
        }
        if (question.shape() != Shape.CHECKLIST) {
            return String.join(
                    " ",
                    blanks.stream()
                            .map(blank -> blank.itemName() + answer(unit, blank))
                            .toList());
        }
        Map<String, List<String>> named = new LinkedHashMap<>();
        for (Blank blank : blanks) {
            named.computeIfAbsent(answer(unit, blank), word -> new ArrayList<>())
                    .add(blank.itemName());
        }
        named.remove("√");
        named.remove("按时");
        List<String> clauses = new ArrayList<>();
        named.forEach((word, items) -> clauses.add((word.equals("×") ? "缺" : word) + "：" + String.join("、", items)));
        if (clauses.size() == 1 && named.containsKey("不涉及")) {
            clauses.add(0, "全");
        }
        return clauses.isEmpty() ? "全" : String.join("；", clauses);
    }

    /** Fills in an empty sheet of any layout as a script would: by the words of its headings and rows. */
    List<List<String>> fillIn(List<List<String>> empty) {
        List<List<String>> rows = new ArrayList<>();
        empty.forEach(row -> rows.add(new ArrayList<>(row)));
        int header = IntStream.range(0, rows.size())
                .filter(i -> rows.get(i).contains("指标代码") || rows.get(i).contains("类别"))
                .findFirst()
                .orElseThrow();
        List<String> names = rows.get(header);
        List<List<String>> below = rows.subList(header + 1, rows.size());
        if (names.contains("指标代码")) {
            unitSheet(rows.subList(0, header), names, below);
        } else if (names.contains("实绩")) {
            below.forEach(row -> byWords(row.get(1), row, names)
                    .ifPresent(blank -> row.set(names.indexOf("实绩"), answer(row.get(0), blank))));
        } else {
            below.forEach(row -> wideRow(names, row));
        }
        return rows;
    }

    private void unitSheet(List<List<String>> above, List<String> names, List<List<String>> rows) {
        String unit = said(above, "单位：");
        String kind = said(above, "类别：");
        Map<String, Blank> blanks = new HashMap<>();
        applying(kind).forEach(blank -> blanks.put(blank.code() + blank.assessor(), blank));
        for (List<String> row : rows) {
            String assessor = row.get(names.indexOf("考评员"));
            Blank blank = blanks.get(row.get(names.indexOf("指标代码")) + assessor);
            if (blank != null) {
                row.set(names.indexOf(assessor.isEmpty() ? "自评实绩" : "核定实绩"), answer(unit, blank));
            }
        }
    }

    private static String said(List<List<String>> above, String label) {
        return above.stream()
                .flatMap(List::stream)
                .filter(cell -> cell.startsWith(label))
                .map(cell -> cell.substring(label.length()))
                .findFirst()
                .orElseThrow();
    }

    private void wideRow(List<String> names, List<String> row) {
        for (BlankColumn column : BlankColumn.of(standard, Blank.MOST_ASSESSORS)) {
            int at = names.indexOf(column.heading());
            if (at >= 0) {
                column.cell(row.get(names.indexOf("类别"))).ifPresent(blank -> row.set(at, answer(row.get(0), blank)));
            }
        }
    }

    private Optional<Blank> byWords(String kind, List<String> row, List<String> names) {
        String indicator = row.get(names.indexOf("指标"));
        String item = row.get(names.indexOf("子项"));
        String assessor = row.get(names.indexOf("考评员"));
        Map<String, String> spoken = BlankColumn.names(standard, kind);
        return applying(kind).stream()
                .filter(blank ->
                        blank.itemName().equals(item) && blank.assessor().equals(assessor))
                .filter(blank -> {
                    String prefix = blank.question().role().prefix();
                    String name = spoken.get(blank.question().id());
                    return indicator.equals(prefix.isEmpty() ? name : prefix + "·" + name);
                })
                .findFirst();
    }

    private List<Blank> applying(String kind) {
        return standard.questions(kind).stream()
                .filter(question -> standard.applies(question, kind))
                .flatMap(question -> Blank.itemised(question, Blank.MOST_ASSESSORS).stream())
                .toList();
    }
}
