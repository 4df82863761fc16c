package guifan.source;

/**
 * A cell of a sheet.
 *
 * @param text what it holds, without blanks around it, otherwise as written; empty if nothing
 * @param place where it stands
 */
public record SheetCell(String text, CellPlace place) {

    public boolean isBlank() {
        return text.isEmpty();
    }
}
