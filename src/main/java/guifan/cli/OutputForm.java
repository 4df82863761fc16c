package guifan.cli;

import guifan.source.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** A form in which something is told: it has a word for {@code --format}, and most have an ending of file names. */
interface OutputForm {

    /** Returns what it is called on the command line. */
    String word();

    /** Returns how names of files in it end, empty if it is never chosen by that. */
    String ending();

    /** Returns the form that is called {@code word}. */
    static <F extends Enum<F> & OutputForm> F ofWord(Class<F> forms, String word) throws UsageException {
        return all(forms).stream()
                .filter(form -> form.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new UsageException(Text.of(
                        "没有格式“%s”，可用：%s",
                        "there is no format \"%s\"; there are %s",
                        word,
                        all(forms).stream().map(F::word).collect(Collectors.joining("、")))));
    }

    /** Returns the form of a file of that name. */
    static <F extends Enum<F> & OutputForm> F ofFile(Class<F> forms, String name) throws UsageException {
        String lower = name.toLowerCase(Locale.ROOT);
        return all(forms).stream()
                .filter(form -> !form.ending().isEmpty() && lower.endsWith(form.ending()))
                .findFirst()
                .orElseThrow(() -> new UsageException(Text.of(
                        "“%s”的后缀不在其列：%s",
                        "\"%s\" does not end in one of %s",
                        name,
                        all(forms).stream()
                                .map(F::ending)
                                .filter(ending -> !ending.isEmpty())
                                .collect(Collectors.joining(" ")))));
    }

    private static <F extends Enum<F>> List<F> all(Class<F> forms) {
        return Arrays.asList(Objects.requireNonNull(forms.getEnumConstants()));
    }
}
