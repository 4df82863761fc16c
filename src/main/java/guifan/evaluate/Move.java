package guifan.evaluate;

import guifan.evaluate.Ways.Shift;
import guifan.number.Rational;
import java.util.List;
import java.util.stream.Stream;

/** Moves of items, with what they do to the sum of the items. */
record Move(List<Shift> shifts, Rational gain) {

    static final Move NONE = new Move(List.of(), Rational.ZERO);

    Move and(Shift shift, Rational more) {
        return new Move(Stream.concat(shifts.stream(), Stream.of(shift)).toList(), gain.plus(more));
    }

    Move better(Move other) {
        return other.gain.compareTo(gain) > 0 ? other : this;
    }
}
