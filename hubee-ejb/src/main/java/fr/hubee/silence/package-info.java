/**
 * Since when the software of a subscription has been silent: one place says what silence is, for whoever asks.
 *
 * <p>Start with {@link fr.hubee.silence.LastCalls}.
 */
package fr.hubee.silence;
