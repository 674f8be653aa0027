/**
 * The software of partners: its credentials, its tokens, how fast it may call, and since when it is silent.
 *
 * <p>Start with {@link fr.hubee.clients.client.ApiClient}, {@link fr.hubee.clients.token.TokenService} and {@code clients.limit.RateLimit}.
 * It calls {@code kernel}, {@code journal} and {@code directory}.
 */
package fr.hubee.clients;
