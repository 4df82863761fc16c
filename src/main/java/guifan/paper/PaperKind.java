package guifan.paper;

import guifan.source.Text;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The papers, in the order of making; each has a template of its name. */
public enum PaperKind {
    NOTICE("通报"),
    SUMMARY("成绩汇总表"),
    REPORT("向市委的报告"),
    NEAR("临界与争议清单"),
    REDUCTIONS("核减清单"),
    YEARS("年度对比"),
    REVISION("修订对照表"),
    REMINDER("整改提醒函"),
    FEEDBACK("反馈函"),
    DETAILS("得分明细"),
    REPLY("复核答复");

    private final String title;

    PaperKind(String title) {
        this.title = title;
    }

    /** Returns the word by which the command line and templates name it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns what its file is called. */
    Text title() {
        return new Text(title, word());
    }

    /** Returns the paper that {@code word} names, in English or in Chinese. */
    public static Optional<PaperKind> ofWord(String word) {
        return Arrays.stream(values())
                .filter(one -> one.word().equals(word) || one.title.equals(word))
                .findFirst();
    }

    /** Returns the words of all papers, for messages. */
    public static Text words() {
        return Text.join(
                Arrays.stream(values())
                        .map(one -> Text.of("%s（%s）", "%s (%s)", one.word(), one.title))
                        .toList(),
                "、",
                ", ");
    }
}
