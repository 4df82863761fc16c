package guifan.report;

import guifan.evaluate.Evaluation;
import guifan.evaluate.Stage;
import guifan.evaluate.StandardCard;
import guifan.evaluate.StandardCard.AmendmentCard;
import guifan.source.Text;
import guifan.standard.StandardId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Which text was applied, in words: the first line of every output. */
public final class StandardLine {

    private StandardLine() {}

    /** Returns the line that names the standard, its size, and what amendments did to it. */
    public static Text of(StandardCard card) {
        return card.amendments().isEmpty() ? said(card) : said(card).plus(hint(card));
    }

    /** Returns the same without a word of how to ask this program for another text, as papers say it. */
    public static Text said(StandardCard card) {
        Text line = Text.of(
                "评价标准：%s（编号%s%s），%s项、%s分",
                "Standard: %s (id %s%s), %s indicators, %s points",
                name(card),
                card.id(),
                inForce(card),
                card.indicators().count(),
                card.total());
        return card.amendments().isEmpty() ? line : line.plus(amended(card));
    }

    /** Returns the line that says that a text is not the issuer's, if it is not. */
    public static Optional<Text> provenance(StandardCard card) {
        if (card.published()) {
            return Optional.empty();
        }
        Text issuer = card.issuer().isEmpty() ? new Text("制定机关", "the issuer") : Text.of(card.issuer());
        return Optional.of(
                Text.of("本标准为重构示例，非%s正式文本", "This standard is a reconstruction, not an official text of %s", issuer));
    }

    /** Returns which facts counted, where it is not the checked ones at the end. */
    static Text stage(Evaluation evaluation) {
        Text title = evaluation.stage().title();
        return evaluation.stage() == Stage.FINAL ? Text.of("") : Text.of("（%s阶段）", " (%s)", title);
    }

    /** Returns the lines of {@link #lines(StandardCard)}, and the stage. */
    static List<Text> lines(Evaluation evaluation) {
        List<Text> lines = new ArrayList<>(lines(evaluation.standard()));
        lines.set(0, lines.get(0).plus(stage(evaluation)));
        return lines;
    }

    /** Returns both lines. */
    static List<Text> lines(StandardCard card) {
        List<Text> lines = new ArrayList<>(List.of(of(card)));
        provenance(card).ifPresent(lines::add);
        return lines;
    }

    /** Returns the name with the id, short enough for a cell. */
    static Text brief(StandardCard card) {
        Text reconstructed = card.published() ? Text.of("") : new Text("，重构示例", ", reconstruction");
        return Text.of("%s（编号%s%s）", "%s (id %s%s)", name(card), card.id(), reconstructed);
    }

    /** Returns the edition and the number of its amendment; the title where the edition is not simply a year. */
    private static Text name(StandardCard card) {
        Text draft = card.draft() ? new Text("草案", ", draft") : Text.of("");
        String edition = StandardId.parse(card.id()).edition();
        if (!edition.matches("[0-9]{4}")) {
            return Text.of(card.title()).plus(draft);
        }
        Text amendment = card.amendments().isEmpty()
                ? Text.of("")
                : Text.of("第%s次修订", ", amendment %s", card.amendments().size());
        return Text.of("%s年版", "edition %s", edition).plus(amendment).plus(draft);
    }

    private static Text inForce(StandardCard card) {
        if (card.effective().isEmpty()) {
            return Text.of("");
        }
        return card.draft()
                ? Text.of("，拟自%s起施行", ", to be in force from %s", card.effective())
                : Text.of("，%s起施行", ", in force from %s", card.effective());
    }

    private static Text amended(StandardCard card) {
        List<Text> parts = new ArrayList<>();
        add(parts, card, AmendmentCard::added, "新增%s项", "%s added");
        add(parts, card, AmendmentCard::set, "调整%s项", "%s adjusted");
        add(parts, card, AmendmentCard::retired, "删去%s项", "%s retired");
        Text changes = parts.isEmpty() ? Text.of("") : Text.of("，", ", ").plus(Text.join(parts, "、", ", "));
        return Text.of("；原文%s项", "; as issued %s indicators", card.originalIndicators())
                .plus(changes);
    }

    private static Text hint(StandardCard card) {
        return Text.of(
                "。按原文请用 --standard %s.0",
                ". For the text as issued use --standard %s.0",
                StandardId.parse(card.id()).edition());
    }

    private static void add(
            List<Text> parts, StandardCard card, ToIntFunction<AmendmentCard> number, String zh, String en) {
        int sum = card.amendments().stream().mapToInt(number).sum();
        if (sum > 0) {
            parts.add(Text.of(zh, en, sum));
        }
    }
}
