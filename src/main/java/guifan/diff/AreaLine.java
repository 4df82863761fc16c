package guifan.diff;

import guifan.evaluate.StandardCard;
import guifan.evaluate.StandardCard.AreaCard;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What is one area through the years: areas that were split, joined or renamed belong together as far as a crosswalk
 * says so. Every area of every year is in exactly one line.
 *
 * @param years the areas of each year at the top of its standard, none where there is nothing of the kind
 */
public record AreaLine(List<List<AreaCard>> years) {

    public AreaLine {
        years = years.stream().map(List::copyOf).toList();
    }

    /** Returns the name in the latest year that has it. */
    public Text name() {
        return joined(latest(), AreaCard::name);
    }

    /** Returns the short name in the latest year that has it. */
    public Text shortName() {
        return joined(latest(), AreaCard::shortName);
    }

    /** Returns the name in one year, empty if it has none. */
    public Text name(int year) {
        return joined(years.get(year), AreaCard::name);
    }

    /** Returns the ids of the areas in one year. */
    public List<String> ids(int year) {
        return years.get(year).stream().map(AreaCard::id).toList();
    }

    private List<AreaCard> latest() {
        return years.stream()
                .filter(areas -> !areas.isEmpty())
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private static Text joined(List<AreaCard> areas, Function<AreaCard, String> name) {
        return Text.join(areas.stream().map(name.andThen(Text::of)).toList(), "＋", " + ");
    }

    /** Returns the lines through {@code cards}: in the order of the latest standard, what ended before comes last. */
    static List<AreaLine> of(List<StandardCard> cards, List<YearStep> steps) {
        List<AreaLine> lines = new ArrayList<>();
        Set<Node> taken = new HashSet<>();
        for (int year = cards.size() - 1; year >= 0; year--) {
            for (AreaCard area : cards.get(year).areas()) {
                Node start = new Node(year, area.id());
                if (!taken.contains(start)) {
                    Set<Node> line = new HashSet<>(Set.of(start));
                    grow(line, steps);
                    taken.addAll(line);
                    lines.add(line(line, cards));
                }
            }
        }
        return lines;
    }

    /** An area in one of the years. */
    private record Node(int year, String area) {}

    private static void grow(Set<Node> line, List<YearStep> steps) {
        boolean grown = true;
        while (grown) {
            grown = false;
            for (int i = 0; i < steps.size(); i++) {
                for (YearStep.Link link : steps.get(i).areas()) {
                    Node old = new Node(i, link.before());
                    Node now = new Node(i + 1, link.after());
                    if (line.contains(old) || line.contains(now)) {
                        grown |= line.add(old);
                        grown |= line.add(now);
                    }
                }
            }
        }
    }

    private static AreaLine line(Set<Node> line, List<StandardCard> cards) {
        List<List<AreaCard>> years = new ArrayList<>();
        for (int i = 0; i < cards.size(); i++) {
            int year = i;
            years.add(cards.get(i).areas().stream()
                    .filter(area -> line.contains(new Node(year, area.id())))
                    .toList());
        }
        return new AreaLine(years);
    }
}
