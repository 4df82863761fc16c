package guifan.diff;

import guifan.source.Text;

/** The parts that the difference of two totals is made of, in the order in which they are taken. */
public enum Effect {
    /** What was done differently, measured by the older standard. */
    WORK("工作", "work"),
    /** What asks for something related in both standards, but cannot be told apart into work and standard. */
    INCOMPARABLE("不可比", "not comparable"),
    /** Indicators added and retired, and the re-basing that follows from what applies. */
    STRUCTURE("结构", "structure"),
    /** Other rules for the same facts, at the older points. */
    RULES("规则", "rules"),
    /** Other points for the same indicators. */
    POINTS("分值", "points"),
    /** Other rounding. */
    ROUNDING("取舍", "rounding");

    private final String zh;
    private final String en;

    Effect(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** Returns its name. */
    public Text words() {
        return new Text(zh, en);
    }

    /** Returns whether it is part of what the standard changed. */
    public boolean isOfStandard() {
        return this == STRUCTURE || this == RULES || this == POINTS || this == ROUNDING;
    }
}
