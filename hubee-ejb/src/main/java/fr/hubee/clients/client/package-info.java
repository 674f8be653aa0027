/**
 * The clients of the API: their scope, their secrets, those of subscriptions, their last use, and the list of all clients. Start with
 * {@link fr.hubee.clients.client.ApiClient}. Other packages change a client through {@link fr.hubee.clients.client.ApiClientChanges}, which
 * writes the journal.
 */
package fr.hubee.clients.client;
