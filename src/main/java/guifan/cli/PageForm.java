package guifan.cli;

import java.util.Locale;

/** A form in which something is told: it has a word for {@code --format}, and most have an ending of file names. */
enum PageForm {
    TEXT("text", ".txt"),
    CSV("csv", ".csv"),
    JSON("json", ".json"),
    MARKDOWN("md", ".md"),
    HTML("html", ".html"),
    REVISION_TABLE("revision-table", ""),
    AMENDMENT("amendment", ".yaml");

    private final String word;
    private final String ending;

    PageForm(String word, String ending) {
        this.word = word;
        this.ending = ending;
    }

    /** Returns what it is called on the command line. */
    String word() {
        return word;
    }

    /** Returns how names of files in it end, empty if it is never chosen by that. */
    String ending() {
        return ending;
    }

    /** Returns whether {@code said} means it; text may be called a table too, and Markdown by its full name. */
    boolean isCalled(String said) {
        return word.equals(said)
                || (this == TEXT && said.equals("table"))
                || (this == MARKDOWN && said.equals("markdown"));
    }

    /** Returns whether the name of a file asks for it. */
    boolean isOf(String file) {
        return !ending.isEmpty() && file.toLowerCase(Locale.ROOT).endsWith(ending);
    }
}
