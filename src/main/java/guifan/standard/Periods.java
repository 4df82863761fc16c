package guifan.standard;

import guifan.source.Problems;
import guifan.source.Text;
import guifan.standard.Standard.Identity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The years that the issued editions of one system apply to (适用年度) should follow each other, and an amendment should
 * come into force after what it amends.
 */
public final class Periods {

    private Periods() {}

    /**
     * Tells gaps and overlaps between editions as issued, and amendments before what they amend; editions in different
     * folders are different systems.
     */
    public static void check(List<Standard> standards, Problems problems) {
        Map<String, List<Identity>> systems = new LinkedHashMap<>();
        for (Standard standard : standards) {
            Identity identity = standard.identity();
            if (identity.amendments().isEmpty() && !identity.draft() && identity.fromYear() != null) {
                String edition = identity.edition();
                String folder = edition.substring(0, edition.lastIndexOf('/') + 1);
                systems.computeIfAbsent(folder, key -> new ArrayList<>()).add(identity);
            }
        }
        amendments(standards, problems);
        systems.values().forEach(editions -> {
            editions.sort(Comparator.comparing(Periods::from));
            for (int i = 1; i < editions.size(); i++) {
                check(editions.get(i - 1), editions.get(i), problems);
            }
        });
    }

    /** An amendment that is in force before the text it amends would hold for days on which that text does not. */
    private static void amendments(List<Standard> standards, Problems problems) {
        List<Identity> texts = standards.stream()
                .map(Standard::identity)
                .filter(identity -> identity.effective() != null)
                .sorted(Comparator.comparing(Identity::edition)
                        .thenComparing(identity -> identity.amendments().size()))
                .toList();
        for (int i = 1; i < texts.size(); i++) {
            Identity earlier = texts.get(i - 1);
            Identity later = texts.get(i);
            LocalDate start = Objects.requireNonNull(earlier.effective());
            LocalDate amended = Objects.requireNonNull(later.effective());
            if (earlier.edition().equals(later.edition()) && amended.isBefore(start)) {
                problems.warning(
                        "effective-order",
                        later.place(),
                        Text.of(
                                "修订 %s 自 %s 起施行，早于所修订的 %s（%s 起施行）",
                                "the amendment %s is in force from %s, before %s, which it amends (from %s)",
                                later.id(),
                                amended,
                                earlier.id(),
                                start));
            }
        }
    }

    private static int from(Identity identity) {
        Integer year = identity.fromYear();
        return year == null ? 0 : year;
    }

    private static void check(Identity earlier, Identity later, Problems problems) {
        Integer end = earlier.toYear();
        int start = from(later);
        if (end == null || end >= start) {
            problems.warning(
                    "years-overlap",
                    later.place(),
                    Text.of(
                            "%s 年度同时适用 %s 和 %s；请在前者写明 years: {to: %s}",
                            "both %2$s and %3$s apply to %1$s; end the former with years: {to: %4$s}",
                            start,
                            earlier.id(),
                            later.id(),
                            start - 1));
        } else if (end + 1 < start) {
            problems.warning(
                    "years-gap",
                    later.place(),
                    Text.of(
                            "%s 年度没有适用的标准：%s 到 %s 年度止，%s 从 %s 年度起",
                            "no standard applies to %s: %s ends with %s, %s starts with %s",
                            end + 2 == start ? end + 1 : end + 1 + "–" + (start - 1),
                            earlier.id(),
                            end,
                            later.id(),
                            start));
        }
    }
}
