/** Pages of the référentiel: organisations, démarches, subscriptions, merges. */
package fr.hubee.portal.directory;
