package fr.hubee.mail.outbox;

/**
 * The state of the outbox.
 *
 * @param late number of mails waiting for more than a quarter of an hour
 * @param givenUp number of mails abandoned in the last thirty days
 */
public record MailCounts(long waiting, long late, long givenUp) {}
