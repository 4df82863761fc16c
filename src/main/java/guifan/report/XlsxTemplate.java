package guifan.report;

import guifan.report.TemplateRow.Terms;
import guifan.report.XlsxForm.Look;
import guifan.rule.Item;
import guifan.source.Language;
import guifan.source.Text;
import guifan.standard.Area;
import guifan.standard.Blank;
import guifan.standard.BlankColumn;
import guifan.standard.Question;
import guifan.standard.Standard;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The empty sheets of all units in one workbook, a row per unit or a row per measure, with notes on how to fill. */
final class XlsxTemplate {

    private static final String SHEET = "填报表";
    private static final String NOTES = "填表说明";

    /** Rows that have input checks where the units are not known. */
    private static final int ROWS_OF_UNKNOWN_UNITS = 200;

    private static final List<Integer> LONG_WIDTHS = List.of(36, 16, 14, 9, 24, 10, 20, 20);
    private static final List<Integer> NOTE_WIDTHS = List.of(6, 14, 16, 30, 8, 7, 60, 40, 30);

    private static final List<Text> NOTE_HEADER = List.of(
            new Text("序号", "no."),
            new Text("方面", "area"),
            new Text("代码", "id"),
            new Text("名称", "name"),
            new Text("适用", "for"),
            new Text("满分", "points"),
            new Text("评分标准", "rule"),
            new Text("填法", "how to fill in"),
            new Text("佐证材料", "evidence"));

    private XlsxTemplate() {}

    /** Returns the sheet with a row per unit. */
    static byte[] wide(Template template) throws IOException {
        return XlsxBytes.of(workbook -> {
            wide(workbook.newWorksheet(SHEET), template);
            notes(workbook, template);
        });
    }

    /** Returns the sheet with a row per measure. */
    static byte[] longRows(Template template) throws IOException {
        return XlsxBytes.of(workbook -> {
            longRows(workbook.newWorksheet(SHEET), template);
            notes(workbook, template);
        });
    }

    private static void wide(Worksheet sheet, Template template) {
        List<BlankColumn> columns = BlankColumn.of(template.standard(), template.assessors());
        int own = header(
                sheet, template, columns.stream().map(BlankColumn::heading).toList());
        sheet.rowHeight(0, 90);
        sheet.freezePane(1, 1);
        List<TemplateUnit> units = template.units();
        for (int i = 0; i < units.size(); i++) {
            own(sheet, i + 1, template, units.get(i));
        }
        if (units.isEmpty()) {
            List<String> kinds = template.standard().kinds();
            int kind = template.ownHeader().indexOf("类别");
            Range cells = sheet.range(1, kind, ROWS_OF_UNKNOWN_UNITS, kind);
            XlsxForm.choose(cells, kinds, true, String.join("、", kinds), template.language());
        }
        for (int c = 0; c < columns.size(); c++) {
            BlankColumn column = columns.get(c);
            sheet.width(own + c, Math.max(10, Math.min(18, column.heading().length() + 2)));
            if (units.isEmpty()) {
                XlsxForm.check(sheet, 1, ROWS_OF_UNKNOWN_UNITS, own + c, column.any(), template.language());
            }
            for (int r = 1; r <= units.size(); r++) {
                cell(sheet, r, own + c, column.cell(units.get(r - 1).kind()));
            }
            checks(sheet, own + c, column, template);
        }
    }

    /** Puts one check on units of one kind that follow one another. */
    private static void checks(Worksheet sheet, int at, BlankColumn column, Template template) {
        List<TemplateUnit> units = template.units();
        for (int start = 0, end; start < units.size(); start = end) {
            String kind = units.get(start).kind();
            end = start + 1;
            while (end < units.size() && units.get(end).kind().equals(kind)) {
                end++;
            }
            Optional<Blank> blank = column.cell(kind);
            if (blank.isPresent()) {
                XlsxForm.check(sheet, start + 1, end, at, blank.get(), template.language());
            }
        }
    }

    private static void cell(Worksheet sheet, int row, int column, Optional<Blank> blank) {
        if (blank.isEmpty()) {
            XlsxForm.put(sheet, row, column, Template.NOT_APPLICABLE, Look.CLOSED);
        } else if (blank.get().type() == null) {
            XlsxForm.asText(sheet, row, column, Look.OPEN);
        } else {
            XlsxForm.put(sheet, row, column, "", Look.OPEN);
        }
    }

