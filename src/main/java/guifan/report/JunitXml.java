package guifan.report;

import guifan.proof.Trial;
import guifan.proof.Verdict;
import guifan.source.Language;
import java.util.List;

/** The tests of standards in the XML that build servers read: a suite for each standard, a case for each case. */
public final class JunitXml {

    private JunitXml() {}

    /** Returns the document. It holds no times, so that the same tests give the same bytes. */
    public static String of(List<Trial> trials, Language language) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
        for (Trial trial : trials) {
            xml.append("  <testsuite name=\"")
                    .append(escaped(trial.suite().standard()))
                    .append("\" tests=\"")
                    .append(trial.verdicts().size())
                    .append("\" failures=\"")
                    .append(trial.failed())
                    .append("\" errors=\"0\" skipped=\"0\">\n");
            trial.verdicts().forEach(verdict -> write(trial, verdict, language, xml));
            xml.append("  </testsuite>\n");
        }
        return xml.append("</testsuites>\n").toString();
    }

    private static void write(Trial trial, Verdict verdict, Language language, StringBuilder xml) {
        xml.append("    <testcase classname=\"")
                .append(escaped(trial.suite().standard()))
                .append("\" name=\"")
                .append(escaped(verdict.tested().name()))
                .append('"');
        if (verdict.isPassed()) {
            xml.append("/>\n");
            return;
        }
        List<String> lines = TrialPage.failures(verdict).stream()
                .map(line -> line.in(language))
                .toList();
        xml.append(">\n      <failure message=\"")
                .append(escaped(lines.get(0)))
                .append("\">")
                .append(escaped(String.join("\n", lines)))
                .append("</failure>\n    </testcase>\n");
    }

    /** Returns {@code text} with the characters that XML takes for its own, and without those that it refuses. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\n' -> escaped.append("&#10;");
                default -> escaped.appendCodePoint(isAllowed(point) ? point : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean isAllowed(int point) {
        boolean control = point < 0x20 && point != '\t';
        boolean surrogate = point >= 0xD800 && point <= 0xDFFF;
        return !control && !surrogate && point != 0xFFFE && point != 0xFFFF;
    }
}
