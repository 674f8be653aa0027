/** Tests of organisations, démarches and subscriptions. */
package fr.hubee.it.directory;
