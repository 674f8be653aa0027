/**
 * The connection to the mail relay, and the relay's answers.
 *
 * <p>Start with {@link fr.hubee.mail.relay.RelayLine}.
 */
package fr.hubee.mail.relay;
