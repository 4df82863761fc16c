package guifan.report;

import guifan.evaluate.StandardCard;
import guifan.evaluate.StandardCard.AdjustmentCard;
import guifan.evaluate.StandardCard.AmendmentCard;
import guifan.evaluate.StandardCard.AreaCard;
import guifan.evaluate.StandardCard.CapCard;
import guifan.evaluate.StandardCard.FactCard;
import guifan.evaluate.StandardCard.GradeCard;
import guifan.evaluate.StandardCard.IndicatorCard;
import guifan.evaluate.StandardCard.ItemCard;
import guifan.evaluate.StandardCard.WordingCard;
import guifan.number.Rounding;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The standard in a result, to and from JSON; each part is written and read side by side. */
final class CardJson {

    private CardJson() {}

    static Map<String, Object> of(StandardCard card) {
        return new Members()
                .with("id", card.id())
                .with("title", card.title())
                .with("issuer", card.issuer())
                .with("effective", card.effective())
                .with("status", card.draft() ? "draft" : "issued")
                .with("provenance", card.published() ? "published" : "reconstructed")
                .with("rulesHash", card.rulesHash())
                .with("textHash", card.textHash())
                .with("total", card.total())
                .with("originalIndicators", card.originalIndicators())
                .with(
                        "amendments",
                        card.amendments().stream().map(CardJson::amendment).toList())
                .with("roundingOfFinal", rounding(card.finalRounding()))
                .with("bonusCap", card.bonusCap())
                .with("penaltyCap", card.penaltyCap())
                .with("gradesBy", card.gradeOnFinal() ? "final" : "base")
                .with("areas", card.areas().stream().map(CardJson::area).toList())
                .with(
                        "adjustments",
                        card.adjustments().stream().map(CardJson::adjustment).toList())
                .with("facts", card.facts().stream().map(CardJson::fact).toList())
                .with("grades", card.grades().stream().map(CardJson::grade).toList())
                .with(
                        "caps",
                        card.caps().stream().map(cap -> cap(cap, card.grades())).toList())
                .with("groups", GroupJson.card(card.groups()))
                .words("combining", card.combining())
                .object();
    }

    static StandardCard read(JsonFields json) throws ResultFormatException {
        return new StandardCard(
                json.requiredText("id"),
                json.text("title"),
                json.text("issuer"),
                json.text("effective"),
                either(json, "status", "draft", "issued"),
                either(json, "provenance", "published", "reconstructed"),
                json.text("rulesHash"),
                json.text("textHash"),
                json.number("total"),
                json.integer("originalIndicators"),
                json.list("amendments", CardJson::amendment),
                json.optional("roundingOfFinal", CardJson::rounding),
                json.optionalNumber("bonusCap"),
                json.optionalNumber("penaltyCap"),
                either(json, "gradesBy", "final", "base"),
                json.list("areas", CardJson::area),
                json.list("adjustments", CardJson::adjustment),
                json.list("facts", CardJson::fact),
                json.list("grades", CardJson::grade),
                json.list("caps", CardJson::cap),
                json.optional("groups", GroupJson::card),
                json.words("combining"));
    }

    private static boolean either(JsonFields json, String name, String yes, String no) throws ResultFormatException {
        String word = json.requiredText(name);
        if (!word.equals(yes) && !word.equals(no)) {
            throw json.refused(name, "不是已知的词", "is not a known word");
        }
        return word.equals(yes);
    }

    private static Map<String, Object> amendment(AmendmentCard amendment) {
        return new Members()
                .with("id", amendment.id())
                .with("effective", amendment.effective())
                .with("added", amendment.added())
                .with("set", amendment.set())
                .with("retired", amendment.retired())
                .object();
    }

    private static AmendmentCard amendment(JsonFields json) throws ResultFormatException {
        return new AmendmentCard(
                json.text("id"),
                json.text("effective"),
                json.integer("added"),
                json.integer("set"),
                json.integer("retired"));
    }

    static @Nullable Map<String, Object> rounding(@Nullable Rounding rounding) {
        return rounding == null
                ? null
                : new Members()
                        .with("scale", rounding.scale())
                        .with("mode", rounding.mode().key())
                        .object();
    }

    static Rounding rounding(JsonFields json) throws ResultFormatException {
        int scale = json.integer("scale");
        String key = json.text("mode");
        Rounding.Mode mode = Arrays.stream(Rounding.Mode.values())
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(() -> json.refused("mode", "不是已知的词", "is not a known word"));
        if (scale < 0 || scale > 100) {
            throw json.refused("scale", "超出范围", "is out of range");
        }
        return new Rounding(scale, mode);
    }

