package guifan.rule;

import guifan.number.Rational;
import guifan.source.Fields;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Points by half-open bands of the measure.
 *
 * @param bands from the lowest up; the first starts at the least measure
 * @param type the type of the measure
 * @param in what the measure is counted in
 */
public record Bands(List<Band> bands, MeasureType type, String in) implements Rule {

    /**
     * One band.
     *
     * @param atLeast inclusive lower bound; the upper bound is the next band's, exclusive
     * @param points what it gives
     */
    public record Band(Rational atLeast, Rational points) {}

    /** The kind as standards name it. */
    public static final RuleKind KIND =
            new RuleKind("bands", Text.of("分档计分", "points by bands of the measure"), Bands::read);

    private static Bands read(Fields fields, Worth worth) {
        MeasureType type = worth.typeOr(MeasureType.decimal());
        List<Band> bands = new ArrayList<>();
        boolean otherwise = false;
        for (Fields band : fields.sections("bands")) {
            boolean last = band.flag("otherwise");
            if (last && band.has("at-least")) {
                band.error(
                        "band",
                        "at-least",
                        Text.of("“otherwise”与“at-least”只能有一个", "either \"otherwise\" or \"at-least\""));
            }
            bands.add(new Band(last ? type.least() : band.number("at-least"), band.number("points")));
            otherwise |= last;
        }
        bands.sort(Comparator.comparing(Band::atLeast));
        if (!otherwise && (bands.isEmpty() || bands.get(0).atLeast().compareTo(type.least()) > 0)) {
            fields.error(
                    "band-gap",
                    "bands",
                    Text.of(
                            "最低一档以下没有规定，请加“otherwise: true”",
                            "nothing is said below the lowest band; add \"otherwise: true\""));
        }
        for (int i = 1; i < bands.size(); i++) {
            if (bands.get(i).atLeast().equals(bands.get(i - 1).atLeast())) {
                fields.error(
                        "band-overlap",
                        "bands",
                        Text.of(
                                "两档都从 %s 起",
                                "two bands start at %s", bands.get(i).atLeast()));
            }
        }
        return new Bands(List.copyOf(bands), type, worth.measuredIn());
    }

    @Override
    public RuleKind kind() {
        return KIND;
    }

    @Override
    public Form form() {
        Curve curve = Curve.line(type.least(), Rational.ZERO, Rational.ZERO);
        for (Band band : bands) {
            curve = curve.then(band.atLeast(), band.points(), Rational.ZERO);
        }
        return Form.of(type, curve);
    }

    @Override
    public Text sentence() {
        List<Text> said = new ArrayList<>();
        for (int i = bands.size() - 1; i >= 0; i--) {
            Band band = bands.get(i);
            boolean lowest = i == 0 && i + 1 < bands.size() && band.atLeast().equals(type.least());
            said.add(
                    lowest
                            ? Text.of(
                                    "低于 %1$s得 %2$s 分",
                                    "below %3$s: %2$s",
                                    mark(bands.get(1)),
                                    band.points(),
                                    mark(bands.get(1)).strip())
                            : Text.of(
                                    "达到 %1$s得 %2$s 分",
                                    "from %3$s: %2$s",
                                    mark(band),
                                    band.points(),
                                    mark(band).strip()));
        }
        return Text.join(said, "；", "; ");
    }

    private String mark(Band band) {
        return Numbers.shown(band.atLeast()) + (in.equals("%") ? "% " : in.isEmpty() ? " " : " " + in);
    }
}
