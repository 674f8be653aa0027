package fr.hubee.mail.outbox;

/** Sort columns of the list of mails. */
public enum MailSort {
    RECIPIENT("m.recipient"),
    CREATED("m.createdAt"),
    ATTEMPTS("m.attempts");

    private final String path;

    MailSort(String path) {
        this.path = path;
    }

    /** Returns the order: then the newest first; the identifier is last, so that pages never overlap. */
    String clause(boolean descending) {
        return " order by " + path + (descending ? " desc" : "") + ", m.createdAt desc, m.id desc";
    }
}
