package fr.hubee.clients.client;

import java.util.List;

/**
 * A client, with the validity of its secrets.
 *
 * @param secrets the valid ones, newest first; none once revoked
 * @param usualCallsPerSecond the default limit of clients
 */
public record KnownApiClient(ApiClientLine client, List<SecretLife> secrets, int usualCallsPerSecond) {}
