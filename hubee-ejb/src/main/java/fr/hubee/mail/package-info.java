/**
 * Mails: the outbox, the connection to the relay, and their texts.
 *
 * <p>Start with {@link fr.hubee.mail.outbox.MailOutbox}, {@code mail.outbox.MailSendingService} and
 * {@link fr.hubee.mail.outbox.MailTemplate}. It calls {@code kernel}, {@code journal} and {@code people}.
 */
package fr.hubee.mail;
