/**
 * How partners' software gets an access token and calls with it (specification §4.2). Start with {@link fr.hubee.token.TokenService};
 * the rooms below hold what it needs: the clients, their proofs, the credentials of subscriptions, the rights to read files.
 */
package fr.hubee.token;
