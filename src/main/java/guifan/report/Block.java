package guifan.report;

import guifan.source.Language;
import guifan.source.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A part of a page that is laid out as Markdown and as HTML. */
sealed interface Block {

    void markdown(Language language, Appendable out) throws IOException;

    void html(Language language, Appendable out) throws IOException;

    /** A heading; the one of the whole page is of level 1. */
    record Heading(int level, Text words) implements Block {

        @Override
        public void markdown(Language language, Appendable out) throws IOException {
            out.append("#".repeat(level)).append(' ').append(MarkdownReport.escaped(words.in(language)));
            out.append("\n\n");
        }

        @Override
        public void html(Language language, Appendable out) throws IOException {
            element("h" + level, words.in(language), out);
            out.append('\n');
        }
    }

    /** A paragraph. */
    record Line(Text words) implements Block {

        @Override
        public void markdown(Language language, Appendable out) throws IOException {
            out.append(MarkdownReport.escaped(words.in(language))).append("\n\n");
        }

        @Override
        public void html(Language language, Appendable out) throws IOException {
            element("p", words.in(language), out);
            out.append('\n');
        }
    }

    /** A table with its header. */
    record Table(List<Text> header, List<List<Text>> rows) implements Block {

        public Table {
            header = List.copyOf(header);
            rows = List.copyOf(rows);
        }

        @Override
        public void markdown(Language language, Appendable out) throws IOException {
            List<List<String>> all = new ArrayList<>();
            all.add(header.stream().map(cell -> cell.in(language)).toList());
            rows.forEach(
                    row -> all.add(row.stream().map(cell -> cell.in(language)).toList()));
            MarkdownReport.table(all, out);
            out.append('\n');
        }

        @Override
        public void html(Language language, Appendable out) throws IOException {
            out.append("<table>\n<thead><tr>");
            for (Text cell : header) {
                element("th", cell.in(language), out);
            }
            out.append("</tr></thead>\n<tbody>\n");
            for (List<Text> row : rows) {
                out.append("<tr>");
                for (Text cell : row) {
                    element("td", cell.in(language), out);
                }
                out.append("</tr>\n");
            }
            out.append("</tbody>\n</table>\n");
        }
    }

    private static void element(String name, String words, Appendable out) throws IOException {
        out.append('<').append(name).append('>').append(JunitXml.escaped(words));
        out.append("</").append(name).append('>');
    }
}
