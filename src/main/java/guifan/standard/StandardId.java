package guifan.standard;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of a standard: an edition, and which amendment of it.
 *
 * @param edition the path of the edition, such as {@code 2019} or {@code innovation-case/2019}
 * @param amendment the number of the amendment, 0 for the text as issued, or null for the edition as amended
 */
public record StandardId(String edition, @Nullable Integer amendment) {

    private static final Pattern NUMBERED = Pattern.compile("(.*[^.])\\.(0|[1-9][0-9]{0,3})");

    /** Returns the id that {@code text} writes. */
    public static StandardId parse(String text) {
        Matcher matcher = NUMBERED.matcher(text);
        return matcher.matches()
                ? new StandardId(matcher.group(1), Integer.valueOf(matcher.group(2)))
                : new StandardId(text, null);
    }

    /** Returns this as the amendment of that number. */
    public StandardId at(int number) {
        return new StandardId(edition, number);
    }

    /** Returns the name of the file below the folder of standards. */
    public String fileName() {
        return edition + (amendment == null || amendment == 0 ? "" : "." + amendment) + ".yaml";
    }

    /** Returns the id of the standard in the file of that name, if it is the name of one. */
    public static Optional<StandardId> ofFile(String name) {
        if (!name.endsWith(".yaml")) {
            return Optional.empty();
        }
        StandardId id = parse(name.substring(0, name.length() - ".yaml".length()));
        return Optional.of(id.amendment == null ? id.at(0) : id);
    }

    @Override
    public String toString() {
        return amendment == null ? edition : edition + "." + amendment;
    }
}