    private static Map<String, Object> area(AreaCard area) {
        return new Members()
                .with("id", area.id())
                .with("name", area.name())
                .with("short", area.shortName())
                .with("points", area.points())
                .with("areas", area.areas().stream().map(CardJson::area).toList())
                .with(
                        "indicators",
                        area.indicators().stream().map(CardJson::indicator).toList())
                .with("weight", area.weight())
                .words("combining", area.combining())
                .object();
    }

    private static AreaCard area(JsonFields json) throws ResultFormatException {
        return new AreaCard(
                json.text("id"),
                json.text("name"),
                json.text("short"),
                json.number("points"),
                json.list("areas", CardJson::area),
                json.list("indicators", CardJson::indicator),
                json.optionalNumber("weight"),
                json.words("combining"));
    }

    private static Map<String, Object> indicator(IndicatorCard indicator) {
        List<Map<String, Object>> variants = indicator.variants().entrySet().stream()
                .map(variant -> wording(new Members().with("kind", variant.getKey()), variant.getValue()))
                .toList();
        Members members = new Members()
                .with("id", indicator.id())
                .with("short", indicator.shortName())
                .with("kinds", indicator.kinds());
        wording(members, indicator.base());
        return members.with("variants", variants)
                .with("weight", indicator.weight())
                .object();
    }

    private static IndicatorCard indicator(JsonFields json) throws ResultFormatException {
        Map<String, WordingCard> variants = new LinkedHashMap<>();
        json.list("variants", variant -> variants.put(variant.text("kind"), wording(variant)));
        return new IndicatorCard(
                json.text("id"),
                json.text("short"),
                json.texts("kinds"),
                wording(json),
                variants,
                json.optionalNumber("weight"));
    }

    private static Map<String, Object> wording(Members members, WordingCard wording) {
        return members.with("name", wording.name())
                .with("points", wording.points())
                .with("measuredIn", wording.measuredIn())
                .with("rule", wording.ruleKind())
                .words("clause", wording.clause())
                .with("items", items(wording.items()))
                .with("evidence", wording.evidence())
                .with("basis", wording.basis().stream().map(Members::words).toList())
                .with("note", wording.note())
                .object();
    }

    private static WordingCard wording(JsonFields json) throws ResultFormatException {
        return new WordingCard(
                json.text("name"),
                json.number("points"),
                json.text("measuredIn"),
                json.text("rule"),
                json.words("clause"),
                items(json),
                json.texts("evidence"),
                json.wordsList("basis"),
                json.text("note"));
    }

    private static List<Map<String, Object>> items(Map<String, ItemCard> items) {
        return items.entrySet().stream()
                .map(item -> new Members()
                        .with("id", item.getKey())
                        .with("name", item.getValue().name())
                        .with("words", item.getValue().words())
                        .object())
                .toList();
    }

    private static Map<String, ItemCard> items(JsonFields json) throws ResultFormatException {
        Map<String, ItemCard> items = new LinkedHashMap<>();
        json.list("items", item -> items.put(item.text("id"), new ItemCard(item.text("name"), item.texts("words"))));
        return items;
    }

    private static Map<String, Object> adjustment(AdjustmentCard adjustment) {
        return new Members()
                .with("id", adjustment.id())
                .with("name", adjustment.name())
                .with("penalty", adjustment.penalty())
                .with("measuredIn", adjustment.measuredIn())
                .words("clause", adjustment.clause())
                .with("items", items(adjustment.items()))
                .object();
    }

    private static AdjustmentCard adjustment(JsonFields json) throws ResultFormatException {
        return new AdjustmentCard(
                json.text("id"),
                json.text("name"),
                json.flag("penalty"),
                json.text("measuredIn"),
                json.words("clause"),
                items(json));
    }

    private static Map<String, Object> fact(FactCard fact) {
        return new Members().with("id", fact.id()).with("name", fact.name()).object();
    }

    private static FactCard fact(JsonFields json) throws ResultFormatException {
        return new FactCard(json.text("id"), json.text("name"));
    }

    static Map<String, Object> grade(GradeCard grade) {
        return new Members()
                .with("name", grade.name())
                .with("atLeast", grade.atLeast())
                .with("then", grade.then())
                .with("rectifyDays", grade.rectifyDays())
                .words("terms", grade.terms())
                .object();
    }

    static GradeCard grade(JsonFields json) throws ResultFormatException {
        return new GradeCard(
                json.text("name"),
                json.optionalNumber("atLeast"),
                json.text("then"),
                json.optionalInteger("rectifyDays"),
                json.words("terms"));
    }

    private static Map<String, Object> cap(CapCard cap, List<GradeCard> grades) {
        return new Members()
                .with("id", cap.id())
                .with("atMost", cap.atMost())
                .with("atMostName", grades.get(cap.atMost()).name())
                .with("reason", cap.reason())
                .object();
    }

    private static CapCard cap(JsonFields json) throws ResultFormatException {
        return new CapCard(json.text("id"), json.integer("atMost"), json.text("reason"));
    }
}
