/** Checks an export of the journal, without the hub, its database or its network. */
package fr.hubee.journal.verify;
