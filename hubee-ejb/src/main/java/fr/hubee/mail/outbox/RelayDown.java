package fr.hubee.mail.outbox;

/** The relay accepts no mails now: no connection could be opened, or several in a row were lost. */
record RelayDown(String reason) {}
