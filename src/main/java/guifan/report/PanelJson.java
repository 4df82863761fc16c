package guifan.report;

import guifan.evaluate.CellState;
import guifan.evaluate.PanelResult;
import guifan.evaluate.PanelResult.Judge;
import guifan.evaluate.PanelResult.Mark;
import guifan.evaluate.PanelResult.Node;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What several assessors came to, to and from JSON. */
final class PanelJson {

    private PanelJson() {}

    static @Nullable Map<String, Object> of(@Nullable PanelResult panel) {
        return panel == null
                ? null
                : new Members()
                        .with(
                                "judges",
                                panel.judges().stream().map(PanelJson::judge).toList())
                        .with("minimum", panel.minimum())
                        .with("exact", panel.exact())
                        .with("combined", panel.combined())
                        .with("factor", panel.factor())
                        .object();
    }

    static PanelResult read(JsonFields json) throws ResultFormatException {
        return new PanelResult(
                json.list("judges", PanelJson::judge),
                json.integer("minimum"),
                json.optionalNumber("exact"),
                json.optionalNumber("combined"),
                json.number("factor"));
    }

    private static Map<String, Object> judge(Judge judge) {
        return new Members()
                .with("assessor", judge.assessor())
                .with("state", JsonFields.word(judge.state()))
                .with("exact", judge.exact())
                .with("sum", judge.sum())
                .with("weight", judge.weight())
                .with("share", judge.share())
                .with("nodes", judge.nodes().stream().map(PanelJson::node).toList())
                .object();
    }

    private static Map<String, Object> node(Node node) {
        return new Members()
                .with("id", node.id())
                .with("points", node.points())
                .with("score", node.score())
                .with("combined", CombinedJson.of(node.combined()))
                .object();
    }

    private static Node node(JsonFields json) throws ResultFormatException {
        return new Node(
                json.text("id"),
                json.number("points"),
                json.number("score"),
                json.object("combined", CombinedJson::read));
    }

    private static Judge judge(JsonFields json) throws ResultFormatException {
        return new Judge(
                json.text("assessor"),
                json.constant("state", CellState.class),
                json.optionalNumber("exact"),
                json.optionalNumber("sum"),
                json.number("weight"),
                json.number("share"),
                json.list("nodes", PanelJson::node));
    }

    static Map<String, Object> mark(Mark mark) {
        return new Members()
                .with("assessor", mark.assessor())
                .with("measure", mark.measure())
                .with("working", WorkingJson.of(mark.working()))
                .with("score", mark.score())
                .object();
    }

    static Mark mark(JsonFields json) throws ResultFormatException {
        return new Mark(
                json.text("assessor"),
                json.optionalNumber("measure"),
                json.optional("working", WorkingJson::read),
                json.number("score"));
    }
}
