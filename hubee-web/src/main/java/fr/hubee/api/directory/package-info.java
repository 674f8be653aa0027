/**
 * The référentiel in the API (specification §2.2 to §2.4): organisations, démarches, subscriptions; and the files that fill a new hub at
 * its start.
 */
package fr.hubee.api.directory;
