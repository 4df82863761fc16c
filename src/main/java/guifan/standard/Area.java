package guifan.standard;

import guifan.number.Rational;
import guifan.source.Location;
import guifan.source.Text;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A named group of areas or indicators.
 *
 * @param shortName for narrow columns; the name where the standard gives none
 * @param points the most it gives: what its parts add up to where points are added, otherwise full marks of its scale
 * @param areas the groups in it
 * @param indicators the indicators directly in it
 * @param attested what the source document says of it, empty if nothing
 * @param combining how the scores of its parts become its own
 * @param panel how the sums of several assessors are combined, or null where it has none of its own
 * @param place where it stands
 */
public record Area(
        String id,
        String name,
        String shortName,
        Rational points,
        List<Area> areas,
        List<Indicator> indicators,
        String attested,
        Combining combining,
        @Nullable Panel panel,
        Location place) {

    /** Returns what one assessor of the panel marks: the same without the panel and its factor. */
    public Area judged() {
        return panel == null
                ? this
                : new Area(
                        id,
                        name,
                        shortName,
                        points.dividedBy(panel.most()),
                        areas,
                        indicators,
                        attested,
                        combining,
                        null,
                        place);
    }

    /**
     * Returns how its parts become its score, and the sums of assessors one, in words; empty if they are just added.
     */
    public Text sentence() {
        return Text.join(
                Stream.concat(
                                combining.sentence().stream(),
                                Stream.ofNullable(panel).map(Panel::clause))
                        .toList(),
                "；",
                "; ");
    }

    /** Returns this area and every one in it, at any depth. */
    public Stream<Area> withInner() {
        return Stream.concat(Stream.of(this), areas.stream().flatMap(Area::withInner));
    }

    /** Returns the ids of the parts directly in it, areas first. */
    public List<String> parts() {
        return Stream.concat(areas.stream().map(Area::id), indicators.stream().map(Indicator::id))
                .toList();
    }

    /** Returns every indicator in it, at any depth, in the order of the standard. */
    public Stream<Indicator> leaves() {
        return Stream.concat(areas.stream().flatMap(Area::leaves), indicators.stream());
    }
}
