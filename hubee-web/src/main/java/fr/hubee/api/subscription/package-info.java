/** Subscriptions in the API. */
package fr.hubee.api.subscription;
