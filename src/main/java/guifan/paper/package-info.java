/** The papers that an office sends out after an evaluation, made from an archived result and templates. */
@NullMarked
package guifan.paper;

import org.jspecify.annotations.NullMarked;
