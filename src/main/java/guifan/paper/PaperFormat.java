package guifan.paper;

import guifan.paper.Paper.Block;
import guifan.paper.Paper.Style;
import guifan.report.MarkdownReport;
import guifan.source.Language;
import guifan.source.Text;
import guifan.source.Width;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What papers are written as. */
public enum PaperFormat {
    MD("md") {
        @Override
        byte[] write(Paper paper, Language language) throws IOException {
            StringBuilder out = new StringBuilder();
            for (Block block : paper.blocks()) {
                out.append(out.isEmpty() ? "" : "\n");
                if (block.isTable()) {
                    MarkdownReport.table(block.rows(), out);
                } else {
                    String mark = block.style() == Style.TITLE ? "# " : block.style() == Style.HEADING ? "## " : "";
                    out.append(mark)
                            .append(MarkdownReport.escaped(block.words()))
                            .append('\n');
                }
            }
            return bytes(out);
        }
    },
    HTML("html") {
        @Override
        byte[] write(Paper paper, Language language) {
            StringBuilder out = new StringBuilder(HEAD.replace("{lang}", language == Language.ZH ? "zh-CN" : "en")
                    .replace("{title}", html(paper.title())));
            for (Block block : paper.blocks()) {
                if (block.isTable()) {
                    table(block.rows(), out);
                    continue;
                }
                String tag = block.style() == Style.TITLE ? "h1" : block.style() == Style.HEADING ? "h2" : "p";
                String kind = tag.equals("p") && block.style() != Style.BODY
                        ? " class=\"" + block.style().name().toLowerCase(Locale.ROOT) + "\""
                        : "";
                out.append("<").append(tag).append(kind).append(">").append(html(block.words()));
                out.append("</").append(tag).append(">\n");
            }
            return bytes(out.append("</body>\n</html>\n"));
        }
    },
    DOCX("docx") {
        @Override
        byte[] write(Paper paper, Language language) throws IOException {
            return Docx.of(paper, language);
        }
    };

    /**
     * A4 with the margins of GB/T 9704–2012 (37, 26, 35 and 28 mm from the top clockwise), 三号 (16 pt) on lines of 28
     * pt, the first line of a paragraph indented by two signs.
     */
    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="{lang}">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>{title}</title>
            <style>
            @page { size: A4; margin: 37mm 26mm 35mm 28mm; }
            body { max-width: 156mm; margin: 0 auto; font: 16pt/28pt 仿宋_GB2312, FangSong, STFangsong, "Noto Serif CJK SC", serif; }
            h1 { font: 22pt/32pt 方正小标宋简体, 小标宋, SimSun, "Noto Serif CJK SC", serif; text-align: center; }
            h2 { font: 16pt/28pt 黑体, SimHei, "Noto Sans CJK SC", sans-serif; text-indent: 2em; }
            p { text-indent: 2em; margin: 0; }
            p.flush { text-indent: 0; }
            p.right { text-indent: 0; text-align: right; }
            p.letterhead { text-indent: 0; text-align: center; color: #f00; font: 30pt/45pt 方正小标宋简体, 小标宋, SimSun, "Noto Serif CJK SC", serif; }
            p.letterhead + p.right { text-align: center; border-bottom: 1.5pt solid #f00; padding-bottom: 8pt; }
            table { border-collapse: collapse; width: 100%; font-size: 10.5pt; line-height: 1.4; margin: 8pt 0; }
            thead { display: table-header-group; }
            tr { break-inside: avoid; }
            th, td { border: 0.5pt solid #000; padding: 2pt 4pt; text-align: left; }
            </style>
            </head>
            <body>
            """;

    private final String word;

    PaperFormat(String word) {
        this.word = word;
    }

    /** Returns {@code paper} in this format. */
    abstract byte[] write(Paper paper, Language language) throws IOException;

    /** Returns the word by which the command line names it, which files end in too. */
    public String word() {
        return word;
    }

    /** Returns the format that {@code word} names. */
    public static Optional<PaperFormat> ofWord(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }

    /** Returns the words of all formats, for messages. */
    public static Text words() {
        return Text.join(
                Arrays.stream(values()).map(format -> Text.of(format.word)).toList(), "、", ", ");
    }

    private static byte[] bytes(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void table(List<List<String>> rows, StringBuilder out) {
        out.append("<table>\n");
        for (int i = 0; i < rows.size(); i++) {
            String cell = i == 0 ? "th" : "td";
            out.append(i == 0 ? "<thead><tr>" : i == 1 ? "<tbody>\n<tr>" : "<tr>");
            for (String words : rows.get(i)) {
                out.append("<").append(cell).append(">").append(html(words));
                out.append("</").append(cell).append(">");
            }
            out.append(i == 0 ? "</tr></thead>\n" : "</tr>\n");
        }
        out.append(rows.size() > 1 ? "</tbody>\n</table>\n" : "</table>\n");
    }

    private static String html(String text) {
        return Width.visible(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
