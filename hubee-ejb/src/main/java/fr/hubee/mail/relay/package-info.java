/**
 * The line to the mail relay, and what it answers.
 *
 * <p>Start with {@link fr.hubee.mail.relay.RelayLine}.
 */
package fr.hubee.mail.relay;
