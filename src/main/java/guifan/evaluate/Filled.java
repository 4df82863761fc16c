package guifan.evaluate;

import guifan.source.CellPlace;

/** A cell with what it is about. */
record Filled(Target target, String text, CellPlace place) {

    boolean isBlank() {
        return text.isBlank();
    }

    /** Returns whether both stand in the same sheet. */
    boolean isOnTheSheetOf(Filled other) {
        return place.file().equals(other.place.file()) && place.worksheet().equals(other.place.worksheet());
    }
}
