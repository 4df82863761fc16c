package guifan.report;

import guifan.source.Language;
import guifan.source.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/**
 * A page in one file: style and script stand in it, and it may load nothing. All that is allowed to run is its one
 * script, by its hash.
 */
final class HtmlDocument {

    private static final String CHARTS = "/META-INF/resources/webjars/echarts/5.5.0/echarts.min.js";

    private HtmlDocument() {}

    /** What a page holds. */
    interface Body {
        void write(Html html) throws IOException;
    }

    /**
     * Writes a page.
     *
     * @param scripted whether it has charts and can be searched; otherwise there is no script in it
     */
    static void write(Text title, boolean scripted, Language language, Appendable out, Body body) throws IOException {
        Html html = new Html(language);
        String script = scripted ? script() : "";
        String allowed = scripted ? "script-src 'sha256-" + hash(script) + "'; " : "";
        html.raw("<!DOCTYPE html>\n")
                .open("html", "lang", language == Language.ZH ? "zh-CN" : "en")
                .open("head")
                .single("meta", "charset", "utf-8")
                .single(
                        "meta",
                        "http-equiv",
                        "Content-Security-Policy",
                        "content",
                        "default-src 'none'; " + allowed
                                + "style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'")
                .single("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .single("meta", "name", "color-scheme", "content", "light")
                .single("link", "rel", "icon", "href", "data:,")
                .element("title", title)
                .open("style")
                .raw(resource("html/report.css"))
                .close()
                .close()
                .open("body", "class", scripted ? "scripted" : "plain");
        body.write(html);
        if (scripted) {
            words(html);
            html.open("script").raw(script).close();
        }
        html.close().close();
        out.append(html.toString());
    }

    /** What the script says. */
    private static void words(Html html) {
        html.open("div", "id", "words", "hidden", "");
        word(html, "search", "查找", "Search");
        word(html, "found", "共 {} 行", "{} rows");
        word(html, "page", "第 {} 页，共 {} 页", "Page {} of {}");
        word(html, "previous", "上一页", "Previous page");
        word(html, "next", "下一页", "Next page");
        word(html, "before", "上一个单位", "Previous unit");
        word(html, "after", "下一个单位", "Next unit");
        word(html, "choose", "选择单位", "Choose a unit");
        word(html, "print", "打印本单位", "Print this unit");
        word(html, "sorted", "已按“{}”排序", "Sorted by {}");
        word(html, "sum", "增减", "change");
        word(html, "more", "只画前 {} 项，其余见表", "The first {} are drawn; the others are in the table");
        html.close();
    }

    private static void word(Html html, String name, String zh, String en) {
        html.element("span", new Text(zh, en), "data-word", name);
    }

    private static String script() throws IOException {
        return "\n/*\n" + resource("html/NOTICE-echarts.txt") + "*/\n" + resource(CHARTS) + "\n"
                + resource("html/charts.js") + resource("html/report.js");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(HtmlDocument.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        }
    }

    private static String hash(String script) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
