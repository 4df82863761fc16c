/** The command line: options, messages and exit codes. */
@NullMarked
package guifan.cli;

import org.jspecify.annotations.NullMarked;
