package fr.hubee.mail.outbox;

/**
 * Search criteria for mails of the outbox; null matches anything.
 *
 * @param recipient the complete address
 * @param sort null for the newest first
 * @param maxResult maximum number of results
 */
public record MailQuery(
        MailState state,
        String recipient,
        MailTemplate template,
        MailSort sort,
        boolean descending,
        int offset,
        int maxResult) {}
