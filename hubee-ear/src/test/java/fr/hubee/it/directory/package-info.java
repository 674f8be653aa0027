/** Organisations, démarches and subscriptions. */
package fr.hubee.it.directory;
