/**
 * How partners' software gets an access token and calls with it (specification §4.2). Start with
 * {@link fr.hubee.token.TokenService}. The subpackages contain clients, proofs of identity, credentials of
 * subscriptions, and reading rights.
 */
package fr.hubee.token;
