package guifan.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextDecoderTest {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String SHEET = "单位,得分\n白沙镇,90\n𠮷镇,镕€\n";

    private record Read(String text, String encoding) {}

    private final Problems problems = new Problems();

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void theEncodingIsFound(String name) {
        assertThat(decode(SHEET.getBytes(Charset.forName(name)))).contains(new Read(SHEET, name));
        assertThat(problems.all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aByteOrderMarkDecidesAndIsDropped(String name) {
        byte[] marked = ("\uFEFF" + SHEET).getBytes(Charset.forName(name));
        assertThat(decode(marked)).contains(new Read(SHEET, name));
        assertThat(decode(marked, name)).contains(new Read(SHEET, name));
    }

    @Test
    void utf16CanBeNamedWithoutSayingWhichOne() {
        assertThat(decode("\uFEFF甲".getBytes(UTF_16LE), "utf-16")).contains(new Read("甲", "UTF-16LE"));
        assertThat(decode("甲".getBytes(UTF_16BE), "UTF-16")).contains(new Read("甲", "UTF-16"));
    }

    @Test
    void theMarkOfGb18030IsDroppedToo() {
        assertThat(decode("\uFEFF单位".getBytes(GB18030))).contains(new Read("单位", "GB18030"));
    }

    @Test
    void noBytesAreNoText() {
        assertThat(decode(new byte[0])).contains(new Read("", "UTF-8"));
        assertThat(decode(bytes(0xEF, 0xBB, 0xBF))).contains(new Read("", "UTF-8"));
    }

    @Test
    void aNamedEncodingIsUsedStrictly() {
        assertThat(decode("单位".getBytes(GB18030), "gbk")).contains(new Read("单位", "GBK"));
        assertThat(decode("联通".getBytes(GB18030), "GB18030")).contains(new Read("联通", "GB18030"));
        assertThat(decode("a\n单位".getBytes(GB18030), "UTF-8")).isEmpty();
        assertRefused("encoding", 2, "UTF-8");
    }

    @Test
    void aNamedEncodingThatTheMarkContradictsIsRefused() {
        assertThat(decode("\uFEFF单位".getBytes(UTF_8), "GBK")).isEmpty();
        assertRefused("encoding", 0, "BOM");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "klingon", "utf 8", "编码"})
    void anUnknownEncodingIsRefused(String name) {
        assertThat(decode("a".getBytes(UTF_8), name)).isEmpty();
        assertRefused("encoding-name", 0, "GB18030");
    }

    @Test
    void utf16WithoutMarkIsRefusedWithTheCure() {
        assertThat(decode("单位,a\n".getBytes(UTF_16LE))).isEmpty();
        assertRefused("encoding", 0, "CSV UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1"})
    void aNulByteIsRefused(String name) {
        assertThat(decode("a\n\0".getBytes(UTF_8))).isEmpty();
        assertThat(decode("a\n\0".getBytes(UTF_8), name)).isEmpty();
        assertThat(problems.all()).extracting(Diagnostic::code).containsExactly("encoding", "character");
        assertThat(problems.all().get(1).place().words().en()).isEqualTo("a.csv:2");
    }

    @Test
    void aGbkLineInUtf8IsRefusedWithItsLine() {
        byte[] mixed = join("单位,得分\r\n白沙镇,90\r\n".getBytes(UTF_8), "三合镇".getBytes(GB18030), "\n".getBytes(UTF_8));
        assertThat(decode(mixed)).isEmpty();
        assertRefused("encoding", 3, "混杂");
    }

    @Test
    void theLineIsRightWithLoneReturns() {
        byte[] mixed = join("单位\r得分\r\r".getBytes(UTF_8), bytes(0xFF), "\r".getBytes(UTF_8));
        assertThat(decode(mixed)).isEmpty();
        assertRefused("encoding", 4, "");
    }

    @Test
    void aFileCutInsideACharacterIsRefused() {
        byte[] utf8 = SHEET.trim().getBytes(UTF_8);
        assertThat(decode(Arrays.copyOf(utf8, utf8.length - 1))).isEmpty();
        assertRefused("truncated", 3, "没有传完");
    }

    @Test
    void aGbkFileCutInsideACharacterIsRefused() {
        byte[] gbk = "单位,得分\n白沙镇".getBytes(GB18030);
        assertThat(decode(Arrays.copyOf(gbk, gbk.length - 1))).isEmpty();
        assertRefused("truncated", 2, "没有传完");
    }

    @Test
    void oddUtf16IsCut() {
        assertThat(decode(join("\uFEFF单".getBytes(UTF_16LE), bytes(0x4F)))).isEmpty();
        assertRefused("truncated", 1, "");
    }

    @Test
    void anUnpairedSurrogateIsRefused() {
        assertThat(decode(join("\uFEFF".getBytes(UTF_16LE), bytes(0x00, 0xDC, 0x41, 0x00))))
                .isEmpty();
        assertRefused("encoding", 1, "UTF-16LE");
    }

    @Test
    void latinLettersAreRefused() {
        assertThat(decode("a\ncafé,1\n".getBytes(ISO_8859_1))).isEmpty();
        assertRefused("encoding", 2, "GB18030");
    }

    @Test
    void aMarkInsideTheTextIsRefused() {
        assertThat(decode("a\nb\uFEFFc".getBytes(UTF_8))).isEmpty();
        assertRefused("character", 2, "BOM");
    }

    @Test
    void aSecondMarkIsRefused() {
        assertThat(decode("\uFEFF\uFEFFa".getBytes(UTF_8))).isEmpty();
        assertRefused("character", 1, "BOM");
    }

    @Test
    void aReplacementCharacterIsRefused() {
        assertThat(decode("单位\n白\uFFFD镇".getBytes(UTF_8))).isEmpty();
        assertRefused("character", 2, "U+FFFD");
    }

    @Test
    void longTextIsReadWhole() {
        String text = "𠮷白沙镇,1\r\n".repeat(20_000);
        assertThat(decode(text.getBytes(UTF_8))).contains(new Read(text, "UTF-8"));
        assertThat(decode(text.getBytes(GB18030))).contains(new Read(text, "GB18030"));
        assertThat(decode(join(text.getBytes(UTF_8), bytes(0xFF, 0x0A)))).isEmpty();
        assertRefused("encoding", 20_001, "");
    }

    @ParameterizedTest
    @CsvSource({
        "504B0304786C2F776F726B626F6F6B, .xlsx",
        "504B03040000, 压缩包",
        "504B03046D696D65747970656170706C69636174696F6E2F766E642E6F61736973, .ods",
        "504B0304776F72642F646F63756D656E742E786D6C, .docx",
        "1F8B0800, 压缩包",
        "D0CF11E0A1B11AE1, .xls",
        "255044462D312E, PDF",
        "3C68746D6C3E, 网页",
        "EFBBBF3C3F786D6C20, XML",
    })
    void otherFilesAreNamedForWhatTheyAre(String hex, String named) {
        assertThat(decode(java.util.HexFormat.of().parseHex(hex))).isEmpty();
        assertRefused("file-kind", 0, named);
    }

    private Optional<Read> decode(byte[] bytes) {
        return decode(bytes, null);
    }

    private Optional<Read> decode(byte[] bytes, @Nullable String encoding) {
        return TextDecoder.decode("a.csv", bytes, encoding, problems).map(decoded -> {
            assertThat(text(decoded.reader())).isEqualTo(decoded.text());
            return new Read(decoded.text(), decoded.encoding());
        });
    }

    private static String text(Reader reader) {
        try (reader) {
            StringWriter text = new StringWriter();
            reader.transferTo(text);
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertRefused(String code, int line, String words) {
        assertThat(problems.all()).hasSize(1);
        Diagnostic only = problems.all().get(0);
        assertThat(only.code()).isEqualTo(code);
        assertThat(only.place().words().zh()).isEqualTo(line == 0 ? "a.csv" : "a.csv:" + line);
        assertThat(only.message().zh()).contains(words);
    }

    private static byte[] bytes(int... values) {
        return join(Arrays.stream(values)
                .mapToObj(value -> new byte[] {(byte) value})
                .toArray(byte[][]::new));
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(joined::writeBytes);
        return joined.toByteArray();
    }
}
