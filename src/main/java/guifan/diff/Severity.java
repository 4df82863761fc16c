package guifan.diff;

import guifan.source.Text;

/** How much a change matters, from the most to the least. */
public enum Severity {
    /** It can change scores, grades or ranks. */
    MAJOR("major", "实质", "major"),
    /** It changes what has to be filled in or shown, or its legal basis. */
    MINOR("minor", "次要", "minor"),
    /** It changes words only. */
    WORDING("wording", "文字", "wording");

    private final String key;
    private final String zh;
    private final String en;

    Severity(String key, String zh, String en) {
        this.key = key;
        this.zh = zh;
        this.en = en;
    }

    /** Returns the word that options and JSON use. */
    public String key() {
        return key;
    }

    public Text words() {
        return new Text(zh, en);
    }

    /** Returns whether this matters as much as {@code other}, or more. */
    public boolean isAtLeast(Severity other) {
        return compareTo(other) <= 0;
    }
}
