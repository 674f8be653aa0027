package fr.hubee.desk.caselist;

/** The moments when something happens to a case for the first time. */
public enum CaseMilestone {
    PICKED_UP_BY_PERSON("picked_up_by_person_at"),
    PICKED_UP_BY_SOFTWARE("picked_up_by_software_at"),
    /** Treated or refused. */
    ENDED("ended_at");

    private final String column;

    CaseMilestone(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }
}
