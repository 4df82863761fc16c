package guifan.evaluate;

import guifan.source.CellPlace;
import java.util.List;

/**
 * What one unit filled in, and where.
 *
 * @param rows the rows that are about the unit, those that were refused included
 */
record Reported(Filing filing, List<CellPlace> rows) {}
