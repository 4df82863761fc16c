/** Exact arithmetic: rationals and the one place where numbers are rounded. */
@NullMarked
package guifan.number;

import org.jspecify.annotations.NullMarked;
