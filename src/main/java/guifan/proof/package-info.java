/** Tests of standards: cases with the scores that the text of a standard gives, and what of it they reach. */
@NullMarked
package guifan.proof;

import org.jspecify.annotations.NullMarked;
