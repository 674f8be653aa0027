package fr.hubee.mail;

/** No connection to the relay could be opened. */
record RelayDown() {}
