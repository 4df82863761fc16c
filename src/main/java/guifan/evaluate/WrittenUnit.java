package guifan.evaluate;

import guifan.source.Location;
import java.util.List;

/**
 * What a unit filled in, written down by hand beside a standard and not in a sheet.
 *
 * @param kind its kind, such as 镇
 * @param answers what is said in so many words
 * @param others what counts as filled in where nothing is said
 * @param exempt the indicators from which it was exempted
 * @param earlier its grades in the years before, the latest first; what is no grade stands for a year without one
 * @param decided its place among its equals as it was decided upon, 0 if nobody decided
 * @param place where it is written
 */
public record WrittenUnit(
        String unit,
        String kind,
        List<Answer> answers,
        Others others,
        List<String> exempt,
        List<String> earlier,
        int decided,
        Location place) {

    /**
     * An answer.
     *
     * @param question what it answers, as the header of a sheet says it: an id or a name, with its item if need be
     * @param text what would stand in the cell
     */
    public record Answer(String question, String text, Location place) {}

    /** What is filled in where nothing is said. */
    public enum Others {
        /** Nothing: a blank. */
        BLANK,
        /** What brings full points, and 否 to facts. */
        FULL,
        /** What brings full points or, where no such answer is found, more than any other that is. */
        MOST,
        /** 未报, and 否 to facts. */
        NOT_REPORTED
    }

    public WrittenUnit {
        answers = List.copyOf(answers);
        exempt = List.copyOf(exempt);
        earlier = List.copyOf(earlier);
    }

    /** Makes a unit of which nothing is known but what it filled in. */
    public WrittenUnit(
            String unit, String kind, List<Answer> answers, Others others, List<String> exempt, Location place) {
        this(unit, kind, answers, others, exempt, List.of(), 0, place);
    }

    /** Returns it with what is known of it beside what it filled in. */
    public WrittenUnit known(List<String> grades, int place) {
        return new WrittenUnit(unit, kind, answers, others, exempt, grades, place, this.place);
    }
}
