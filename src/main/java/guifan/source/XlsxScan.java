package guifan.source;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import guifan.source.XlsxCells.CellFault;
import guifan.source.XlsxGuard.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

/**
 * Walks over the XML of a workbook, with the parser that reads it later, and finds what would make that reading fail,
 * take too much memory, or pass over something in silence.
 */
final class XlsxScan {

    private final CellPlace whole;
    private final Problems problems;
    private final XMLInputFactory factory = factory();
    private final Set<String> words = new HashSet<>();
    private final List<XlsxPart> parts = new ArrayList<>();

    XlsxScan(CellPlace whole, Problems problems) {
        this.whole = whole;
        this.problems = problems;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /**
     * Walks over {@code in} if it is XML.
     *
     * @throws Fault if the workbook is refused for it
     */
    void part(String name, InputStream in) throws IOException {
        in.mark(1);
        int first = in.read();
        in.reset();
        boolean mark = first == 0xEF || first == 0xFE || first == 0xFF || first == 0;
        if (first != '<' && !mark && !Character.isWhitespace(first)) {
            return;
        }
        XlsxPart part = new XlsxPart(name, words);
        parts.add(part);
        try {
            part.walk(factory.createXMLStreamReader(in));
        } catch (XMLStreamException | RuntimeException e) {
            if (e.getCause() instanceof Fault fault) {
                throw fault;
            }
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.endsWith(".xml") || lower.endsWith(".rels")) {
                throw XlsxGuard.damaged(Text.of("%s 不是正确的 XML", "%s is not well-formed XML", Width.visible(name)));
            }
        }
    }

    /** Returns whether all cells are sound, once all parts are known; otherwise it has been reported. */
    boolean finish() {
        int texts = parts.stream()
                .flatMap(part -> part.tables().stream())
                .mapToInt(this::texts)
                .min()
                .orElse(0);
        Map<String, String> names = new HashMap<>();
        Map<String, String> ids = new HashMap<>();
        parts.forEach(part -> names.putAll(part.worksheets()));
        parts.forEach(part -> ids.putAll(part.targets()));
        boolean sound = true;
        for (XlsxPart part : parts) {
            String worksheet = names.getOrDefault(ids.getOrDefault(part.name(), ""), part.name());
            for (CellFault fault : part.cells().faults(texts)) {
                CellPlace place = new CellPlace(whole.file(), worksheet, fault.row(), 0, fault.column(), "");
                problems.error("xlsx-damaged", place, fault.text());
                sound = false;
            }
        }
        return sound;
    }

    private int texts(String table) {
        return parts.stream()
                .filter(part -> part.name().equalsIgnoreCase(table))
                .mapToInt(XlsxPart::texts)
                .sum();
    }

    /** Returns whether there is a part that says how cells are formatted; small programs leave it out. */
    boolean hasStyles() {
        return parts.stream().anyMatch(XlsxPart::namesStyles);
    }
}
