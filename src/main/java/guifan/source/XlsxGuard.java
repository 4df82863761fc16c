package guifan.source;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Looks a workbook over before it is read, and refuses what is damaged or would take more time or memory than a sheet
 * is worth: what the file says of its sizes is not believed.
 */
final class XlsxGuard {

    /** The most bytes that a workbook may have, packed: 50 MB. */
    static final int MOST_PACKED = 50 << 20;

    /** The most bytes that it may unpack to: 200 MB. */
    static final long MOST_UNPACKED = 200L << 20;

    /** The most bytes of a part that is neither a worksheet nor the table of texts. */
    private static final int MOST_OTHER = 16 << 20;

    private static final int MOST_TEXTS = 64 << 20;
    private static final int MOST_ENTRIES = 2_000;
    private static final int MOST_RATIO = 100;

    /** Small parts may be packed as tightly as they like. */
    private static final int RATIO_FROM = 1 << 20;

    /** The most bytes of a tag or of text without a tag in it. */
    private static final int LONGEST_TOKEN = 4 << 20;

    /** Why a workbook is refused. */
    static final class Fault extends IOException {

        private final String code;
        private final transient Text text;

        Fault(String code, Text text) {
            super(text.en());
            this.code = code;
            this.text = text;
        }

        String code() {
            return code;
        }

        Text text() {
            return text;
        }
    }

    private final CellPlace whole;
    private final byte[] content;
    private final Problems problems;
    private final XlsxScan scan;

    private XlsxGuard(InputFile file, Problems problems) {
        this.whole = new CellPlace(file.name(), "", 0, 0, 0, "");
        this.content = file.content();
        this.problems = problems;
        this.scan = new XlsxScan(whole, problems);
    }

    /** Returns what was seen of {@code file}, if it can be read; otherwise it has been reported. */
    static Optional<XlsxScan> check(InputFile file, Problems problems) {
        return new XlsxGuard(file, problems).check();
    }

    private Optional<XlsxScan> check() {
        try {
            if (content.length > MOST_PACKED) {
                throw tooLarge(Text.of((MOST_PACKED >> 20) + " MB"));
            }
            refuseManyEntries();
            try (SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel(content);
                    ZipFile zip =
                            ZipFile.builder().setSeekableByteChannel(channel).get()) {
                List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
                checkSizes(entries);
                for (ZipArchiveEntry entry : entries) {
                    unpack(zip, entry);
                }
            }
            return scan.finish() ? Optional.of(scan) : Optional.empty();
        } catch (Fault fault) {
            problems.error(fault.code, whole, fault.text);
        } catch (IOException | IllegalArgumentException e) {
            Fault fault = damaged(Text.of("压缩包不完整", "the archive is incomplete"));
            problems.error(fault.code, whole, fault.text);
        }
        return Optional.empty();
    }

    /** What is wrong with the file as a whole, and the way out. */
    static Fault damaged(Text reason) {
        return new Fault(
                "xlsx-damaged",
                Text.of(
                        "工作簿已损坏（%s）；请重新复制或下载，或在 Excel、WPS 中打开后另存为新的 .xlsx",
                        "the workbook is damaged (%s); copy or download it again, or open it in Excel or WPS and save it as a new .xlsx",
                        reason));
    }

    static Fault tooLarge(Text limit) {
        return new Fault(
                "too-large",
                Text.of(
                        "工作簿超过 %s 的上限；请只留要报送的工作表，另存为新的文件",
                        "the workbook exceeds the limit of %s; keep only the worksheets to be sent and save them as a new file",
                        limit));
    }

    private static Fault tooTight() {
        return new Fault(
                "zip-bomb",
                Text.of(
                        "压缩比超过 1:%s，不是正常保存的工作簿，拒绝读取",
                        "it is packed more tightly than 1:%s, as no spreadsheet program does; refused", MOST_RATIO));
    }

