/**
 * Mails of news: of arrivals at the frequency of each subscription, at once or in a digest with numbers only (specification §3.6, §6.7);
 * and reminders about idle accounts and expiring passwords.
 *
 * <p>Start with {@link fr.hubee.desk.digest.CaseMails}, which observes the events, and {@link fr.hubee.desk.digest.DigestService}.
 */
package fr.hubee.desk.digest;
