package guifan.paper;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** Sets a table as wide as the text, its header again on every page and no low row across two. */
final class DocxTable {

    private static final int MARGIN = 70;

    /** A row higher than this may be broken: one that no page can hold would be cut off. */
    private static final int MOST_LINES_KEPT = 12;

    private DocxTable() {}

    /**
     * Appends a table.
     *
     * @param rows its rows, the first of them the header
     * @param width its width in twentieths of a point
     */
    static void append(XWPFDocument document, List<List<String>> rows, int width) {
        ColumnWidths columns = ColumnWidths.of(rows, width);
        List<Integer> widths = columns.widths();
        XWPFTable table = document.createTable(rows.size(), widths.size());
        table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        table.setWidth(width);
        table.setCellMargins(0, MARGIN, 0, MARGIN);
        CTTblGrid grid = CTTblGrid.Factory.newInstance();
        widths.forEach(one -> grid.addNewGridCol().setW(BigInteger.valueOf(one)));
        table.getCTTbl().setTblGrid(grid);
        for (int i = 0; i < rows.size(); i++) {
            XWPFTableRow row = table.getRow(i);
            row.setRepeatHeader(i == 0);
            row.setCantSplitRow(columns.lines(rows.get(i)) <= MOST_LINES_KEPT);
            for (int j = 0; j < widths.size(); j++) {
                XWPFTableCell cell = row.getCell(j);
                var size = cell.getCTTc().addNewTcPr().addNewTcW();
                size.setType(STTblWidth.DXA);
                size.setW(BigInteger.valueOf(widths.get(j)));
                cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
                XWPFParagraph paragraph = cell.getParagraphs().get(0);
                paragraph.setStyle(i == 0 ? "TableHead" : "TableText");
                XWPFRun run = Docx.write(
                        paragraph, j < rows.get(i).size() ? rows.get(i).get(j) : "");
                run.getCTR().getRPr().addNewSz().setVal(BigInteger.valueOf(columns.halfPoints()));
            }
        }
    }
}
