package fr.hubee.token;

import fr.hubee.security.Caller;

/**
 * Who holds a token, and what goes with it.
 *
 * @param callsPerSecond no more are answered
 */
public record TokenHolder(Caller caller, int callsPerSecond) {}
