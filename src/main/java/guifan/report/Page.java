package guifan.report;

import guifan.source.Language;
import guifan.source.Text;
import guifan.source.Width;
import java.io.IOException;

/** Lines of text in one language, with hostile characters made visible. */
record Page(Appendable out, Language language) {

    /** Writes a line, two blanks further in for every level. */
    void line(int level, Text text) throws IOException {
        out.append("  ".repeat(level)).append(Width.visible(text.in(language))).append('\n');
    }

    void line(int level, String zh, String en, Object... parts) throws IOException {
        line(level, Text.of(zh, en, parts));
    }

    void blank() throws IOException {
        out.append('\n');
    }
}
