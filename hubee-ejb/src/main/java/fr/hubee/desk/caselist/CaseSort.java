package fr.hubee.desk.caselist;

/** Sort orders of the portal's list; the identifier is the last criterion, so that pages never overlap. */
public enum CaseSort {
    TRANSMITTED("transmitted_at"),
    UPDATED("updated_at");

    private final String column;

    CaseSort(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }
}
