package guifan.source;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a file really is, whatever its name says. */
public enum FileKind {
    TEXT("文本", "text", "请用 CSV 文件", "give a CSV file"),
    WORKBOOK(
            "Excel 工作簿（.xlsx）",
            "an Excel workbook (.xlsx)",
            "请把文件名改为 .xlsx，或另存为“CSV UTF-8（逗号分隔）”",
            "name it .xlsx, or save it as \"CSV UTF-8 (comma delimited)\""),
    OLD_WORKBOOK(
            "旧版 Excel（.xls）、WPS（.et）或加了密码的工作簿",
            "an old Excel (.xls), WPS (.et) or password-protected workbook",
            "请在 Excel 或 WPS 中打开，不设密码，另存为 .xlsx",
            "open it in Excel or WPS and save it as .xlsx without a password"),
    OTHER_OFFICE("别的办公文档（.ods、.docx 等）", "another office document (.ods, .docx …)", "请另存为 .xlsx", "save it as .xlsx"),
    ARCHIVE("压缩包", "an archive", "请先解压", "unpack it first"),
    PDF("PDF 文件", "a PDF file", "请用原来的表格文件", "give the spreadsheet it was made from"),
    MARKUP(
            "网页或 XML 文件（常见于从网上系统导出的“表格”）",
            "a web page or XML file (as web systems export for a spreadsheet)",
            "请在 Excel 或 WPS 中打开，另存为 .xlsx",
            "open it in Excel or WPS and save it as .xlsx");

    private static final int LOOKED_AT = 1 << 16;

    private final String zhWords;
    private final String enWords;
    private final String zhCure;
    private final String enCure;

    FileKind(String zhWords, String enWords, String zhCure, String enCure) {
        this.zhWords = zhWords;
        this.enWords = enWords;
        this.zhCure = zhCure;
        this.enCure = enCure;
    }

    /** Returns the kind of what begins with the well-known bytes of a kind, otherwise {@link #TEXT}. */
    public static FileKind of(byte[] content) {
        String start = latin(content, 0);
        if (start.startsWith("PK\003\004") || start.startsWith("PK\005\006")) {
            String names = start + latin(content, content.length - LOOKED_AT);
            boolean office = names.contains("mimetypeapplication/vnd.oasis")
                    || names.contains("word/document.xml")
                    || names.contains("ppt/presentation.xml");
            return names.contains("xl/") ? WORKBOOK : office ? OTHER_OFFICE : ARCHIVE;
        }
        if (start.startsWith("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")) {
            return OLD_WORKBOOK;
        }
        if (start.startsWith("\u001F\u008B\b") || start.startsWith("Rar!\032") || start.startsWith("7z\u00BC\u00AF")) {
            return ARCHIVE;
        }
        if (start.startsWith("%PDF-")) {
            return PDF;
        }
        return isMarkup(start) ? MARKUP : TEXT;
    }

    private static boolean isMarkup(String start) {
        String text = (start.startsWith("\u00EF\u00BB\u00BF") ? start.substring(3) : start).stripLeading();
        String head = text.substring(0, Math.min(text.length(), 20)).toLowerCase(Locale.ROOT);
        return head.startsWith("<?xml")
                || head.startsWith("<!doctype")
                || head.startsWith("<html")
                || head.startsWith("<table")
                || head.startsWith("mime-version:");
    }

    private static String latin(byte[] content, int from) {
        int start = Math.max(from, 0);
        return new String(content, start, Math.min(LOOKED_AT, content.length - start), StandardCharsets.ISO_8859_1);
    }

    /** Returns what it is, to stand after "this is". */
    public Text words() {
        return new Text(zhWords, enWords);
    }

    /** Returns how to make a sheet of it. */
    public Text cure() {
        return new Text(zhCure, enCure);
    }
}
