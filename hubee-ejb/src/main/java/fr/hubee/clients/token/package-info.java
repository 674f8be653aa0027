/**
 * How partners' software gets an access token and calls with it (specification §4.2): secrets, signed assertions, certificates. Start
 * with {@link fr.hubee.clients.token.TokenService}.
 */
package fr.hubee.clients.token;
