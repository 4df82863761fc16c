package guifan.rule;

import guifan.number.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An exact piecewise-linear function of a measure: what all rules on a single measure come down to.
 *
 * @param pieces in ascending order; each holds from its start up to the start of the next, the last without end
 */
public record Curve(List<Piece> pieces) {

    /**
     * One straight piece: {@code value + slope × (x − from)}.
     *
     * @param from where it starts
     * @param after whether it starts just after {@code from} instead of at it
     * @param value the points at {@code from}, or right after it
     * @param slope points per unit of the measure
     */
    public record Piece(Rational from, boolean after, Rational value, Rational slope) {

        /** Returns the points at {@code x}, which this piece need not contain. */
        public Rational at(Rational x) {
            return value.plus(slope.times(x.minus(from)));
        }

        boolean startsAtOrBefore(Rational x) {
            int order = from.compareTo(x);
            return order < 0 || (order == 0 && !after);
        }

        private Piece startingAt(Rational start, boolean open) {
            return new Piece(start, open, at(start), slope);
        }

        private boolean continues(Piece earlier) {
            return slope.equals(earlier.slope) && value.equals(earlier.at(from));
        }
    }

    /**
     * The piece that applied to a measure, with its end for the words.
     *
     * @param to where the next piece starts, or null if there is none
     */
    public record Hit(Piece piece, @Nullable Rational to, boolean toIncluded) {}

    public Curve {
        pieces = List.copyOf(pieces);
        if (pieces.isEmpty()) {
            throw new IllegalArgumentException("a curve needs a piece");
        }
    }

    /** Returns the straight line through {@code (from, value)}, starting there. */
    public static Curve line(Rational from, Rational value, Rational slope) {
        return new Curve(List.of(new Piece(from, false, value, slope)));
    }

    public static Curve constant(Rational value) {
        return line(Rational.ZERO, value, Rational.ZERO);
    }

    /** Returns this up to {@code from}, then a straight piece from {@code from} on. */
    public Curve then(Rational from, Rational value, Rational slope) {
        return then(new Piece(from, false, value, slope));
    }

    /** Returns this up to and including {@code from}, then a straight piece. */
    public Curve thenAfter(Rational from, Rational value, Rational slope) {
        return then(new Piece(from, true, value, slope));
    }

    private Curve then(Piece next) {
        List<Piece> all = new ArrayList<>(pieces.stream()
                .filter(piece -> piece.from().compareTo(next.from()) < 0
                        || (next.after() && !piece.after() && piece.from().equals(next.from())))
                .toList());
        all.add(next);
        return new Curve(all);
    }

    /** Returns the piece that applies to {@code x}; below the first start, the first piece. */
    public Hit hit(Rational x) {
        int index = 0;
        for (int i = 1; i < pieces.size() && pieces.get(i).startsAtOrBefore(x); i++) {
            index = i;
        }
        @Nullable Piece next = index + 1 < pieces.size() ? pieces.get(index + 1) : null;
        return new Hit(pieces.get(index), next == null ? null : next.from(), next != null && next.after());
    }

    /** Returns the points at {@code x}. */
    public Rational at(Rational x) {
        return hit(x).piece().at(x);
    }

    /** Returns this upside down: points taken away. */
    Curve negated() {
        return new Curve(pieces.stream()
                .map(piece -> new Piece(
                        piece.from(),
                        piece.after(),
                        piece.value().negate(),
                        piece.slope().negate()))
                .toList());
    }

    /** Returns the pieces that start before {@code end}. */
    Curve before(Rational end) {
        List<Piece> earlier =
                pieces.stream().filter(piece -> piece.from().compareTo(end) < 0).toList();
        return earlier.isEmpty() ? this : new Curve(earlier);
    }

    /** Returns this with no value below {@code floor} and none above {@code cap}; null is no bound. */
    public Curve clamped(@Nullable Rational floor, @Nullable Rational cap) {
        List<Piece> clamped = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            @Nullable Rational end = i + 1 < pieces.size() ? pieces.get(i + 1).from() : null;
            List<Piece> parts = new ArrayList<>(List.of(piece));
            crossings(piece, end, floor, cap).forEach(x -> parts.add(piece.startingAt(x, false)));
            for (int k = 0; k < parts.size(); k++) {
                @Nullable
                Rational next = k + 1 < parts.size() ? parts.get(k + 1).from() : end;
                add(clamped, bounded(parts.get(k), next, floor, cap));
            }
        }
        return new Curve(clamped);
    }

    private static Stream<Rational> crossings(
            Piece piece, @Nullable Rational end, @Nullable Rational floor, @Nullable Rational cap) {
        if (piece.slope().isZero()) {
            return Stream.empty();
        }
        return Stream.of(Optional.ofNullable(floor), Optional.ofNullable(cap))
                .flatMap(Optional::stream)
                .map(bound -> piece.from().plus(bound.minus(piece.value()).dividedBy(piece.slope())))
                .filter(x -> x.compareTo(piece.from()) > 0 && (end == null || x.compareTo(end) < 0))
                .sorted();
    }

    /** Returns {@code piece}, which crosses no bound inside, or the bound that it lies beyond. */
    private static Piece bounded(
            Piece piece, @Nullable Rational end, @Nullable Rational floor, @Nullable Rational cap) {
        Rational inside = end == null
                ? piece.from().plus(Rational.ONE)
                : piece.from().plus(end).dividedBy(Rational.of(2));
        Rational value = piece.at(inside);
        Rational bound = floor == null ? value : value.max(floor);
        bound = cap == null ? bound : bound.min(cap);
        boolean flat = !bound.equals(value) || piece.slope().isZero();
        return flat ? new Piece(piece.from(), piece.after(), bound, Rational.ZERO) : piece;
    }

    private static void add(List<Piece> pieces, Piece next) {
        if (pieces.isEmpty() || !next.continues(pieces.get(pieces.size() - 1))) {
            pieces.add(next);
        }
    }

    /** Returns the largest value over the measures of {@code type}, or nothing if it grows without end. */
    public Optional<Rational> most(MeasureType type) {
        Rational most = at(type.least());
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            @Nullable Rational end = i + 1 < pieces.size() ? pieces.get(i + 1).from() : type.most();
            if (type.most() != null && !piece.startsAtOrBefore(type.most())) {
                continue;
            }
            if (end == null && piece.slope().signum() > 0) {
                return Optional.empty();
            }
            Rational last = end == null ? piece.from() : type.most() == null ? end : end.min(type.most());
            Rational first = piece.from().max(type.least());
            if (first.compareTo(last) <= 0) {
                most = most.max(piece.at(first)).max(piece.at(last));
            }
        }
        return Optional.of(most);
    }
}
