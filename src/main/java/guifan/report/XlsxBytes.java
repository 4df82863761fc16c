package guifan.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;

/**
 * Makes workbooks whose bytes depend on nothing but what is in them: no clock and no hash of an object shows in them.
 * For that, the header and the footer of a page must each be set once: the library writes their parts in any order.
 */
final class XlsxBytes {

    private static final Pattern TIME = Pattern.compile("(<dcterms:(?:created|modified)[^>]*>)[^<]*");
    private static final Pattern MERGED = Pattern.compile("(<mergeCell ref=\"[A-Z0-9:]+\"/>)+");
    private static final Pattern MERGED_CELL = Pattern.compile("<mergeCell ref=\"[A-Z0-9:]+\"/>");

    private XlsxBytes() {}

    /** Fills a workbook. */
    @FunctionalInterface
    interface Content {
        void fill(Workbook workbook) throws IOException;
    }

    /** Returns the workbook that {@code content} fills. */
    static byte[] of(Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Guifan", null)) {
            content.fill(workbook);
        }
        return settled(bytes.toByteArray());
    }

    /** Returns the parts of a workbook stored as they are: other versions of Java would pack them differently. */
    private static byte[] settled(byte[] workbook) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel(workbook);
                ZipFile in = ZipFile.builder().setSeekableByteChannel(channel).get();
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipArchiveEntry part : Collections.list(in.getEntries())) {
                try (InputStream content = in.getInputStream(part)) {
                    StoredParts.store(out, part.getName(), settled(part.getName(), content.readAllBytes()));
                }
            }
        }
        return bytes.toByteArray();
    }

    /** Returns a part of the archive without the time, and with merged cells in an order of their own. */
    private static byte[] settled(String name, byte[] part) {
        boolean worksheet = name.startsWith("xl/worksheets/sheet");
        if (!worksheet && !name.equals("docProps/core.xml")) {
            return part;
        }
        String text = new String(part, StandardCharsets.UTF_8);
        String settled = worksheet
                ? MERGED.matcher(text).replaceFirst(found -> sorted(found.group()))
                : TIME.matcher(text).replaceAll("$1" + StoredParts.ALWAYS + ":00Z");
        return settled.getBytes(StandardCharsets.UTF_8);
    }

    private static String sorted(String merged) {
        return String.join(
                "",
                MERGED_CELL
                        .matcher(merged)
                        .results()
                        .map(MatchResult::group)
                        .sorted()
                        .toList());
    }
}
