package guifan.evaluate;

import guifan.source.CellPlace;
import guifan.source.Names;
import guifan.source.Numerals;
import guifan.source.SheetCell;
import guifan.source.SheetRow;
import guifan.source.SheetTable;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What stands above the header of a sheet for one unit: {@code 单位：白沙镇}, or 单位 and 白沙镇 in two cells. */
final class TitleBlock {

    private static final String LABELS = "(填报单位|被考评单位|单位名称|单位类别|单位|类别|评价年度|年度|考评组)";
    private static final Pattern LABEL =
            Pattern.compile("(?<!\\p{IsHan})" + LABELS + "\\s*(?:\\([^()]*\\))?\\s*:?\\s*");
    private static final Pattern LABELLED = Pattern.compile("(?<!\\p{IsHan})" + LABELS
            + "\\s*(?:\\([^()]*\\))?\\s*:\\s*(.*?)(?=\\s*(?<!\\p{IsHan})" + LABELS + "\\s*(?:\\([^()]*\\))?\\s*:|$)");

    private final SheetTable table;

    TitleBlock(SheetTable table) {
        this.table = table;
    }

    /** Returns what stands beside the label that means {@code own}, such as {@link Columns#UNIT}. */
    Optional<SheetCell> value(String own) {
        for (SheetRow row : table.above()) {
            for (int i = 0; i < row.texts().size(); i++) {
                Optional<SheetCell> found = value(row, i, own);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<SheetCell> value(SheetRow row, int column, String own) {
        String said = row.texts().get(column);
        String text = Numerals.fold(said); // as long as it was
        Matcher label = LABEL.matcher(text);
        if (label.matches()) {
            return own(label.group(1)).equals(own) ? next(row, column) : Optional.empty();
        }
        Matcher labelled = LABELLED.matcher(text);
        while (labelled.find()) {
            String value = withoutSeal(said.substring(labelled.start(2), labelled.end(2)));
            if (own(labelled.group(1)).equals(own) && !value.isEmpty()) {
                return Optional.of(new SheetCell(value, row.cell(column).place()));
            }
        }
        return Optional.empty();
    }

    private static String withoutSeal(String value) {
        return Names.strip(value.replaceAll("[（(](盖章|公章|章)[）)]", ""));
    }

    private static Optional<SheetCell> next(SheetRow row, int column) {
        List<SheetCell> cells = row.cells();
        return cells.subList(column + 1, cells.size()).stream()
                .filter(cell -> !cell.isBlank())
                .findFirst()
                .filter(cell -> !LABEL.matcher(Numerals.fold(cell.text())).matches())
                .map(cell -> new SheetCell(withoutSeal(cell.text()), cell.place()));
    }

    private static String own(String label) {
        return switch (label) {
            case "被考评单位" -> Columns.UNIT;
            case "单位类别" -> Columns.KIND;
            case "评价年度" -> Columns.YEAR;
            default -> Columns.own(label);
        };
    }

    /**
     * Returns the unit that the sheet is about, by what stands above the header, by the roster, by the name of the
     * worksheet where the file has several such sheets, or by the name of the file; empty if none of them tells.
     */
    SheetCell unit(@Nullable Roster roster, boolean several) {
        Optional<SheetCell> said = value(Columns.UNIT);
        if (said.isPresent()) {
            return said.get();
        }
        CellPlace place = new CellPlace(table.file(), table.worksheet(), 0, 0, 0, "");
        String stem = stem(table.file());
        String worksheet = table.worksheet();
        if (roster != null) {
            for (String title : List.of(worksheet, stem)) {
                Optional<Roster.Member> member =
                        title.isEmpty() ? Optional.empty() : roster.find(title).or(() -> roster.within(title));
                if (member.isPresent()) {
                    return new SheetCell(member.get().unit(), place);
                }
            }
        }
        return new SheetCell(Names.strip(several && !worksheet.isEmpty() ? worksheet : stem), place);
    }

    /** Returns the name of a file without folder and ending, empty for standard input. */
    private static String stem(String file) {
        String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        int dot = name.lastIndexOf('.');
        return name.equals("-") ? "" : dot > 0 ? name.substring(0, dot) : name;
    }
}
