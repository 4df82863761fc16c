package guifan.evaluate;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;

/** A list whose elements are made of those of another list whenever they are asked for, so that none is held. */
public final class Mapped<T, R> extends AbstractList<R> implements RandomAccess {

    private final List<T> source;
    private final Function<T, R> made;

    private Mapped(List<T> source, Function<T, R> made) {
        this.source = source;
        this.made = made;
    }

    /**
     * Returns the elements of {@code source}, which must not change, each as {@code made} makes it.
     *
     * @param made makes the same of the same
     */
    public static <T, R> List<R> of(List<T> source, Function<T, R> made) {
        return new Mapped<>(source, made);
    }

    @Override
    public R get(int index) {
        return made.apply(source.get(index));
    }

    @Override
    public int size() {
        return source.size();
    }
}
