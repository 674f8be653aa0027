package fr.hubee.mail;

import fr.hubee.mail.template.MailTemplate;

/**
 * Which mails of the outbox are wanted; null where it does not matter.
 *
 * @param recipient the whole address
 * @param maxResult how many, at most
 */
public record MailQuery(MailState state, String recipient, MailTemplate template, int offset, int maxResult) {}
