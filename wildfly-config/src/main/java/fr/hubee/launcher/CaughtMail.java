package fr.hubee.launcher;

/** One mail as one recipient got it; the text is the decoded body, or the plain text of a mail that has it in several forms. */
public record CaughtMail(String recipient, String sender, String subject, String text) {}
