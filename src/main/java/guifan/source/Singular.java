package guifan.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** English counts: after 1 the thing counted stands in the singular, whatever the sentence was written for. */
final class Singular {

    private static final String THINGS =
            "units|decimals|points|areas|indicators|cases|situations|errors|warnings|places|"
                    + "years|days|runs|files|marks|items|cells|columns|activities|rows|records|sheets|times|changes|others|members|"
                    + "bonuses|penalties|facts|bodies|results|tests|problems";

    private static final Pattern ONE =
            Pattern.compile("(?<![\\p{Alnum}.,/−-])1 ((?:other |failed )?)(" + THINGS + ")\\b( are\\b)?");

    private Singular() {}

    /** Returns {@code english} with the things that are counted with 1 in the singular. */
    static String after1(String english) {
        Matcher matcher = ONE.matcher(english);
        return matcher.find()
                ? matcher.replaceAll(
                        found -> "1 " + found.group(1) + one(found.group(2)) + (found.group(3) == null ? "" : " is"))
                : english;
    }

    private static String one(String things) {
        if (things.endsWith("ies")) {
            return things.substring(0, things.length() - 3) + "y";
        }
        return things.substring(0, things.length() - (things.endsWith("uses") ? 2 : 1));
    }
}
