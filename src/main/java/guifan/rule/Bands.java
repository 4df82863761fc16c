package guifan.rule;

import guifan.number.Rational;
import guifan.source.Fields;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Points by half-open bands of the measure; a band may look at a second measure, or leave a range to an assessor.
 *
 * @param bands from the lowest up; the first starts at the least measure
 * @param type the type of the measure
 * @param in what the measure is counted in
 * @param name what the measure is called, empty where nothing else is asked
 * @param second what some bands look at as well, or null
 * @param mark the assessor's mark within the range of the band, or null
 */
public record Bands(
        List<Band> bands,
        MeasureType type,
        String in,
        String name,
        @Nullable Second second,
        @Nullable Item mark) implements Rule {

    /**
     * One band.
     *
     * @param atLeast inclusive lower bound; the upper bound is the next band's, exclusive
     * @param from the least points that it gives, the same as {@code points} unless an assessor decides
     * @param points the most points that it gives
     * @param bySecond the bands of the second measure that decide, empty if the points are fixed
     */
    public record Band(Rational atLeast, Rational from, Rational points, List<Band> bySecond) {

        /** Makes a band of fixed points. */
        public Band(Rational atLeast, Rational points) {
            this(atLeast, points, points, List.of());
        }
    }

    /**
     * A second measure.
     *
     * @param in what it is counted in
     * @param shareOf the options of a vote whose share it is, empty where it is filled in
     */
    public record Second(Item item, String in, List<String> shareOf) {}

    /** The kind as standards name it. */
    public static final RuleKind KIND =
            new RuleKind("bands", Text.of("分档计分", "points by bands of the measure"), Bands::read);

    /** Makes bands of a single measure. */
    public Bands(List<Band> bands, MeasureType type, String in) {
        this(bands, type, in, "", null, null);
    }

    private static Bands read(Fields fields, Worth worth) {
        return new BandsReader(fields, worth).read();
    }

    @Override
    public RuleKind kind() {
        return KIND;
    }

    @Override
    public Shape shape() {
        return second == null && mark == null ? Shape.SINGLE : Shape.ITEMS;
    }

    private Item item() {
        return name.isEmpty() ? Item.only(type) : new Item(Item.MEASURE, name, type, false);
    }

    @Override
    public Form form() {
        Item measure = item();
        List<Form.Part> parts = new ArrayList<>();
        Curve curve = Curve.line(type.least(), Rational.ZERO, Rational.ZERO);
        for (int i = 0; i < bands.size(); i++) {
            Band band = bands.get(i);
            boolean fixed = mark == null && band.bySecond().isEmpty();
            curve = curve.then(band.atLeast(), fixed ? band.points() : Rational.ZERO, Rational.ZERO);
            @Nullable Rational end = i + 1 < bands.size() ? bands.get(i + 1).atLeast() : null;
            Form.Gate here = new Form.Gate(measure.id(), band.atLeast(), end);
            if (mark != null) {
                parts.add(new Form.Part(mark, Curve.line(Rational.ZERO, Rational.ZERO, Rational.ONE), here));
            } else if (second != null && !fixed) {
                parts.add(new Form.Part(second.item(), curve(second.item().type(), band.bySecond()), here));
            }
        }
        parts.add(0, new Form.Part(measure, curve));
        return new Form(parts, Rational.ZERO, null, Rational.ZERO, null);
    }

    private static Curve curve(MeasureType type, List<Band> bands) {
        Curve curve = Curve.line(type.least(), Rational.ZERO, Rational.ZERO);
        for (Band band : bands) {
            curve = curve.then(band.atLeast(), band.points(), Rational.ZERO);
        }
        return curve;
    }

    @Override
    public List<String> alsoShareOf() {
        return second == null ? List.of() : second.shareOf();
    }

    @Override
    public List<Complaint> complaints(Map<String, Rational> measures) {
        @Nullable Rational measure = measures.get(Item.MEASURE);
        @Nullable Rational given = mark == null ? null : measures.get(mark.id());
        if (mark == null || measure == null || given == null) {
            return List.of();
        }
        Band band = bands.get(0);
        for (Band one : bands) {
            band = one.atLeast().compareTo(measure) <= 0 ? one : band;
        }
        boolean inside = given.compareTo(band.from()) >= 0 && given.compareTo(band.points()) <= 0;
        return inside
                ? List.of()
                : List.of(new Complaint(
                        mark.id(),
                        "outside-band",
                        Text.of(
                                "“%1$s”为 %2$s，本档应评 %3$s 分，不能评 %4$s 分",
                                "\"%1$s\" is %2$s: the mark of that band is %3$s, not %4$s",
                                name,
                                Numbers.shown(measure) + (in.equals("%") ? "%" : ""),
                                range(band),
                                Numbers.shown(given))));
    }

    private static String range(Band band) {
        return band.from().equals(band.points())
                ? Numbers.shown(band.points())
                : Numbers.shown(band.from()) + "–" + Numbers.shown(band.points());
    }

    @Override
    public Text sentence() {
        Text said = new Text(name, name.isEmpty() ? "" : name + " ").plus(said(bands, type, in));
        return mark == null
                ? said
                : said.plus(Text.of("；在档内的得分由考评员评定（%s", "; the mark within a band is an assessor's (%s", mark.name()))
                        .plus(
                                mark.type().step() == null
                                        ? Text.of("）", ")")
                                        : Text.of(
                                                "，以 %s 分为一级）",
                                                ", in steps of %s)", mark.type().step()));
    }

    private Text said(List<Band> list, MeasureType of, String counted) {
        List<Text> said = new ArrayList<>();
        for (int i = list.size() - 1; i >= 0; i--) {
            Band band = list.get(i);
            boolean lowest = i == 0 && i + 1 < list.size() && band.atLeast().equals(of.least());
            String bound = mark(lowest ? list.get(1) : band, counted);
            Optional<Second> decides =
                    Optional.ofNullable(second).filter(one -> !band.bySecond().isEmpty());
            Text start = lowest
                    ? Text.of("低于 %1$s", "below %2$s", bound, bound.strip())
                    : Text.of("达到 %1$s", "from %2$s", bound, bound.strip());
            said.add(start.plus(
                    decides.isEmpty()
                            ? Text.of("得 %s 分", ": %s", range(band))
                            : Text.of("时，%s", ", by %s ", decides.get().item().name())
                                    .plus(said(
                                            band.bySecond(),
                                            decides.get().item().type(),
                                            decides.get().in()))));
        }
        return Text.join(said, "；", "; ");
    }

    private static String mark(Band band, String in) {
        return Numbers.shown(band.atLeast()) + (in.equals("%") ? "% " : in.isEmpty() ? " " : " " + in);
    }
}
