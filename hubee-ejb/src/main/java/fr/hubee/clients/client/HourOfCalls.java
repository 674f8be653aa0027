package fr.hubee.clients.client;

import java.time.Instant;

/** The calls of an hour, of all clients that were asked for. */
public record HourOfCalls(Instant hour, long calls, long refused) {}
