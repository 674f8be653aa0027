package fr.hubee.mail.template;

/** The text of a mail: the same content in plain text and in HTML. */
public record MailText(String subject, String text, String html) {}
