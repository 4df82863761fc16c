package guifan.report;

import guifan.source.Language;
import guifan.standard.Standard;
import java.io.IOException;

/** The readable rule book of a standard, as Markdown or as a page that needs no other file. */
public final class RuleBookPage {

    private static final String STYLE = """
            body { font-family: "Noto Serif CJK SC", "Songti SC", SimSun, serif; margin: 2em auto; max-width: 62em; line-height: 1.5 }
            h1 { text-align: center; font-size: 1.5em }
            h2 { font-size: 1.2em; margin-top: 1.6em; break-after: avoid }
            table { border-collapse: collapse; width: 100%; font-size: .9em }
            th, td { border: 1px solid #888; padding: .25em .5em; text-align: left; vertical-align: top }
            th { background: #eee; white-space: nowrap }
            thead { display: table-header-group }
            tr { break-inside: avoid }
            @media print { body { margin: 0; max-width: none } @page { size: A4 landscape; margin: 15mm } }
            """;

    private RuleBookPage() {}

    /** Writes it as Markdown. */
    public static void markdown(Standard standard, Language language, Appendable out) throws IOException {
        for (Block block : RuleBook.of(standard)) {
            block.markdown(language, out);
        }
    }

    /** Writes it as HTML. */
    public static void html(Standard standard, Language language, Appendable out) throws IOException {
        out.append("<!DOCTYPE html>\n<html lang=\"")
                .append(language == Language.ZH ? "zh-CN" : "en")
                .append("\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
                .append(JunitXml.escaped(standard.identity().title()))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n");
        for (Block block : RuleBook.of(standard)) {
            block.html(language, out);
        }
        out.append("</body>\n</html>\n");
    }
}
