package fr.hubee.mail;

/**
 * How the outbox does.
 *
 * @param late those that have waited for more than a quarter of an hour
 * @param givenUp those of the last thirty days
 */
public record MailCounts(long waiting, long late, long givenUp) {}
