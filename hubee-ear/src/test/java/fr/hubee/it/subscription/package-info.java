/** Subscriptions, from the request to their end. */
package fr.hubee.it.subscription;
