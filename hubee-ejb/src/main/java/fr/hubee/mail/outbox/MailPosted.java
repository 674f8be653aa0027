package fr.hubee.mail.outbox;

/** A mail must be sent as soon as the transaction is committed. */
record MailPosted() {}
