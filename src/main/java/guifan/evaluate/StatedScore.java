package guifan.evaluate;

import guifan.source.SheetCell;

/** A score that a sheet holds beside the measures; it is compared, never used. */
record StatedScore(String unit, SheetCell cell) {}
