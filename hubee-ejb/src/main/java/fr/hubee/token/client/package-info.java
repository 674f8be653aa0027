/**
 * The clients of the API: their scope, their secrets, their last use, and the list of all clients. Start with
 * {@link fr.hubee.token.client.ApiClient}. The other packages below {@code token} change a client through
 * {@link fr.hubee.token.client.ApiClientChanges}, which writes the journal. There are more than twenty classes because
 * the list, the form and the use of a client each have their own small records.
 */
package fr.hubee.token.client;
