package guifan.report;

import guifan.source.Language;
import guifan.source.Text;
import java.io.IOException;
import java.util.List;

/** A page of views, of which the script shows one at a time; without it they stand one below the other. */
final class HtmlViews {

    private HtmlViews() {}

    /**
     * A view.
     *
     * @param id what stands behind # in the address
     */
    record View(String id, Text name, HtmlDocument.Body body) {}

    /**
     * Writes a page.
     *
     * @param head lines below the title
     */
    static void write(Text title, List<Text> head, List<View> views, Language language, Appendable out)
            throws IOException {
        HtmlDocument.write(title, true, language, out, html -> {
            html.element("a", new Text("跳到正文", "Skip to the content"), "class", "skip", "href", "#main");
            header(title, head, html);
            html.open("nav", "aria-label", html.say(new Text("目录", "Contents"))).open("ul");
            for (View view : views) {
                html.open("li")
                        .element("a", view.name(), "href", "#" + view.id())
                        .close();
            }
            html.close().close();
            html.open("main", "id", "main", "tabindex", "-1");
            for (View view : views) {
                section(view, html);
            }
            html.close();
            html.element("div", "", "id", "said", "role", "status", "aria-live", "polite", "class", "unseen");
        });
    }

    /**
     * Writes a small page without a script, where there is nothing to look through.
     *
     * @param head lines below the title
     */
    static void writePlain(Text title, List<Text> head, View view, Language language, Appendable out)
            throws IOException {
        HtmlDocument.write(title, false, language, out, html -> {
            header(title, head, html);
            html.open("main");
            section(view, html);
            html.close();
        });
    }

    /** Writes the title and what is said below it. */
    static void header(Text title, List<Text> head, Html html) {
        html.open("header").element("h1", title);
        for (Text line : head) {
            html.element("p", line, "class", "standard");
        }
        html.close();
    }

    static void section(View view, Html html) throws IOException {
        html.open("section", "id", view.id(), "class", "view", "tabindex", "-1").element("h2", view.name());
        view.body().write(html);
        html.close();
    }
}
