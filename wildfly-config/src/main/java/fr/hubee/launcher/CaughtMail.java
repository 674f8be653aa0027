package fr.hubee.launcher;

/** One mail as one recipient got it; the text is the decoded body of a mail without parts. */
public record CaughtMail(String recipient, String sender, String subject, String text) {}
