package fr.hubee.signin;

/**
 * How a person who is signed in proves a second factor once more.
 *
 * @param sent whether a code is on its way, or has arrived
 * @param federated whether she came in through an identity provider, which can ask her again
 */
public record Confirmation(SecondFactor factor, boolean sent, boolean federated) {}
