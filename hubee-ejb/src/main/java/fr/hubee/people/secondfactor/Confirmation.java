package fr.hubee.people.secondfactor;

import java.time.Instant;

/**
 * The way in which a signed-in person can prove a second factor again.
 *
 * @param sent whether a code is being sent, or has been sent
 * @param federated whether she signed in through an identity provider, which can authenticate her again
 * @param watchedUntil until when a mailed code does not count, after a reset by the same mailbox; null when it does
 */
public record Confirmation(SecondFactor factor, boolean sent, boolean federated, Instant watchedUntil) {}
