package guifan.cli;

import guifan.evaluate.StandardCard;
import guifan.source.InputException;
import guifan.source.Problems;
import guifan.source.SourceText;
import guifan.source.Text;
import guifan.standard.Standard;
import guifan.standard.StandardId;
import guifan.standard.StandardLibrary;
import guifan.standard.StandardLibrary.When;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Says aloud that an edition's id no longer means the text that an archived result was made with. */
final class EditionNote {

    private EditionNote() {}

    /** Adds a note to {@code problems} where the edition of {@code card} now means another text for {@code year}. */
    static void tell(
            String file,
            StandardCard card,
            @Nullable Integer year,
            StandardLibrary library,
            Surroundings world,
            Problems problems)
            throws IOException {
        String edition = StandardId.parse(card.id()).edition();
        try {
            Standard now = library.find(edition, new When(year, null), world.directory());
            if (!now.identity().id().equals(card.id())) {
                problems.note(
                        "edition-amended",
                        SourceText.of(file, "").whole(),
                        Text.of(
                                "“%1$s”现在指 %2$s；本结果按 %3$s 评价，不受影响",
                                "\"%1$s\" now means %2$s; this result was made with %3$s and stands",
                                edition,
                                now.identity().id(),
                                card.id()));
            }
        } catch (InputException e) {
            // Whether the texts of today are sound is not the question here.
            return;
        }
    }
}
