package fr.hubee.mail;

/** A mail as it is read: the same in plain text and in HTML. */
record MailText(String subject, String text, String html) {}
