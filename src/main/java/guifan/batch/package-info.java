/** Many evaluations in one run: the plan, what has changed since the last run, and the order of work. */
@NullMarked
package guifan.batch;

import org.jspecify.annotations.NullMarked;
