/** Evaluation standards: editions, amendments, areas, indicators, grades. */
@NullMarked
package guifan.standard;

import org.jspecify.annotations.NullMarked;
