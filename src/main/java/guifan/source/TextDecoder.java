package guifan.source;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes text of bytes, in the encoding they are in; what is not certain is refused, nothing is ever replaced.
 *
 * <p>Without a name, the byte order mark decides, then strict UTF-8, then strict GB18030, of which GBK and GB2312 are
 * parts. What is UTF-8 for the most part is not taken for GB18030, which would read it as nonsense without complaint.
 */
public final class TextDecoder {

    private record Mark(Charset charset, int length) {}

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Text CURE = Text.of(
            "请在 Excel 或 WPS 中另存为“CSV UTF-8（逗号分隔）”", "save it as \"CSV UTF-8 (comma delimited)\" in Excel or WPS");

    private final SourceText source;
    private final byte[] bytes;
    private final Problems problems;

    private TextDecoder(String file, byte[] bytes, Problems problems) {
        this.source = SourceText.of(file, "");
        this.bytes = bytes;
        this.problems = problems;
    }

    /**
     * Returns the text of {@code bytes}, in the encoding named or, without a name, the one they are in; empty if
     * refused.
     */
    public static Optional<Decoded> decode(
            String file, byte[] bytes, @Nullable String encodingName, Problems problems) {
        TextDecoder decoder = new TextDecoder(file, bytes, problems);
        FileKind kind = FileKind.of(bytes);
        if (kind != FileKind.TEXT) {
            return decoder.refuse(
                    "file-kind", 0, Text.of("不是 CSV，实际是%s；%s", "not CSV, but %s; %s", kind.words(), kind.cure()));
        }
        return encodingName == null ? decoder.detected() : decoder.named(encodingName);
    }

    private Optional<Decoded> detected() {
        Optional<Mark> mark = mark();
        if (mark.isPresent()) {
            return strictly(mark.get().charset(), mark.get().length());
        }
        if (hasNul()) {
            return refuse(
                    "encoding",
                    0,
                    Text.of(
                            "含有 NUL 字节：是没有 BOM 的 UTF-16，或者不是文本；%s",
                            "contains NUL bytes: UTF-16 without a byte order mark, or no text; %s", CURE));
        }
        TextScan utf8 = TextScan.of(bytes, 0, StandardCharsets.UTF_8);
        if (utf8.isSound() || isMostlyUtf8()) {
            return taken(StandardCharsets.UTF_8, 0, utf8);
        }
        TextScan gb18030 = TextScan.of(bytes, 0, GB18030);
        return gb18030.isSound() || gb18030.isCut()
                ? taken(GB18030, 0, gb18030)
                : refuse(
                        "encoding",
                        gb18030.line(),
                        Text.of("既不是 UTF-8，也不是 GB18030（GBK）；%s", "neither UTF-8 nor GB18030 (GBK); %s", CURE));
    }

    private Optional<Decoded> named(String name) {
        Charset charset;
        try {
            charset = Charset.forName(name.strip());
        } catch (IllegalArgumentException unknown) {
            Text message = Text.of(
                    "没有名为“%s”的编码；常用的有 UTF-8、GB18030、GBK、UTF-16",
                    "no encoding is named \"%s\"; common ones are UTF-8, GB18030, GBK, UTF-16", Width.visible(name));
            return refuse("encoding-name", 0, message);
        }
        Optional<Mark> mark = mark();
        if (mark.isEmpty()) {
            return strictly(charset, 0);
        }
        Charset marked = mark.get().charset();
        if (charset.equals(marked)
                || (charset.equals(StandardCharsets.UTF_16) && !marked.equals(StandardCharsets.UTF_8))) {
            return strictly(marked, mark.get().length());
        }
        Text message = Text.of(
                "指定的编码是 %s，但文件开头的 BOM 表明是 %s",
                "the encoding was said to be %s, but the byte order mark says %s", charset.name(), marked.name());
        return refuse("encoding", 0, message);
    }

    private Optional<Decoded> strictly(Charset charset, int from) {
        return taken(charset, from, TextScan.of(bytes, from, charset));
    }

    private Optional<Decoded> taken(Charset charset, int from, TextScan scan) {
        if (scan.isCut()) {
            return refuse(
                    "truncated",
                    scan.line(),
                    Text.of(
                            "文件在一个字符的中间结束：没有传完，或编码不是 %s",
                            "the file ends in the middle of a character: it is truncated, or not in %s",
                            charset.name()));
        }
        if (!scan.isSound()) {
            return refuse(
                    "encoding",
                    scan.line(),
                    Text.of(
                            "这一行不是 %s，以上各行是：编码混杂或弄错；%s",
                            "this line is not in %s, those above it are: encodings are mixed, or it is another one; %s",
                            charset.name(),
                            CURE));
        }
        if (scan.hasOdd()) {
            return refuse("character", scan.oddLine(), odd(scan.odd()));
        }
        return Optional.of(new Decoded(bytes, from, charset, scan));
    }

    private static Text odd(int point) {
        String code = String.format(Locale.ROOT, "U+%04X", point);
        return switch (point) {
            case 0 -> Text.of("含有 NUL 字符（%s），不是文本", "contains the character NUL (%s), this is no text", code);
            case 0xFEFF ->
                Text.of(
                        "文中有 BOM（%s），多半是几个文件拼在一起；请删去",
                        "a byte order mark (%s) inside the text, as when files are joined; delete it", code);
            default ->
                Text.of(
                        "含有替换字符（%s）：文字在以前某次转换中已经损坏",
                        "contains the replacement character (%s): the text was damaged by an earlier conversion", code);
        };
    }

    private Optional<Mark> mark() {
        List<Mark> marks = List.of(
                new Mark(StandardCharsets.UTF_8, 3),
                new Mark(StandardCharsets.UTF_16LE, 2),
                new Mark(StandardCharsets.UTF_16BE, 2));
        return marks.stream()
                .filter(mark -> {
                    ByteBuffer wanted = mark.charset().encode("\uFEFF");
                    return bytes.length >= mark.length()
                            && ByteBuffer.wrap(bytes, 0, mark.length()).equals(wanted);
                })
                .findFirst();
    }

    private boolean hasNul() {
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether at least as many bytes belong to well-formed characters of three or four bytes as do not. */
    private boolean isMostlyUtf8() {
        long good = 0;
        long bad = 0;
        for (int i = 0; i < bytes.length; i++) {
            int length = lengthOfCharacter(i);
            if (length > 2) {
                good++;
                i += length - 1;
            } else if (bytes[i] < 0) {
                bad++;
            }
        }
        return good > 0 && good * 3 >= bad;
    }

    private int lengthOfCharacter(int at) {
        int lead = bytes[at] & 0xFF;
        int length = lead >= 0xE0 && lead <= 0xEF ? 3 : lead >= 0xF0 && lead <= 0xF4 ? 4 : 1;
        for (int i = at + 1; i < at + length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xC0) != 0x80) {
                return 1;
            }
        }
        return length;
    }

    private Optional<Decoded> refuse(String code, int line, Text message) {
        problems.error(code, new Location(source, line, 0, 0), message);
        return Optional.empty();
    }
}
