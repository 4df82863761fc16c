/** Guifan scores units against written, versioned evaluation standards. */
@NullMarked
package guifan;

import org.jspecify.annotations.NullMarked;
