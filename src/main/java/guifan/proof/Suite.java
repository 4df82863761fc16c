package guifan.proof;

import guifan.evaluate.WrittenUnit;
import guifan.source.Location;
import guifan.source.SourceText;
import java.util.List;
import java.util.Map;

/**
 * The tests of one standard.
 *
 * @param standard the resolved id, such as {@code 2019.1}
 * @param source the file, those that it continues left aside
 * @param cases in the order of the file
 */
public record Suite(String standard, SourceText source, List<Case> cases) {

    /**
     * One case: what some units filled in and what has to come of it.
     *
     * @param units those that are evaluated together, at least one
     * @param refused the codes of the messages with which the input has to be refused, empty if it is sound
     * @param refusedAt where those are written, otherwise where the case starts
     * @param groups what the units come to together, by what they belong to
     */
    public record Case(
            String name,
            List<Member> units,
            List<String> refused,
            Location refusedAt,
            Location place,
            Map<String, List<Expected>> groups) {

        public Case {
            units = List.copyOf(units);
            groups = Map.copyOf(groups);
            refused = List.copyOf(refused);
        }
    }

    /** A unit with what is expected of it. */
    public record Member(WrittenUnit unit, List<Expected> expected) {

        public Member {
            expected = List.copyOf(expected);
        }
    }

    /**
     * One thing that is expected.
     *
     * @param key an id, or a word such as {@code total} or {@code grade}
     * @param isId whether the key is an id even if it is such a word
     * @param text a number, or a word
     * @param place where the text is written
     */
    public record Expected(String key, boolean isId, String text, Location place) {}

    public Suite {
        cases = List.copyOf(cases);
    }
}
