package fr.hubee.mail;

/** Something is to leave, as soon as the transaction is committed. */
record MailPosted() {}
