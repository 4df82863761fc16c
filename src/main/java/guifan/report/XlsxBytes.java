package guifan.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Enumeration;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;

/**
 * Makes workbooks whose bytes depend on nothing but what is in them: no clock and no hash of an object shows in them.
 * For that, the header and the footer of a page must each be set once: the library writes their parts in any order.
 */
final class XlsxBytes {

    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final Pattern CREATED = Pattern.compile("(<dcterms:(created|modified)[^>]*>)[^<]*(</)");
    private static final Pattern MERGED = Pattern.compile("(<mergeCell ref=\"[A-Z0-9:]+\"/>)+");
    private static final Pattern MERGED_CELL = Pattern.compile("<mergeCell ref=\"[A-Z0-9:]+\"/>");
    private static final String CREATED_THEN = "$12000-01-01T00:00:00Z$3";

    private XlsxBytes() {}

    /** Fills a workbook. */
    @FunctionalInterface
    interface Content {
        void fill(Workbook workbook) throws IOException;
    }

    /** Returns the workbook that {@code content} fills. */
    static byte[] of(Content content) throws IOException {
        // The library writes sizes behind the entries, which java.util.zip reads from a file only.
        Path file = Files.createTempFile("guifan-", ".tmp");
        try {
            try (Workbook workbook = new Workbook(Files.newOutputStream(file), "Guifan", "1.0")) {
                content.fill(workbook);
            }
            return withoutTimes(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static byte[] withoutTimes(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile zip = new ZipFile(file.toFile());
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(ENTRY_TIME);
                out.putNextEntry(copy);
                try (InputStream in = zip.getInputStream(entry)) {
                    out.write(settled(entry.getName(), in.readAllBytes()));
                }
                out.closeEntry();
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
                : CREATED.matcher(text).replaceAll(CREATED_THEN);
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
