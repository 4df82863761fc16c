/** An evaluation written out: table, CSV, JSON, Markdown and explanations. */
@NullMarked
package guifan.report;

import org.jspecify.annotations.NullMarked;
