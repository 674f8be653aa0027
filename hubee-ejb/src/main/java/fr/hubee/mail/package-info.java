/**
 * Mails to people: what is to be written is posted with the change that causes it, and leaves by itself afterwards.
 *
 * <p>Start with {@link fr.hubee.mail.MailOutbox}. A row of the outbox holds no secret: links and codes are made when the
 * mail leaves.
 */
package fr.hubee.mail;
