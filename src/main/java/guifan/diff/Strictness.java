package guifan.diff;

import guifan.source.Text;

/** How a rule compares with an older one, by the share of the points that the same measure gets. */
public enum Strictness {
    /** Every measure gets the same share of the points. */
    SAME("宽严不变", "same"),
    /** Some measures get a smaller share, none a larger one. */
    STRICTER("从严", "stricter"),
    /** Some measures get a larger share, none a smaller one. */
    LOOSER("从宽", "looser"),
    /** Some get a smaller share, others a larger one. */
    MIXED("有宽有严", "mixed"),
    /** Something else is filled in, so that no measure can be scored under both rules. */
    OTHER_MEASURE("实绩不同，不可比", "another measure, not comparable"),
    /** No situation was found that has a score under both rules. */
    NOT_COMPARED("未比较宽严", "not compared for strictness");

    private final String zh;
    private final String en;

    Strictness(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public Text words() {
        return new Text(zh, en);
    }

    static Strictness of(boolean someLower, boolean someHigher) {
        return someLower ? someHigher ? MIXED : STRICTER : someHigher ? LOOSER : SAME;
    }
}
