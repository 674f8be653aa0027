/**
 * Mails to people: posted in the transaction of the change that causes them, and sent asynchronously afterwards.
 *
 * <p>Start with {@link fr.hubee.mail.outbox.MailOutbox}. The outbox stores no secrets: links and codes are created when the
 * mail is sent.
 */
package fr.hubee.mail.outbox;
