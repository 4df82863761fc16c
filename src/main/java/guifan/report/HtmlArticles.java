package guifan.report;

import guifan.source.Text;
import java.io.IOException;
import java.util.List;

/** The pages of units on one page; where they are many, they are not laid out before they are asked for. */
final class HtmlArticles {

    private static final int MANY = 200;

    private HtmlArticles() {}

    /**
     * One unit and what is written about it.
     *
     * @param kind its kind, empty if that is not said
     */
    record Article(String unit, String kind, HtmlDocument.Body body) {}

    /** Returns the address of the unit at {@code index} within the page. */
    static String id(int index) {
        return "u-" + (index + 1);
    }

    static void write(List<Article> articles, Html html) throws IOException {
        if (articles.size() <= MANY) {
            for (int i = 0; i < articles.size(); i++) {
                write(id(i), articles.get(i), html);
            }
            return;
        }
        Text note = new Text(
                "各单位的页面须用脚本显示；evaluate 也可用 --unit-pages 为每个单位写一个文件",
                "The pages of units need a script; evaluate --unit-pages writes a file for each");
        html.open("noscript").element("p", note, "class", "fine").close();
        HtmlParts parts = new HtmlParts();
        for (int i = 0; i < articles.size(); i++) {
            Html page = new Html(html.language());
            write(id(i), articles.get(i), page);
            html.open(
                            "script",
                            "type",
                            "text/html",
                            "data-unit",
                            id(i),
                            "data-name",
                            articles.get(i).unit())
                    .raw(parts.add(page.toString()))
                    .close();
        }
        parts.write(html);
    }

    /** Writes one of them, with the name of the unit above it. */
    static void write(String id, Article article, Html html) throws IOException {
        html.open(
                "article",
                "id",
                id,
                "class",
                "unit",
                "data-name",
                article.unit(),
                "tabindex",
                "-1",
                "aria-labelledby",
                id + "-name");
        html.open("h3", "id", id + "-name").name(article.unit());
        if (!article.kind().isEmpty()) {
            html.text(new Text("（", " (")).name(article.kind()).text(new Text("）", ")"));
        }
        html.close();
        article.body().write(html);
        html.close();
    }
}
