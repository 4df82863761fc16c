/** What changed: between two standards, and between two results. */
@NullMarked
package guifan.diff;

import org.jspecify.annotations.NullMarked;
