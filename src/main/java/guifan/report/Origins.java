package guifan.report;

import guifan.number.Rational;
import guifan.source.Language;
import guifan.source.Location;
import guifan.source.Node;
import guifan.source.Node.Mapping;
import guifan.source.Node.Scalar;
import guifan.source.Node.Sequence;
import guifan.source.Text;
import guifan.source.Width;
import guifan.source.YamlWriter;
import guifan.standard.Area;
import guifan.standard.Combining;
import guifan.standard.EffectiveWeights;
import guifan.standard.Indicator;
import guifan.standard.Standard;
import guifan.standard.Standard.AmendmentNote;
import guifan.standard.Standard.ChangeNote;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One indicator with the file and line that each of its values comes from, and what it is worth to each kind of unit.
 */
public final class Origins {

    /** The widest cell that others are lined up with, in terminal cells. */
    private static final int WIDEST = 50;

    private final Standard standard;
    private final Indicator indicator;
    private final Language language;
    private final List<List<String>> rows = new ArrayList<>();

    private Origins(Standard standard, Indicator indicator, Language language) {
        this.standard = standard;
        this.indicator = indicator;
        this.language = language;
    }

    /** Prints the values of {@code indicator}, a line each. */
    public static void write(Standard standard, Indicator indicator, Language language, Appendable out)
            throws IOException {
        Page page = new Page(out, language);
        page.line(0, Text.of("%s［%s］", "%s [%s]", indicator.base().name(), indicator.id()));
        page.line(0, indicator.base().rule().sentence());
        page.line(0, weights(standard, indicator));
        Origins origins = new Origins(standard, indicator, language);
        mapping(standard.identity().text(), indicator.id()).ifPresent(found -> origins.walk("", found));
        table(origins.rows, page);
    }

    private static Text weights(Standard standard, Indicator indicator) {
        List<Text> kinds = new ArrayList<>();
        for (String kind : standard.kinds()) {
            Rational weight = EffectiveWeights.of(standard, kind).get(indicator.id());
            kinds.add(
                    weight == null
                            ? Text.of("%s不适用", "%s: does not apply", kind)
                            : Text.of("%s %s 分", "%s: %s points", kind, Figures.result(weight)));
        }
        return Text.of("在满分 %s 分中实占：%s", "effective weight, of %s: %s", standard.total(), Text.join(kinds, "；", "; "));
    }

    /** Returns the part of that id, at any depth. */
    private static Optional<Mapping> mapping(Node node, String id) {
        if (node instanceof Sequence sequence) {
            return sequence.items().stream()
                    .flatMap(item -> mapping(item, id).stream())
                    .findFirst();
        }
        if (!(node instanceof Mapping mapping)) {
            return Optional.empty();
        }
        boolean found = mapping.get("rule").isPresent()
                && mapping.text("id").filter(id::equals).isPresent();
        return found
                ? Optional.of(mapping)
                : List.of("areas", "indicators").stream()
                        .flatMap(key -> mapping.get(key).stream())
                        .flatMap(inner -> mapping(inner, id).stream())
                        .findFirst();
    }

    private void walk(String key, Node node) {
        if (node instanceof Mapping mapping) {
            mapping.entries().forEach((name, entry) -> walk(key.isEmpty() ? name : key + "." + name, entry.value()));
        } else if (node instanceof Sequence sequence
                && sequence.items().stream().anyMatch(Mapping.class::isInstance)) {
            for (Node item : sequence.items()) {
                rows.add(List.of(key, YamlWriter.line(item), place(item)));
            }
        } else {
            String text = node instanceof Scalar scalar ? scalar.text() : YamlWriter.line(node);
            rows.add(List.of(key, text, place(node)));
        }
    }

    /** Returns file and line, and the amendment with its reason where that is what they belong to. */
    private String place(Node node) {
        Location place = node.place();
        String at = place.file() + ":" + place.line();
        String file = place.file().substring(place.file().lastIndexOf('/') + 1);
        for (AmendmentNote note : standard.identity().amendments()) {
            if (file.equals(note.id() + ".yaml")) {
                String reason = note.changes().stream()
                        .filter(change -> change.id().equals(indicator.id()))
                        .map(ChangeNote::reason)
                        .findFirst()
                        .orElse("");
                return at
                        + Text.of("（修订 %s：%s）", " (amendment %s: %s)", note.id(), reason)
                                .in(language);
            }
        }
        return at;
    }

    /** Prints rows with their columns below one another; cells that are very wide are left out of the measure. */
    private static void table(List<List<String>> rows, Page page) throws IOException {
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size() - 1; i++) {
                int column = i;
                int width = rows.stream()
                        .mapToInt(other -> Width.of(other.get(column)))
                        .filter(one -> one <= WIDEST)
                        .max()
                        .orElse(0);
                line.append(row.get(i)).append(" ".repeat(Math.max(0, width - Width.of(row.get(i))) + 2));
            }
            page.line(1, Text.of(line + row.get(row.size() - 1)));
        }
    }

    /** Prints what every indicator is worth to each kind of unit. */
    public static void writeWeights(Standard standard, Language language, Appendable out) throws IOException {
        Map<String, Map<String, Rational>> weights = new LinkedHashMap<>();
        standard.kinds().forEach(kind -> weights.put(kind, EffectiveWeights.of(standard, kind)));
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of(
                Text.of("编号", "id").in(language), Text.of("分值", "points").in(language)));
        boolean weighted = standard.root().withInner().anyMatch(Origins::isWeighted);
        if (weighted) {
            header.add(Text.of("权重", "weight").in(language));
        }
        header.addAll(weights.keySet());
        header.add(Text.of("指标", "indicator").in(language));
        rows.add(header);
        standard.indicators().forEach(one -> {
            List<String> row =
                    new ArrayList<>(List.of(one.id(), one.base().points().toString()));
            if (weighted) {
                Combining above = standard.areaOf(one.id()).orElseThrow().combining();
                row.add(above.method().isWeighted() ? above.weight(one.id()).toString() : "–");
            }
            weights.values().forEach(worth -> row.add(Figures.worth(worth.get(one.id()))));
            row.add(one.base().name());
            rows.add(row);
        });
        Page page = new Page(out, language);
        page.line(
                0,
                "各指标在满分 %s 分中的实占分值（不适用的分值折算后）",
                "what each indicator is worth of %s, after the points of what does not apply are re-based",
                standard.total());
        table(rows, page);
    }

    private static boolean isWeighted(Area area) {
        return area.combining().method().isWeighted() && !area.indicators().isEmpty();
    }
}
