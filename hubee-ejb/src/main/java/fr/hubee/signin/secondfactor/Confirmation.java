package fr.hubee.signin.secondfactor;

import java.time.Instant;

/**
 * How a person who is signed in proves a second factor once more.
 *
 * @param sent whether a code is on its way, or has arrived
 * @param federated whether she came in through an identity provider, which can ask her again
 * @param watchedUntil until when a mailed code does not count, after a reset by the same mailbox; null when it does
 */
public record Confirmation(SecondFactor factor, boolean sent, boolean federated, Instant watchedUntil) {}
