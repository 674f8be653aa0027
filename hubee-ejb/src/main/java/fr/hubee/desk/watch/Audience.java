package fr.hubee.desk.watch;

/** The people who are alerted of an unopened télédossier, in this order; each once. */
enum Audience {
    /** The address of its subscription, after the first delay; not where no mail is wanted there. */
    SERVICE(UnopenedCases.FIRST, UnopenedCases.HAS_ADDRESS),
    /** The local administrators, after the second delay; after the first where the service gets no mail. */
    ADMINISTRATORS(
            "case when " + UnopenedCases.HAS_ADDRESS + " then " + UnopenedCases.SECOND + " else " + UnopenedCases.FIRST
                    + " end",
            "true"),
    /** The business administrators of the démarche's operator, after the second delay. */
    OPERATOR(UnopenedCases.SECOND, "true");

    private final String days;
    private final String condition;

    Audience(String days, String condition) {
        this.days = days;
        this.condition = condition;
    }

    /** The delay, in SQL. */
    String days() {
        return days;
    }

    /** Returns the SQL condition of the cases that the alert covers. */
    String condition() {
        return condition;
    }
}
