/** Subscriptions on the wire. */
package fr.hubee.api.subscription;
