package guifan.evaluate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who gave a mark.
 *
 * @param role 组长, 组员 …, empty if not said
 */
record Assessor(String name, String role) {

    private static final Pattern ROLE = Pattern.compile("(.+?)[（(]([^（）()]+)[）)]");

    /** Returns the assessor that {@code words} names, the role in brackets behind the name. */
    static Assessor parse(String words) {
        Matcher matcher = ROLE.matcher(words.strip());
        return matcher.matches() ? new Assessor(matcher.group(1), matcher.group(2)) : new Assessor(words.strip(), "");
    }

    /** Returns the name with the role in brackets, as entries have it. */
    String words() {
        return role.isEmpty() ? name : name + "(" + role + ")";
    }
}
