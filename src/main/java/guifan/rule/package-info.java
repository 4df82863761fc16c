/** Scoring rules: every kind is a notation for exact piecewise-linear curves. */
@NullMarked
package guifan.rule;

import org.jspecify.annotations.NullMarked;
