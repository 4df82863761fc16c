package guifan.rule;

import guifan.number.Rational;
import guifan.rule.Bands.Band;
import guifan.rule.Bands.Second;
import guifan.source.Fields;
import guifan.source.Node.Mapping;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@link Bands}, and finds what they leave open, say twice, or can never reach. */
final class BandsReader {

    private final Fields fields;
    private final Worth worth;
    private boolean ranges;

    BandsReader(Fields fields, Worth worth) {
        this.fields = fields;
        this.worth = worth;
    }

    /** A band as it was written. */
    private record Written(Band band, Fields fields) {}

    Bands read() {
        MeasureType type = worth.typeOr(MeasureType.decimal());
        Optional<Fields> mark = fields.optionalSection("mark");
        @Nullable
        Second second = fields.optionalSection("second").map(this::second).orElse(null);
        boolean several = second != null || mark.isPresent();
        String name = several ? fields.text("measure") : "";
        List<Band> bands = bands(fields, "bands", type, second);
        if (ranges != mark.isPresent()) {
            fields.error(
                    "band-mark",
                    mark.isPresent() ? "mark" : "bands",
                    Text.of(
                            "一档的得分有幅度（points: {from: …, to: …}）时要写“mark”，没有幅度时不要写",
                            "bands with a range (points: {from: …, to: …}) need \"mark\", others do not"));
        }
        if (second != null && mark.isPresent()) {
            fields.error("band-mark", "mark", Text.of("“second”与“mark”只能用一个", "use either \"second\" or \"mark\""));
        }
        @Nullable Item marked = mark.map(section -> mark(section, bands)).orElse(null);
        return new Bands(bands, type, worth.measuredIn(), name, second, marked);
    }

    private static Item mark(Fields section, List<Band> bands) {
        Rational most = bands.stream().map(Band::points).reduce(Rational.ZERO, Rational::max);
        @Nullable Rational step = section.optionalPositive("step").orElse(null);
        return new Item("mark", section.text("name"), MeasureType.mark(most, step), false);
    }

    private Second second(Fields section) {
        List<String> shareOf = section.texts("share-of");
        String in = shareOf.isEmpty() ? section.optionalProse("measured-in").orElse("") : "%";
        boolean percent = in.equals("%") || in.equals("％");
        section.noteCanonical("measured-in", () -> percent ? "%" : "");
        MeasureType type = percent ? MeasureType.percent() : MeasureType.decimal();
        String id = section.optionalText("id").orElse("second");
        return new Second(new Item(id, section.text("name"), type, false), percent ? "%" : in, shareOf);
    }

    private List<Band> bands(Fields owner, String key, MeasureType type, @Nullable Second second) {
        List<Written> written = new ArrayList<>();
        boolean otherwise = false;
        for (Fields band : owner.sections(key)) {
            boolean last = band.flag("otherwise");
            if (last && band.has("at-least")) {
                band.error(
                        "band",
                        "at-least",
                        Text.of("“otherwise”与“at-least”只能有一个", "either \"otherwise\" or \"at-least\""));
            }
            Rational from = last ? type.least() : band.number("at-least");
            written.add(new Written(band(band, from, second), band));
            otherwise |= last;
        }
        written.sort(Comparator.comparing(one -> one.band().atLeast()));
        if (!otherwise && (written.isEmpty() || written.get(0).band().atLeast().compareTo(type.least()) > 0)) {
            owner.error(
                    "band-gap",
                    key,
                    Text.of(
                            "最低一档以下没有规定，请加“otherwise: true”",
                            "nothing is said below the lowest band; add \"otherwise: true\""));
        }
        for (int i = 0; i < written.size(); i++) {
            check(written, i, type);
        }
        return written.stream().map(Written::band).toList();
    }

    private Band band(Fields band, Rational atLeast, @Nullable Second second) {
        if (second != null && band.has("by-second")) {
            List<Band> inner = bands(band, "by-second", second.item().type(), null);
            Rational most = inner.stream().map(Band::points).reduce(Rational.ZERO, Rational::max);
            return new Band(atLeast, most, most, inner);
        }
        if (band.mapping().get("points").filter(Mapping.class::isInstance).isEmpty()) {
            Rational points = band.points();
            return new Band(atLeast, points);
        }
        ranges = true;
        Fields range = band.section("points");
        Rational from = range.number("from");
        Rational to = range.number("to");
        if (from.compareTo(to) > 0) {
            range.error("band", "from", Text.of("%s 大于 %s", "%s is more than %s", from, to));
        }
        return new Band(atLeast, from, to, List.of());
    }

    /** Looks at one band and the next above it. */
    private static void check(List<Written> bands, int index, MeasureType type) {
        Written here = bands.get(index);
        Rational from = here.band().atLeast();
        @Nullable
        Rational next = index + 1 < bands.size() ? bands.get(index + 1).band().atLeast() : null;
        if (next != null && next.equals(from)) {
            bands.get(index + 1)
                    .fields()
                    .error("band-overlap", "at-least", Text.of("两档都从 %s 起", "two bands start at %s", from));
            return;
        }
        boolean tooHigh = type.most() != null && from.compareTo(type.most()) > 0;
        boolean tooLow = next != null && next.compareTo(type.least()) <= 0;
        if (tooHigh || tooLow) {
            here.fields()
                    .error(
                            "unreachable-band",
                            "at-least",
                            Text.of("没有实绩能落在这一档；%s", "no measure lies in this band; %s", type.expected()));
        }
        for (String key : List.of("below", "at-most")) {
            here.fields().optionalNumber(key).ifPresent(end -> checkEnd(here.fields(), key, end, next, type));
        }
    }

    /** The upper end that a band states has to meet the lower end of the next. */
    private static void checkEnd(Fields band, String key, Rational end, @Nullable Rational next, MeasureType type) {
        boolean included = key.equals("at-most");
        Rational step = type.step();
        @Nullable Rational start = next == null && type.most() != null && included ? type.most() : next;
        boolean beside = included && next != null;
        boolean meets =
                start != null && (beside ? step != null && end.plus(step).equals(start) : end.equals(start));
        if (meets) {
            return;
        }
        if (start == null || end.compareTo(start) < 0) {
            Rational inside =
                    start == null ? end.plus(Rational.ONE) : end.plus(start).dividedBy(Rational.of(2));
            band.error(
                    "band-gap",
                    key,
                    Text.of(
                            "%1$s 以上到下一档之间没有规定（如 %2$s）",
                            "nothing is said between %1$s and the next band (such as %2$s)",
                            Numbers.shown(end),
                            Numbers.shown(inside)));
        } else if (next == null) {
            band.error(
                    "unreachable-band",
                    key,
                    Text.of(
                            "%s 超过实绩的上限 %s；请写到上限为止，或不写“%s”",
                            "%s is beyond %s, the most that can be filled in; end there, or leave out \"%s\"",
                            Numbers.shown(end),
                            Numbers.shown(start),
                            key));
        } else {
            band.error("band-overlap", key, Text.of("%s 同时属于两档", "%s belongs to two bands", Numbers.shown(next)));
        }
    }
}
