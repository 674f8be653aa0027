package fr.hubee.mail;

/** A mail must be sent as soon as the transaction is committed. */
record MailPosted() {}