    /** Even the list of the parts takes memory, so they are counted by their marks first. */
    private void refuseManyEntries() throws Fault {
        int entries = 0;
        for (int i = 0; i + 3 < content.length; i++) {
            boolean mark = content[i] == 'P' && content[i + 1] == 'K' && content[i + 2] == 1 && content[i + 3] == 2;
            entries += mark ? 1 : 0;
        }
        if (entries > MOST_ENTRIES) {
            throw tooLarge(Text.of("%s 个部件", "%s parts", MOST_ENTRIES));
        }
    }

    private void checkSizes(List<ZipArchiveEntry> entries) throws Fault {
        long packed = 0;
        long unpacked = 0;
        Set<String> names = new HashSet<>();
        for (ZipArchiveEntry entry : entries) {
            packed += Math.max(0, entry.getCompressedSize());
            unpacked += Math.max(0, entry.getSize());
            if (!names.add(entry.getName().toLowerCase(Locale.ROOT))) {
                throw damaged(Text.of("部件重名", "two parts have the same name"));
            }
            if (entry.getSize() > RATIO_FROM && entry.getSize() / MOST_RATIO > entry.getCompressedSize()) {
                throw tooTight();
            }
        }
        if (unpacked > MOST_UNPACKED) {
            throw tooLarge(Text.of("解压后 %s MB", "%s MB unpacked", MOST_UNPACKED >> 20));
        }
        if (packed > content.length) {
            throw damaged(Text.of("部件互相重叠", "its parts overlap"));
        }
    }

    private void unpack(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        boolean packedAsUsual =
                entry.getMethod() == ZipArchiveEntry.STORED || entry.getMethod() == ZipArchiveEntry.DEFLATED;
        if (!packedAsUsual || !zip.canReadEntryData(entry)) {
            throw damaged(Text.of("压缩或加密方式不认识", "it is packed or encrypted in an unknown way"));
        }
        try (Counted counted = new Counted(zip.getInputStream(entry), entry)) {
            scan.part(entry.getName(), new BufferedInputStream(counted, 1 << 14));
            counted.finish();
        }
    }

    /** Unpacks one part, counting. */
    private static final class Counted extends FilterInputStream {

        private final ZipArchiveEntry entry;
        private final CRC32 sum = new CRC32();
        private final long most;
        private long length;
        private int token;
        private boolean draining;

        Counted(InputStream in, ZipArchiveEntry entry) {
            super(in);
            this.entry = entry;
            String name = entry.getName().toLowerCase(Locale.ROOT);
            boolean xml = name.endsWith(".xml") || name.endsWith(".rels");
            this.most = name.contains("worksheets/") || !xml
                    ? MOST_UNPACKED
                    : name.endsWith("sharedstrings.xml") ? MOST_TEXTS : MOST_OTHER;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int count) throws IOException {
            int n = super.read(bytes, from, count);
            if (n <= 0) {
                return n;
            }
            length += n;
            sum.update(bytes, from, n);
            if (length > entry.getSize()) {
                throw damaged(Text.of("部件的大小与所记不符", "a part is larger than it says"));
            }
            if (length > most) {
                throw tooLarge(Text.of("解压后 %s MB", "%s MB unpacked", most >> 20));
            }
            for (int i = from; i < from + n && !draining; i++) {
                token = bytes[i] == '<' ? 0 : token + 1;
                if (token > LONGEST_TOKEN) {
                    throw damaged(Text.of("部件中有过长的内容", "a part holds something far too long"));
                }
            }
            return n;
        }

        /** Reads to the end, and compares size and check sum with what the file says. */
        void finish() throws IOException {
            draining = true;
            byte[] rest = new byte[1 << 14];
            int read = 0;
            while (read >= 0) {
                read = read(rest, 0, rest.length);
            }
            if (length != entry.getSize() || sum.getValue() != entry.getCrc()) {
                throw damaged(Text.of("部件的校验和不对", "the check sum of a part is wrong"));
            }
        }
    }
}
