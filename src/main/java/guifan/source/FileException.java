package guifan.source;

import java.io.IOException;

/** A file that cannot be used for a reason that the user is told in both languages. */
public final class FileException extends IOException {

    private static final long serialVersionUID = 1;

    private final transient Text text;

    private FileException(Text text) {
        super(text.en());
        this.text = text;
    }

    /** Returns that {@code file} is a folder. */
    public static FileException folder(String file) {
        return new FileException(Text.of("是文件夹，不是文件：%s", "a folder and not a file: %s", file));
    }

    /** Returns that there are no sheets in {@code folder}. */
    public static FileException noSheets(String folder) {
        return new FileException(
                Text.of("文件夹里没有填报表（.csv、.xlsx）：%s", "no sheets (.csv, .xlsx) in this folder: %s", folder));
    }

    /** Returns that there is no such folder. */
    public static FileException noFolder(String folder) {
        return new FileException(Text.of("没有这个文件夹：%s", "no such folder: %s", folder));
    }

    /** Returns that {@code folder} is no archive, for it holds {@code file}, and is left as it is. */
    public static FileException noArchive(String folder, String file) {
        return new FileException(Text.of(
                "%s 不是年度存档，里面有 %s，没有写入；请移走其中的文件，或在计划的 archive 里换一个位置",
                "%s is no archive of a year and holds %s, nothing was written; move what is in it, or name another"
                        + " place in the plan's archive",
                folder,
                file));
    }

    /** Returns that {@code file} changed while it was used. */
    public static FileException changed(String file) {
        return new FileException(Text.of("运行期间文件被改动：%s", "the file was changed meanwhile: %s", file));
    }

    /** Returns that {@code file} is there and could not be replaced, and that nothing was written. */
    public static FileException notReplaced(String file, IOException why) {
        FileException exception = new FileException(Text.of(
                "不能替换 %s；如在 Excel 或 WPS 中打开，请先关闭（全部文件都没有改动）",
                "cannot replace %s; close it if it is open in Excel or WPS (no file was changed)", file));
        exception.initCause(why);
        return exception;
    }

    /** Returns what is wrong, with the file. */
    public Text text() {
        return text;
    }
}
