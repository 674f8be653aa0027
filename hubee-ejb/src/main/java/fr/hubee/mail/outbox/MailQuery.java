package fr.hubee.mail.outbox;

/**
 * Search criteria for mails of the outbox; null matches anything.
 *
 * @param recipient the complete address
 * @param sort null for the newest first
 */
public record MailQuery(
        MailState state,
        String recipient,
        MailTemplate template,
        Sort sort,
        boolean descending,
        int offset,
        int maxResult) {

    public enum Sort {
        RECIPIENT("m.recipient"),
        CREATED("m.createdAt"),
        ATTEMPTS("m.attempts");

        private final String path;

        Sort(String path) {
            this.path = path;
        }

        /** Returns the order: then the newest first; the identifier is last, so that pages never overlap. */
        String clause(boolean descending) {
            return " order by " + path + (descending ? " desc" : "") + ", m.createdAt desc, m.id desc";
        }
    }
}
