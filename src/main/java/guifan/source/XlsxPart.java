package guifan.source;

import guifan.source.XlsxGuard.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** One part of a workbook while {@link XlsxScan} walks over it. */
final class XlsxPart {

    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final int MOST_TEXTS = 1_000_000;
    private static final int MOST_WORDS = 10_000;
    private static final int DEEPEST = 64;
    private static final int LONGEST_TEXT = 1 << 20;

    private final String name;
    private final Set<String> words;
    private final Map<String, String> worksheets = new HashMap<>();
    private final Map<String, String> targets = new HashMap<>();
    private final List<String> tables = new ArrayList<>();
    private final XlsxCells cells = new XlsxCells();
    private final StringBuilder value = new StringBuilder();
    private boolean inCells;
    private boolean inValue;
    private boolean inTexts;
    private boolean styles;
    private int texts;
    private int length;

    /**
     * Starts a part.
     *
     * @param words the names in the XML of all parts that were met so far
     */
    XlsxPart(String name, Set<String> words) {
        this.name = name;
        this.words = words;
    }

    String name() {
        return name;
    }

    /** Returns the names of the worksheets by the ids of their parts, if this is the part that lists them. */
    Map<String, String> worksheets() {
        return worksheets;
    }

    /** Returns the ids of other parts by where they are. */
    Map<String, String> targets() {
        return targets;
    }

    /** Returns whether this part says where the formats of cells are kept. */
    boolean namesStyles() {
        return styles;
    }

    /** Returns the names of the parts that hold the texts, if this is the part that says so. */
    List<String> tables() {
        return tables;
    }

    /** Returns how many texts are here for cells to refer to. */
    int texts() {
        return texts;
    }

    /** Returns what its cells are, if it is a worksheet. */
    XlsxCells cells() {
        return cells;
    }

    /**
     * Walks over {@code xml} to its end.
     *
     * @throws Fault if the workbook is refused for it
     */
    void walk(XMLStreamReader xml) throws XMLStreamException, Fault {
        int depth = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    if (depth > DEEPEST) {
                        throw XlsxGuard.damaged(Text.of("XML 嵌套过深", "XML nested too deeply"));
                    }
                    if (depth == 1) {
                        root(xml);
                    }
                    learn(xml);
                    start(xml);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    end(xml.getLocalName());
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text(xml);
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new Fault(
                            "xlsx-dtd",
                            Text.of(
                                    "%s 中有 DTD 或外部实体，正常的工作簿没有，拒绝读取",
                                    "%s has a DTD or external entities, as no sound workbook has; refused",
                                    Width.visible(name)));
                case XMLStreamConstants.PROCESSING_INSTRUCTION -> learn(xml.getPITarget());
                default -> {
                    // Comments say nothing.
                }
            }
        }
    }

    private void learn(XMLStreamReader xml) throws Fault {
        learn(xml.getLocalName());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            learn(xml.getAttributeLocalName(i));
        }
        for (int i = 0; i < xml.getNamespaceCount(); i++) {
            learn(xml.getNamespacePrefix(i));
        }
    }

    /** The parser keeps every name for good. */
    private void learn(@Nullable String word) throws Fault {
        if (word != null && words.add(word) && words.size() > MOST_WORDS) {
            throw XlsxGuard.damaged(Text.of("XML 中的名称过多", "too many names in the XML"));
        }
    }

    private void text(XMLStreamReader xml) throws Fault {
        if (!inCells && !inTexts) {
            return;
        }
        length += xml.getTextLength();
        if (length > LONGEST_TEXT) {
            throw XlsxGuard.damaged(Text.of("%s 中有过长的文字", "a text in %s is far too long", Width.visible(name)));
        }
        if (inValue && value.length() <= XlsxCells.LONGEST_NUMBER) {
            value.append(xml.getText());
        }
    }

    private void root(XMLStreamReader xml) throws Fault {
        inTexts = xml.getLocalName().equals("sst");
        if (STRICT.equals(xml.getNamespaceURI())) {
            throw new Fault(
                    "xlsx-strict",
                    Text.of(
                            "是“Strict Open XML 电子表格”；请另存为“Excel 工作簿（*.xlsx）”",
                            "is a \"Strict Open XML Spreadsheet\"; save it as \"Excel Workbook (*.xlsx)\""));
        }
    }

    private void start(XMLStreamReader xml) throws Fault {
        switch (xml.getLocalName()) {
            case "sheetData" -> {
                inCells = true;
                cells.start();
            }
            case "row" -> {
                if (inCells) {
                    cells.row(xml.getAttributeValue(null, "r"));
                }
            }
            case "c" -> {
                length = 0;
                if (inCells) {
                    cells.cell(xml.getAttributeValue(null, "r"), xml.getAttributeValue(null, "t"));
                }
            }
            case "v" -> {
                inValue = inCells;
                value.setLength(0);
            }
            case "si" -> {
                length = 0;
                texts += inTexts ? 1 : 0;
                if (texts > MOST_TEXTS) {
                    throw XlsxGuard.damaged(Text.of("文字超过 %s 条", "more than %s texts", MOST_TEXTS));
                }
            }
            case "Override" -> {
                String kind = xml.getAttributeValue(null, "ContentType");
                String part = xml.getAttributeValue(null, "PartName");
                styles |= (TYPE + "styles+xml").equals(kind);
                if (part != null && (TYPE + "sharedStrings+xml").equals(kind)) {
                    tables.add(part.startsWith("/") ? part.substring(1) : part);
                }
            }
            case "sheet" ->
                put(worksheets, xml.getAttributeValue(RELATIONSHIPS, "id"), xml.getAttributeValue(null, "name"));
            case "Relationship" -> {
                String target = xml.getAttributeValue(null, "Target");
                String path = target == null ? null : target.startsWith("/") ? target.substring(1) : "xl/" + target;
                put(targets, path, xml.getAttributeValue(null, "Id"));
            }
            default -> {
                // Nothing that the reader looks at.
            }
        }
    }

    private static void put(Map<String, String> map, @Nullable String key, @Nullable String text) {
        if (key != null && text != null) {
            map.putIfAbsent(key, text);
        }
    }

    private void end(String element) {
        if (element.equals("sheetData")) {
            inCells = false;
        } else if (element.equals("v") && inValue) {
            inValue = false;
            cells.value(value.toString());
        }
    }
}
