package fr.hubee.mail.template;

/** A mail as it is read: the same in plain text and in HTML. */
public record MailText(String subject, String text, String html) {}
