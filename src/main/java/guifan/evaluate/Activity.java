package guifan.evaluate;

import guifan.source.CellPlace;
import java.time.LocalDate;

/**
 * One entry of an activity log.
 *
 * @param year the year that it counts for, which is not always that of its date
 * @param unit the name of the unit as the roster has it
 * @param form the form as the standard calls it
 * @param evidence empty if none is named
 * @param place its row
 */
public record Activity(
        LocalDate date, int year, String unit, String form, String title, String evidence, CellPlace place) {}
