/** From sheets to results: cells, scores, totals, grades and ranks, each with its reason. */
@NullMarked
package guifan.evaluate;

import org.jspecify.annotations.NullMarked;
