package guifan.report;

import guifan.report.XlsxForm.Look;
import guifan.standard.Blank;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The sheet of one unit (单位填报表), to be filled in on the screen or printed on A4 paper across. */
final class XlsxUnitSheet {

    /** In characters, in the order of {@link Template#UNIT_HEADER}. */
    private static final List<Integer> WIDTHS = List.of(5, 10, 18, 22, 9, 5, 34, 14, 10, 13, 9, 10, 8);

    private static final int MEASURE = 8;
    private static final int EVIDENCE = 9;
    private static final int CHECKED = 10;
    private static final Set<Integer> CENTERED = Set.of(0, 4, 5);
    private static final int LAST = WIDTHS.size() - 1;

    private XlsxUnitSheet() {}

    /** Returns a workbook with a worksheet for each of {@code units}. */
    static byte[] of(Template template, List<TemplateUnit> units) throws IOException {
        return XlsxBytes.of(workbook -> units.forEach(unit -> add(workbook, template, unit)));
    }

    private static void add(Workbook workbook, Template template, TemplateUnit unit) {
        Worksheet sheet = workbook.newWorksheet(unit.name().isEmpty() ? unit.kind() : unit.name());
        IntStream.rangeClosed(0, LAST).forEach(i -> sheet.width(i, WIDTHS.get(i)));
        int header = above(sheet, template, unit);
        for (int i = 0; i <= LAST; i++) {
            XlsxForm.put(sheet, header, i, Template.UNIT_HEADER.get(i), Look.HEADING);
        }
        sheet.rowHeight(header, 30);
        sheet.freezePane(4, header + 1);
        int row = header;
        for (TemplateRow line : template.rows(unit)) {
            row++;
            List<String> cells = template.cells(line);
            sheet.rowHeight(row, XlsxForm.height(cells, WIDTHS));
            for (int i = 0; i <= LAST; i++) {
                XlsxForm.put(sheet, row, i, cells.get(i), look(line, i));
                if (CENTERED.contains(i)) {
                    XlsxForm.look(sheet.style(row, i), look(line, i))
                            .horizontalAlignment("center")
                            .set();
                }
            }
            if (line.applies()) {
                check(sheet, row, line, template);
            }
        }
        page(sheet, header);
    }

    /** Writes what stands above the table and returns the row of its header. */
    private static int above(Worksheet sheet, Template template, TemplateUnit unit) {
        line(sheet, 0, template.title());
        sheet.range(0, 0, 0, LAST)
                .style()
                .bold()
                .fontSize(16)
                .horizontalAlignment("center")
                .set();
        sheet.rowHeight(0, 28);
        line(sheet, 1, Template.RULE_OF_THUMB.in(template.language()));
        sheet.range(1, 0, 1, LAST)
                .style()
                .bold()
                .horizontalAlignment("center")
                .fontSize(11)
                .set();
        List<String> above = template.above(unit);
        List<Integer> starts = List.of(0, 6, 8, LAST + 1);
        for (int i = 0; i < above.size(); i++) {
            sheet.value(2, starts.get(i), above.get(i));
            sheet.range(2, starts.get(i), 2, starts.get(i + 1) - 1).merge();
        }
        sheet.range(2, 0, 2, LAST).style().fontName("宋体").fontSize(12).bold().set();
        sheet.rowHeight(2, 22);
        int row = 3;
        for (String said : template.standardLines()) {
            line(sheet, row, said);
            sheet.range(row, 0, row, LAST).style().fontSize(9).set();
            row++;
        }
        return row;
    }

    private static void line(Worksheet sheet, int row, String text) {
        sheet.value(row, 0, text);
        sheet.range(row, 0, row, LAST).merge();
        sheet.range(row, 0, row, LAST)
                .style()
                .fontName("宋体")
                .verticalAlignment("center")
                .wrapText(true)
                .set();
    }

    private static Look look(TemplateRow row, int column) {
        if (!row.applies()) {
            return Look.CLOSED;
        }
        boolean marked = !row.blank().assessor().isEmpty();
        if (column == MEASURE || column == EVIDENCE) {
            return marked ? Look.CLOSED : Look.OPEN;
        }
        return column == CHECKED && marked ? Look.OPEN : Look.FIXED;
    }

    private static void check(Worksheet sheet, int row, TemplateRow line, Template template) {
        Blank blank = line.blank();
        boolean marked = !blank.assessor().isEmpty();
        if (blank.type() == null) {
            XlsxForm.asText(sheet, row, MEASURE, Look.OPEN);
        }
        if (!marked) {
            XlsxForm.check(sheet, row, row, MEASURE, blank, template.language());
        }
        XlsxForm.check(sheet, row, row, CHECKED, blank, template.language());
    }

    private static void page(Worksheet sheet, int header) {
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.repeatRows(header, header);
        sheet.leftMargin(0.4f);
        sheet.rightMargin(0.4f);
        sheet.topMargin(0.5f);
        sheet.bottomMargin(0.7f);
        sheet.footerMargin(0.3f);
        sheet.footer("填表人：　　　　　　　审核人：　　　　　　　&R第 &P 页，共 &N 页", Position.LEFT, "宋体", 10);
    }
}
