/**
 * Access tokens of partners' software, for its calls (specification §4.2): secrets, signed assertions, certificates. Start with
 * {@link fr.hubee.clients.token.TokenService}.
 */
package fr.hubee.clients.token;
