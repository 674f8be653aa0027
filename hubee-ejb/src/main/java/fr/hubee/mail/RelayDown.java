package fr.hubee.mail;

/** No line to the relay could be opened. */
record RelayDown() {}
