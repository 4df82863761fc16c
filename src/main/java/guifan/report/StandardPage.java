package guifan.report;

import guifan.evaluate.StandardCard;
import guifan.evaluate.StandardCard.AdjustmentCard;
import guifan.evaluate.StandardCard.AreaCard;
import guifan.evaluate.StandardCard.GradeCard;
import guifan.evaluate.StandardCard.IndicatorCard;
import guifan.evaluate.StandardCard.WordingCard;
import guifan.number.Rational;
import guifan.source.Language;
import guifan.source.Text;
import guifan.source.Width;
import guifan.standard.Area;
import guifan.standard.Grades.Cap;
import guifan.standard.Standard;
import guifan.standard.Standard.AmendmentNote;
import guifan.standard.Standard.ChangeKind;
import guifan.standard.Standard.ChangeNote;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Standards in words: which there are, and what one says. */
public final class StandardPage {

    private final Page page;
    private final List<String> kinds;

    private StandardPage(Page page, List<String> kinds) {
        this.page = page;
        this.kinds = kinds;
    }

    /** Prints a line for every text, with its areas and indicators. */
    public static void list(List<Standard> standards, Language language, Appendable out) throws IOException {
        StandardPage page = new StandardPage(new Page(out, language), List.of());
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("编号", "施行", "方面", "指标", "满分", "性质", "名称").stream()
                .map(word -> page.say(Text.of(word, english(word))))
                .toList());
        standards.forEach(standard -> rows.add(page.row(StandardCard.of(standard))));
        page.table(rows);
    }

    private static String english(String word) {
        return switch (word) {
            case "编号" -> "id";
            case "施行" -> "in force";
            case "方面" -> "areas";
            case "指标" -> "indicators";
            case "满分" -> "points";
            case "性质" -> "kind";
            default -> "title";
        };
    }

    private List<String> row(StandardCard card) {
        long count = card.indicators().count();
        int original = card.originalIndicators();
        String indicators = card.amendments().isEmpty()
                ? String.valueOf(count)
                : say(Text.of("%s（原文%s%s）", "%s (%s as issued %s)", count, original, signed(count - original)));
        Text kind = card.published() ? Text.of("正式文本", "published") : Text.of("重构示例", "reconstructed");
        Text draft = card.draft() ? Text.of("，草案", ", draft") : Text.of("");
        return List.of(
                card.id(),
                card.effective(),
                String.valueOf(card.areas().size()),
                indicators,
                card.total().toString(),
                say(kind.plus(draft)),
                card.title());
    }

    private static String signed(long difference) {
        return difference < 0 ? String.valueOf(difference) : "+" + difference;
    }

    private void table(List<List<String>> rows) throws IOException {
        int columns = rows.get(0).size();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                int column = i;
                int width = rows.stream()
                        .mapToInt(one -> Width.of(one.get(column)))
                        .max()
                        .orElse(0);
                line.append(row.get(i));
                if (i < columns - 1) {
                    line.append(" ".repeat(width - Width.of(row.get(i)) + 2));
                }
            }
            page.line(0, Text.of(line.toString()));
        }
    }

    /** Says that a standard is sound. */
    public static Text sound(Standard standard) {
        StandardCard card = StandardCard.of(standard);
        return Text.of(
                "%s：无误（%s个方面、%s项指标、%s分）",
                "%s: sound (%s areas, %s indicators, %s points)",
                card.id(),
                card.areas().size(),
                card.indicators().count(),
                card.total());
    }

    /** Prints one standard with its clauses. */
    public static void show(Standard standard, Language language, Appendable out) throws IOException {
        new StandardPage(new Page(out, language), standard.kinds()).write(standard, StandardCard.of(standard));
    }

    private void write(Standard standard, StandardCard card) throws IOException {
        say("%s", "%s", card.title());
        say("%s", "%s", StandardLine.of(card));
        Optional<Text> provenance = StandardLine.provenance(card);
        if (provenance.isPresent()) {
            page.line(0, provenance.get());
        }
        for (String line : standard.identity().attested()) {
            say("原文所载：%s", "stated by the source: %s", line);
        }
        for (AmendmentNote note : standard.identity().amendments()) {
            for (ChangeNote change : note.changes()) {
                say("%s %s %s：%s", "%s %s %s: %s", note.id(), word(change.kind()), change.id(), change.reason());
            }
        }
        say("规则散列 %s", "hash of the rules %s", card.rulesHash());
        combining(card.combining(), "");
        int number = 1;
        for (AreaCard area : card.areas()) {
            number = area(area, number, "");
        }
        adjustments(card);
        grades(standard, card);
    }

    private static Text word(ChangeKind kind) {
        return switch (kind) {
            case ADD -> Text.of("新增", "adds");
            case SET -> Text.of("调整", "sets");
            case RETIRE -> Text.of("删去", "retires");
        };
    }

    private int area(AreaCard area, int first, String indent) throws IOException {
        int number = first;
        page.blank();
        say(
                "%s%s（%s）%s 分%s",
                "%s%s (%s) %s points%s", indent, area.name(), area.id(), area.points(), weight(area.weight()));
        combining(area.combining(), indent);
        for (AreaCard inner : area.areas()) {
            number = area(inner, number, indent + "  ");
        }
        for (IndicatorCard indicator : area.indicators()) {
            indicator(indicator, number++, indent);
        }
        return number;
    }

    private void indicator(IndicatorCard card, int number, String indent) throws IOException {
        boolean some = card.kinds().size() < kinds.size();
        say(
                "%s%s. %s［%s］%s 分%s%s",
                "%s%s. %s [%s] %s points%s%s",
                indent,
                number,
                card.base().name(),
                card.id(),
                card.base().points(),
                weight(card.weight()),
                some ? Text.of("，仅%s", ", %s only", Text.list(card.kinds())) : Text.of(""));
        clause(card.base(), Text.of(""), indent);
        for (Map.Entry<String, WordingCard> variant : card.variants().entrySet()) {
            clause(variant.getValue(), Text.of("%s口径：", "%s: ", variant.getKey()), indent);
        }
    }

    private static Text weight(@Nullable Rational weight) {
        return weight == null ? Text.of("") : Text.of("，权重 %s", ", weight %s", weight);
    }

    private void combining(Text words, String indent) throws IOException {
        if (!words.zh().isEmpty()) {
            say("%s   合成：%s", "%s   combined: %s", indent, words);
        }
    }

    private void clause(WordingCard wording, Text prefix, String indent) throws IOException {
        say("%s   %s%s", "%s   %s%s", indent, prefix, wording.clause());
        if (!wording.evidence().isEmpty()) {
            say("%s   佐证：%s", "%s   evidence: %s", indent, Text.list(wording.evidence()));
        }
        for (Text basis : wording.basis()) {
            say("%s   依据：%s", "%s   basis: %s", indent, basis);
        }
        if (!wording.note().isEmpty()) {
            say("%s   注：%s", "%s   note: %s", indent, wording.note());
        }
    }

    private void adjustments(StandardCard card) throws IOException {
        if (card.adjustments().isEmpty()) {
            return;
        }
        page.blank();
        Rational cap = card.bonusCap();
        say(
                "加扣分%s",
                "Bonus and penalty%s",
                cap == null ? Text.of("") : Text.of("（加分合计最高 %s 分）", " (bonuses at most %s together)", cap));
        for (AdjustmentCard item : card.adjustments()) {
            say(
                    "%s［%s］%s：%s",
                    "%s [%s] %s: %s",
                    item.penalty() ? Text.of("扣分", "penalty") : Text.of("加分", "bonus"),
                    item.id(),
                    item.name(),
                    item.clause());
        }
    }

    private void grades(Standard standard, StandardCard card) throws IOException {
        page.blank();
        Area area = standard.grades().byArea();
        say(
                "等次%s",
                "Grades%s", area == null ? Text.of("") : Text.of("（按“%s”得分）", " (by the points of %s)", area.name()));
        for (GradeCard grade : card.grades()) {
            Rational bound = grade.atLeast();
            say(
                    "%s：%s%s%s",
                    "%s: %s%s%s",
                    grade.name(),
                    bound == null ? unbound(card, grade) : Text.of("%s 分及以上", "%s and above", bound),
                    grade.terms().zh().isEmpty() ? Text.of("") : Text.of("；%s", "; %s", grade.terms()),
                    grade.then().isEmpty() ? Text.of("") : Text.of("；%s", "; %s", grade.then()));
        }
        for (Cap cap : standard.grades().caps()) {
            say(
                    "封顶［%s］%s：若%s，则不高于%s",
                    "cap [%s] %s: if %s, then at most %s",
                    cap.id(),
                    cap.reason(),
                    cap.when().words(standard),
                    card.grades().get(cap.atMost()).name());
        }
        for (Text words : KeyWords.consequences(standard)) {
            say("历年：%s", "over years: %s", words);
        }
        for (Text clause : GroupTable.clauses(card)) {
            say("汇总：%s", "together: %s", clause);
        }
    }

    private static Text unbound(StandardCard card, GradeCard grade) {
        boolean lowest = grade.equals(card.grades().get(card.grades().size() - 1));
        return lowest ? Text.of("其余", "the rest") : Text.of("不设分数线", "no line");
    }

    private void say(String zh, String en, Object... parts) throws IOException {
        page.line(0, zh, en, parts);
    }

    private String say(Text text) {
        return text.in(page.language());
    }
}
