package fr.hubee.token.client;

import java.util.List;

/**
 * A client, and how long its secrets are good.
 *
 * @param secrets those that are good, the newest first; none once it is revoked
 * @param usualCallsPerSecond what clients without a ceiling of their own are held to
 */
public record KnownApiClient(RegisteredApiClient client, List<SecretLife> secrets, int usualCallsPerSecond) {}
