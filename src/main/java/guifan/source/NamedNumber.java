package guifan.source;

import guifan.number.Rational;

/**
 * A free word with its number, such as a level with its points.
 *
 * @param place where the number stands
 */
public record NamedNumber(String name, Rational number, Location place) {}
