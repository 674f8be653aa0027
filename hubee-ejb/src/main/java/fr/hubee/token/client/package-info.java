/**
 * The clients of the API: their scope, their secrets, their last use, and the list of all of them. Start with
 * {@link fr.hubee.token.client.ApiClient}; the other rooms of tokens change a client through
 * {@link fr.hubee.token.client.ApiClientChanges}, which writes the journal.
 */
package fr.hubee.token.client;
