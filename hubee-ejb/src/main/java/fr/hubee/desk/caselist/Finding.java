package fr.hubee.desk.caselist;

import java.util.List;
import java.util.UUID;

/**
 * The way to read the cases that contain the searched words.
 *
 * @param cases all of them, where they are few; else null: the list is read in its order, and compared
 * @param spread whether that list is long: only as much of it is read as a page needs
 */
record Finding(List<UUID> cases, boolean spread) {
    /** Result for searches without words, or of an organisation that has few cases. */
    static final Finding IN_THE_LIST = new Finding(null, false);

    static final Finding IN_A_LONG_LIST = new Finding(null, true);

    static Finding of(List<UUID> cases) {
        return new Finding(List.copyOf(cases), false);
    }

    boolean isOfCases() {
        return cases != null;
    }
}