    private static void longRows(Worksheet sheet, Template template) {
        int own = header(sheet, template, Template.LONG_HEADER);
        for (int i = 0; i < LONG_WIDTHS.size(); i++) {
            sheet.width(own + i, LONG_WIDTHS.get(i));
        }
        sheet.freezePane(0, 1);
        int measure = Template.LONG_HEADER.indexOf("实绩");
        int row = 0;
        for (TemplateUnit unit : template.sheets()) {
            for (TemplateRow line : template.rows(unit)) {
                row++;
                own(sheet, row, template, unit);
                List<String> cells = template.longCells(line);
                for (int i = 0; i < cells.size(); i++) {
                    Look look = line.applies() ? i == measure ? Look.OPEN : Look.FIXED : Look.CLOSED;
                    XlsxForm.put(sheet, row, own + i, cells.get(i), look);
                }
                if (line.applies()) {
                    if (line.blank().type() == null) {
                        XlsxForm.asText(sheet, row, own + measure, Look.OPEN);
                    }
                    XlsxForm.check(sheet, row, row, own + measure, line.blank(), template.language());
                }
            }
        }
    }

    /** Writes the header and returns how many columns come before those of the standard. */
    private static int header(Worksheet sheet, Template template, List<String> headings) {
        List<String> header = Template.join(template.ownHeader(), headings);
        for (int i = 0; i < header.size(); i++) {
            XlsxForm.put(sheet, 0, i, header.get(i), Look.HEADING);
        }
        sheet.width(0, 14);
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.repeatRows(0, 0);
        return template.ownHeader().size();
    }

    private static void own(Worksheet sheet, int row, Template template, TemplateUnit unit) {
        List<String> own = template.own(unit);
        for (int i = 0; i < own.size(); i++) {
            XlsxForm.put(sheet, row, i, own.get(i), Look.FIXED);
        }
    }

    private static void notes(Workbook workbook, Template template) {
        Worksheet sheet = workbook.newWorksheet(NOTES);
        Language language = template.language();
        List<String> above = new ArrayList<>(List.of(template.title(), Template.RULE_OF_THUMB.in(language)));
        above.addAll(template.standardLines());
        int row = 0;
        for (String line : above) {
            sheet.value(row, 0, line);
            sheet.style(row, 0).fontName("宋体").bold().set();
            row++;
        }
        for (int i = 0; i < NOTE_HEADER.size(); i++) {
            sheet.width(i, NOTE_WIDTHS.get(i));
            XlsxForm.put(sheet, row, i, NOTE_HEADER.get(i).in(language), Look.HEADING);
        }
        sheet.freezePane(0, row + 1);
        sheet.repeatRows(row, row);
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        for (List<String> cells : notes(template)) {
            row++;
            sheet.rowHeight(row, XlsxForm.height(cells, NOTE_WIDTHS));
            for (int i = 0; i < cells.size(); i++) {
                XlsxForm.put(sheet, row, i, cells.get(i), Look.FIXED);
            }
        }
    }

    /** Returns a row for every question, and another for a kind of unit that is asked in other words. */
    private static List<List<String>> notes(Template template) {
        Standard standard = template.standard();
        Map<String, Area> areas = TemplateRow.areas(standard);
        Map<List<String>, List<String>> kinds = new LinkedHashMap<>();
        List<String> order = new ArrayList<>();
        for (Question question : standard.questions(standard.kinds().get(0))) {
            order.add(question.id());
            for (String kind : standard.kinds()) {
                Question asked = standard.questions(kind).get(order.size() - 1);
                if (standard.applies(asked, kind)) {
                    Terms terms = Terms.of(standard, asked, kind);
                    kinds.computeIfAbsent(
                                    List.of(
                                            String.valueOf(order.size()),
                                            TemplateRow.area(areas.get(asked.id()), asked.role(), true),
                                            asked.id(),
                                            asked.name(),
                                            "",
                                            terms.points(),
                                            terms.clause().in(template.language()),
                                            hint(asked, template),
                                            terms.evidence()),
                                    cells -> new ArrayList<>())
                            .add(kind);
                }
            }
        }
        List<List<String>> rows = new ArrayList<>();
        kinds.forEach((cells, named) -> {
            List<String> row = new ArrayList<>(cells);
            row.set(4, String.join("、", named));
            rows.add(row);
        });
        return rows;
    }

    private static String hint(Question question, Template template) {
        List<Blank> blanks = Blank.itemised(question, template.assessors());
        String how = blanks.get(0).hint().in(template.language());
        List<String> items = question.items().stream().map(Item::name).toList();
        return blanks.size() == 1 || !blanks.get(0).assessor().isEmpty()
                ? how
                : String.join(
                                "、",
                                question.ratio() == null
                                        ? items
                                        : blanks.stream().map(Blank::itemName).toList())
                        + "：" + how;
    }
}
