package fr.hubee.mail.outbox;

/**
 * The state of the outbox.
 *
 * @param late number of mails waiting for more than a quarter of an hour
 * @param givenUp number of mails abandoned in the last thirty days
 * @param relayDown whether this server did not reach the relay when it last had a mail to send
 */
public record MailCounts(long waiting, long late, long givenUp, boolean relayDown) {}
