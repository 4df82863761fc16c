/** What is read and where it stands: places, diagnostics, YAML nodes and sheets. */
@NullMarked
package guifan.source;

import org.jspecify.annotations.NullMarked;
