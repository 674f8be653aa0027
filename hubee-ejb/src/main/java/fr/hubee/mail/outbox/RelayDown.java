package fr.hubee.mail.outbox;

/**
 * The relay accepts no mails now: no connection could be opened, or several in a row were lost.
 *
 * @param awaited whether somebody waits at her screen for a mail that is due
 */
record RelayDown(String reason, boolean awaited) {}
