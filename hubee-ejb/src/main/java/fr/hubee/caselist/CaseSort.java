package fr.hubee.caselist;

/** By what the list of the portal is sorted; the identifier comes last, so that no two pages show the same case. */
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
