package guifan.proof;

import guifan.source.Problems;
import guifan.source.SourceText;
import guifan.standard.Standard;
import guifan.standard.Standards;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Changes a standard in every way that is easily got wrong, and counts how often its tests notice. Run by
 * {@code scripts/mutate-standards}.
 *
 * @param refused how many mutants are no standards, so that {@code standards check} finds them
 * @param killed how many of the others fail a test
 * @param survivors what no test notices
 */
record MutationCheck(int refused, Map<Mutant.Kind, Integer> killed, List<Mutant> survivors) {

    /** Fails where less than 95 % of the mutants of a standard are noticed. */
    public static void main(String[] args) {
        boolean enough = true;
        for (String id : args.length == 0 ? Standards.shipped() : List.of(args)) {
            MutationCheck check = of(id, Mutant.all(Standards.shipped(id)));
            System.out.println(id + ": " + check.killed() + ", survivors "
                    + check.survivors().size() + ", refused " + check.refused() + ": " + check.percent()
                    + " % noticed");
            check.survivors().forEach(mutant -> System.out.println("  " + mutant.kind() + " " + mutant.what()));
            enough &= check.percent() >= 95;
        }
        System.exit(enough ? 0 : 1);
    }

    static MutationCheck of(String id, List<Mutant> mutants) {
        Suite suite = suite(id);
        int refused = 0;
        Map<Mutant.Kind, Integer> killed = new EnumMap<>(Mutant.Kind.class);
        List<Mutant> survivors = new ArrayList<>();
        for (Mutant mutant : mutants) {
            Optional<Standard> changed = Standards.read(mutant.text());
            if (changed.isEmpty()) {
                refused++;
            } else if (Trial.finds(suite, changed.get())) {
                killed.merge(mutant.kind(), 1, Integer::sum);
            } else {
                survivors.add(mutant);
            }
        }
        return new MutationCheck(refused, killed, survivors);
    }

    /** Returns the tests of a shipped standard. */
    static Suite suite(String id) {
        Problems problems = new Problems();
        Suite suite = SuiteReader.read(text(id).orElseThrow(), Standards.shipped(id), other -> text(other), problems);
        if (problems.hasErrors()) {
            throw new AssertionError(Standards.said(problems.all()));
        }
        return suite;
    }

    private static Optional<SourceText> text(String id) {
        Path file = Standards.SHIPPED.resolve(id.replaceFirst("\\.0$", "") + ".test.yaml");
        try {
            return Files.exists(file)
                    ? Optional.of(SourceText.of(file.toString(), Files.readString(file)))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns how many of a hundred mutants are noticed, rounded down. */
    int percent() {
        int found = killed.values().stream().mapToInt(Integer::intValue).sum();
        return found * 100 / Math.max(found + survivors.size(), 1);
    }
}
