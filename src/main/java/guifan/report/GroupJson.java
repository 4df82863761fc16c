package guifan.report;

import guifan.evaluate.GroupResult;
import guifan.evaluate.GroupResult.Mean;
import guifan.evaluate.GroupResult.Member;
import guifan.evaluate.GroupingCard;
import guifan.evaluate.StandardCard;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What bodies come to together, to and from JSON; each part is written and read side by side. */
final class GroupJson {

    private GroupJson() {}

    static @Nullable Map<String, Object> card(@Nullable GroupingCard card) {
        return card == null
                ? null
                : new Members()
                        .with("by", card.by())
                        .with("weightedBy", card.weightedBy())
                        .with("rounding", CardJson.rounding(card.rounding()))
                        .with(
                                "grades",
                                card.grades().stream().map(CardJson::grade).toList())
                        .object();
    }

    static GroupingCard card(JsonFields json) throws ResultFormatException {
        return new GroupingCard(
                json.requiredText("by"),
                json.text("weightedBy"),
                json.optional("rounding", CardJson::rounding),
                json.list("grades", CardJson::grade));
    }

    static Map<String, Object> of(GroupResult group, StandardCard card) {
        return new Members()
                .with("name", group.name())
                .with("members", group.members().stream().map(GroupJson::member).toList())
                .with("mean", group.mean() == null ? null : mean(group.mean(), Objects.requireNonNull(card.groups())))
                .object();
    }

    static GroupResult read(JsonFields json) throws ResultFormatException {
        return new GroupResult(
                json.requiredText("name"),
                json.list("members", GroupJson::member),
                json.optional("mean", GroupJson::mean));
    }

    private static Map<String, Object> member(Member member) {
        return new Members()
                .with("unit", member.unit())
                .with("weight", member.weight())
                .with("total", member.total())
                .object();
    }

    private static Member member(JsonFields json) throws ResultFormatException {
        return new Member(json.requiredText("unit"), json.number("weight"), json.optionalNumber("total"));
    }

    private static Map<String, Object> mean(Mean mean, GroupingCard card) {
        return new Members()
                .with("exact", mean.exact())
                .with("total", mean.total())
                .with("grade", mean.grade())
                .with("gradeName", card.grades().get(mean.grade()).name())
                .with("rank", mean.rank())
                .with("tied", mean.tied())
                .object();
    }

    private static Mean mean(JsonFields json) throws ResultFormatException {
        return new Mean(
                json.number("exact"),
                json.number("total"),
                json.integer("grade"),
                json.number("rank"),
                json.flag("tied"));
    }
}
