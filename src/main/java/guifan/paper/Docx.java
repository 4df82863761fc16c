package guifan.paper;

import guifan.paper.Paper.Block;
import guifan.paper.Paper.Style;
import guifan.report.StoredParts;
import guifan.source.Language;
import guifan.source.Width;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STDocGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHint;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.SettingsDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/**
 * Writes papers as documents to be edited and stamped, laid out after GB/T 9704. With {@link DocxTable} it alone knows
 * the library for that, so that nothing of it is loaded unless such a paper is asked for.
 *
 * <p>Lengths are in twentieths of a point, of which a millimetre has 56.7.
 */
final class Docx {

    private static final int LONG = 16838;
    private static final int SHORT = 11906;

    /** The margins of 37, 26, 35 and 28 mm, from the top clockwise. */
    private static final int[] MARGINS = {2098, 1474, 1984, 1587};

    private static final int FOOTER = 1417;

    /** 22 lines on a page. */
    private static final int PITCH = 579;

    private static final Map<Style, String> STYLES = Map.of(
            Style.LETTERHEAD, "Letterhead",
            Style.TITLE, "Title",
            Style.HEADING, "Heading1",
            Style.FLUSH, "Flush",
            Style.RIGHT, "Right",
            Style.BODY, "BodyText");

    private Docx() {}

    /**
     * Returns the document that holds {@code paper}; the same paper gives the same bytes everywhere.
     *
     * @throws IOException if it cannot be written
     */
    static byte[] of(Paper paper, Language language) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            about(document, paper, language);
            look(document);
            boolean wide =
                    paper.blocks().stream().anyMatch(block -> block.isTable() && ColumnWidths.areWide(block.rows()));
            page(document, wide);
            blocks(document, paper.blocks(), (wide ? LONG : SHORT) - margins(wide)[1] - margins(wide)[3]);
            document.write(bytes);
        } catch (XmlException | InvalidFormatException e) {
            throw new IllegalStateException("the look of papers is part of the program", e);
        }
        return settled(bytes.toByteArray());
    }

    private static void about(XWPFDocument document, Paper paper, Language language) throws InvalidFormatException {
        POIXMLProperties.CoreProperties core = document.getProperties().getCoreProperties();
        core.setTitle(Width.visible(paper.title()));
        core.setCreator("");
        core.setCreated(StoredParts.ALWAYS + ":00Z");
        core.getUnderlyingProperties().setLanguageProperty(language == Language.ZH ? "zh-CN" : "en");
        document.getProperties()
                .getExtendedProperties()
                .getUnderlyingProperties()
                .setApplication("Guifan");
    }

    private static void look(XWPFDocument document) throws IOException, XmlException, InvalidFormatException {
        try (InputStream styles = resource("styles.xml");
                InputStream settings = resource("settings.xml");
                InputStream fonts = resource("fontTable.xml")) {
            document.createStyles()
                    .setStyles(StylesDocument.Factory.parse(styles).getStyles());
            document.getSettings()
                    .getCTSettings()
                    .set(SettingsDocument.Factory.parse(settings).getSettings());
            PackagePart part = document.getPackage()
                    .createPart(
                            PackagingURIHelper.createPartName("/word/fontTable.xml"),
                            "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml");
            document.getPackagePart()
                    .addRelationship(
                            part.getPartName(),
                            TargetMode.INTERNAL,
                            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable");
            try (OutputStream out = part.getOutputStream()) {
                fonts.transferTo(out);
            }
        }
    }

    private static InputStream resource(String name) {
        InputStream in = Docx.class.getResourceAsStream("docx/" + name);
        if (in == null) {
            throw new IllegalStateException("no " + name);
        }
        return in;
    }

    /** Returns the margins from the top clockwise; those of a page on its side turn with it. */
    private static int[] margins(boolean wide) {
        return wide ? new int[] {MARGINS[3], MARGINS[0], MARGINS[1], MARGINS[2]} : MARGINS;
    }

    private static void page(XWPFDocument document, boolean wide) {
        number(document.createFooter(HeaderFooterType.DEFAULT).createParagraph(), ParagraphAlignment.RIGHT);
        number(document.createFooter(HeaderFooterType.EVEN).createParagraph(), ParagraphAlignment.LEFT);
        CTSectPr section = document.getDocument().getBody().getSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(wide ? LONG : SHORT));
        size.setH(BigInteger.valueOf(wide ? SHORT : LONG));
        if (wide) {
            size.setOrient(STPageOrientation.LANDSCAPE);
        }
        int[] margins = margins(wide);
        CTPageMar around = section.addNewPgMar();
        around.setTop(BigInteger.valueOf(margins[0]));
        around.setRight(BigInteger.valueOf(margins[1]));
        around.setBottom(BigInteger.valueOf(margins[2]));
        around.setLeft(BigInteger.valueOf(margins[3]));
        around.setHeader(BigInteger.valueOf(FOOTER));
        around.setFooter(BigInteger.valueOf(wide ? FOOTER / 2 : FOOTER));
        around.setGutter(BigInteger.ZERO);
        var grid = section.addNewDocGrid();
        grid.setType(STDocGrid.LINES);
        grid.setLinePitch(BigInteger.valueOf(PITCH));
    }

    /** Writes the number of the page between dashes, one sign from the outer edge. */
    private static void number(XWPFParagraph paragraph, ParagraphAlignment outer) {
        paragraph.setStyle("Footer");
        paragraph.setAlignment(outer);
        if (outer == ParagraphAlignment.LEFT) {
            paragraph.setIndentationLeftChars(100);
        } else {
            paragraph.setIndentationRightChars(100);
        }
        paragraph.createRun().setText("— ");
        var field = paragraph.getCTP().addNewFldSimple();
        field.setInstr("PAGE");
        field.addNewR().addNewT().setStringValue("1");
        paragraph.createRun().setText(" —");
    }

    private static void blocks(XWPFDocument document, List<Block> blocks, int width) {
        boolean begun = false;
        boolean signed = false;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (block.isTable()) {
                DocxTable.append(document, block.rows(), width);
                begun = true;
                continue;
            }
            boolean head = i > 0 && blocks.get(i - 1).style() == Style.LETTERHEAD;
            if (head && block.style() != Style.RIGHT) {
                document.createParagraph().setStyle("Number");
            }
            XWPFParagraph paragraph = document.createParagraph();
            boolean signature = block.style() == Style.RIGHT && begun;
            paragraph.setStyle(
                    head && block.style() == Style.RIGHT
                            ? "Number"
                            : signature ? "Signature" : STYLES.get(block.style()));
            if (signature && !signed) {
                paragraph.setSpacingBefore(2 * PITCH);
                paragraph.setKeepNext(true);
                signed = true;
            }
            write(paragraph, block.words());
            begun |= block.style() == Style.BODY || block.style() == Style.FLUSH;
        }
    }

    /** Appends words; signs that both scripts have, as quotation marks, are set in the Chinese font. */
    static XWPFRun write(XWPFParagraph paragraph, String words) {
        XWPFRun run = paragraph.createRun();
        run.getCTR().addNewRPr().addNewRFonts().setHint(STHint.EAST_ASIA);
        run.setText(Width.visible(words));
        return run;
    }

    /** Returns the document with its parts in order, stored as they are. */
    private static byte[] settled(byte[] document) throws IOException {
        Map<String, byte[]> parts = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(document))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        return StoredParts.zip(parts);
    }
}
