package guifan.evaluate;

import guifan.evaluate.Evaluation.Input;
import guifan.number.Rational;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation took from results under other standards.
 *
 * @param sources the results, by the ids of their standards
 * @param absent the questions that may take results of a standard of which none was given
 * @param takings what was found for each unit and question, in the order of the units and of the standard
 */
public record Taken(List<Source> sources, List<Absent> absent, List<Taking> takings) {

    /** Nothing was taken, and nothing could be. */
    public static final Taken NOTHING = new Taken(List.of(), List.of(), List.of());

    /**
     * A result that was used.
     *
     * @param standard the resolved id of its standard
     * @param rulesHash of its standard
     * @param textHash of its standard
     * @param partial whether some units were left out of it
     */
    public record Source(
            Input file,
            String standard,
            String title,
            String rulesHash,
            String textHash,
            @Nullable Integer year,
            Stage stage,
            boolean partial) {

        private Source renamed(UnaryOperator<String> names) {
            Input named = new Input(names.apply(file.name()), file.sha256());
            return new Source(named, standard, title, rulesHash, textHash, year, stage, partial);
        }
    }

    /** Returns this with the files of the sources under other names. */
    public Taken renamed(UnaryOperator<String> names) {
        return new Taken(sources.stream().map(source -> source.renamed(names)).toList(), absent, takings);
    }

    /**
     * A question that may take results of a standard of which none was given, so that the sheet alone counts.
     *
     * @param standard as the question names it
     */
    public record Absent(String question, String standard) {}

    /** Which of the two counts, the result or the sheet. */
    public enum Choice {
        /** The result; the sheet says nothing else, or less, or does not count beside it. */
        RESULT,
        /** The sheet: it says more, and both are the same thing. */
        SHEET_HIGHER,
        /** The sheet: it was changed by hand with approval. */
        OVERRIDDEN,
        /** The sheet: its material is false. */
        FALSE_MATERIAL,
        /** The sheet: the result has nothing of the unit. */
        NO_RESULT
    }

    /**
     * What was found for a question of a unit.
     *
     * @param source the index of the result
     * @param bodies what belongs to the unit
     * @param sheet what the sheet says, empty if nothing
     */
    public record Taking(
            String unit, String question, int source, Choice choice, List<Body> bodies, List<Entry> sheet) {

        public Taking {
            bodies = List.copyOf(bodies);
            sheet = List.copyOf(sheet);
        }
    }

    /**
     * A body in another result, or the unit itself there.
     *
     * @param grade its grade, empty if it has none
     * @param total its final total, or null
     * @param as what it counts as, empty if it does not count
     */
    public record Body(
            String name,
            String kind,
            String grade,
            @Nullable Rational total,
            String as) {}

    public Taken {
        sources = List.copyOf(sources);
        absent = List.copyOf(absent);
        takings = List.copyOf(takings);
    }

    /** Returns what was found for a question of a unit, if a result was looked at. */
    public Optional<Taking> of(String unit, String question) {
        return takings.stream()
                .filter(one -> one.unit().equals(unit) && one.question().equals(question))
                .findFirst();
    }
}
