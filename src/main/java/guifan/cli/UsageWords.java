package guifan.cli;

import guifan.source.Text;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line. */
final class UsageWords {

    private UsageWords() {}

    static Text of(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().get(0);
            List<String> near = unmatched.getSuggestions();
            return Text.of("不认识“%s”", "\"%s\" is not understood", word)
                    .plus(near.isEmpty() ? Text.of("") : Text.of("，是否应为“%s”？", ", did you mean \"%s\"?", near.get(0)));
        }
        if (wrong instanceof MissingParameterException missing) {
            List<String> names =
                    missing.getMissing().stream().map(UsageWords::missing).toList();
            return Text.of("缺少参数：%s", "missing: %s", Text.list(names));
        }
        if (wrong instanceof OverwrittenOptionException twice) {
            return Text.of("选项 %s 写了两次", "option %s is given twice", name(twice.getOverwritten()));
        }
        ArgSpec about = wrong.getArgSpec();
        if (about != null && wrong.getValue() != null) {
            return Text.of("%s 不能是“%s”，应为：", "%s cannot be \"%s\", expected ", name(about), wrong.getValue())
                    .plus(expected(about));
        }
        return Text.of(String.valueOf(wrong.getMessage()));
    }

    private static String missing(ArgSpec argument) {
        return argument.isOption() ? name(argument) + " " + argument.paramLabel() : argument.paramLabel();
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static Text expected(ArgSpec argument) {
        Class<?> type = argument.type();
        if (type.isEnum()) {
            List<String> words = Arrays.stream(type.getEnumConstants())
                    .map(word -> word.toString().toLowerCase(Locale.ROOT))
                    .toList();
            return new Text(String.join("、", words) + " 之一", "one of " + String.join(", ", words));
        }
        if (type == LocalDate.class) {
            return Text.of("日期，如 2019-06-30", "a date such as 2019-06-30");
        }
        if (type == Charset.class) {
            return Text.of("UTF-8、GB18030、GBK、UTF-16 之一", "one of UTF-8, GB18030, GBK, UTF-16");
        }
        return Text.of("整数", "a whole number");
    }
}
