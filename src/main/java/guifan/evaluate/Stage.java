package guifan.evaluate;

import guifan.source.Text;
import java.util.Arrays;
import java.util.Optional;

/** Which facts count: those that the units report of themselves, or those that were checked. */
public enum Stage {
    SELF("self", "自评", "self-assessment"),
    FIRST("first", "初评", "first assessment"),
    FINAL("final", "终评", "final assessment");

    private final String word;
    private final String zh;
    private final String en;

    Stage(String word, String zh, String en) {
        this.word = word;
        this.zh = zh;
        this.en = en;
    }

    /** Returns the word by which the command line and results name it. */
    public String word() {
        return word;
    }

    public Text title() {
        return new Text(zh, en);
    }

    /** Returns the stage that {@code word} names in either language. */
    public static Optional<Stage> ofWord(String word) {
        return Arrays.stream(values())
                .filter(stage -> stage.word.equals(word) || stage.zh.equals(word))
                .findFirst();
    }
}
