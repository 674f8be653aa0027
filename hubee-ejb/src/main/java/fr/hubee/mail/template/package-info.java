/**
 * The texts of the mails, and their values.
 *
 * <p>Start with {@link fr.hubee.mail.template.MailTemplate}. The texts are in {@code resources/mail}; a deployer may
 * replace each of them.
 */
package fr.hubee.mail.template;
