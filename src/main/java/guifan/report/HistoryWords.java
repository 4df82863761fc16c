package guifan.report;

import guifan.evaluate.Evaluation;
import guifan.evaluate.History;
import guifan.evaluate.History.Follow;
import guifan.evaluate.History.Past;
import guifan.evaluate.History.UnitHistory;
import guifan.evaluate.Taken.Source;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Says what units were in earlier years, what follows, and what cannot be told because years are missing. */
final class HistoryWords {

    private final History history;

    HistoryWords(Evaluation evaluation) {
        this.history = evaluation.history();
    }

    /** Returns what follows for a unit from grades over years; a cap is said with the grade. */
    List<Text> remarks(String unit) {
        return follows(unit)
                .filter(one -> !one.missing().isEmpty() || !one.cap())
                .map(HistoryWords::words)
                .toList();
    }

    private Stream<Follow> follows(String unit) {
        return history.sources().isEmpty()
                ? Stream.of()
                : history.of(unit).stream().flatMap(one -> one.follows().stream());
    }

    private static Text words(Follow follow) {
        if (follow.missing().isEmpty()) {
            return Text.of(follow.then());
        }
        List<String> years = follow.missing();
        return Text.of(
                "缺 %s 年度的结果，不能判断：%s", "cannot be told without the results of %s: %s", Text.list(years), follow.then());
    }

    /** Returns what a unit was in earlier years and what follows, a line each. */
    List<Text> lines(String unit) {
        List<Text> lines = new ArrayList<>();
        List<Text> past = history.of(unit).map(UnitHistory::past).orElse(List.of()).stream()
                .map(this::past)
                .toList();
        if (!past.isEmpty()) {
            lines.add(Text.of("往年：%s", "Earlier years: %s", Text.join(past, "；", "; ")));
        }
        follows(unit).forEach(one -> lines.add(Text.of("跨年度：%s", "Over years: %s", words(one))));
        return lines;
    }

    private Text past(Past past) {
        Source source = history.sources().get(past.source());
        Text year = source.year() == null ? Text.of("?") : Text.of(String.valueOf(source.year()));
        Text grade = past.grade().isEmpty() ? new Text("无等次", "no grade") : Text.of(past.grade());
        Text total = past.total() == null ? Text.of("") : Text.of("，%s 分", ", %s", Figures.brief(past.total()));
        Text rank = past.rank().isZero() ? Text.of("") : Text.of("，第 %s 名", ", rank %s", past.rank());
        return year.plus(Text.of(" "))
                .plus(grade)
                .plus(total)
                .plus(rank)
                .plus(Text.of("（%s）", " (%s)", source.file().name()));
    }

    /** Returns which earlier results were looked at, or that none were where the standard looks back. */
    List<Text> summary() {
        if (history.units().isEmpty()) {
            return List.of();
        }
        if (history.sources().isEmpty()) {
            return List.of(new Text(
                    "没有给出往年的结果（--history），涉及往年的规定未作判断",
                    "No earlier results were given (--history); what depends on earlier years was not judged"));
        }
        List<Text> named = history.sources().stream()
                .map(source -> Text.of(
                        "%s年度 %s",
                        "%s: %s",
                        source.year() == null ? "?" : source.year(),
                        source.file().name()))
                .toList();
        return List.of(Text.of("往年的结果：%s", "Earlier results: %s", Text.join(named, "、", ", ")));
    }
}
