package fr.hubee.clients.client;

import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.settings.SettingValues;
import java.time.Duration;

/**
 * @param life how long an access token is valid (specification §4.2: one hour)
 * @param callsPerSecond the default rate limit of a client
 * @param callsKept how long the calls of clients are kept for their people
 */
public record TokenSettings(Duration life, int callsPerSecond, Duration callsKept) {

    public TokenSettings(SettingSource source) {
        this(
                source.read("HUBEE_TOKEN_LIFE", "PT1H", SettingValues::positiveDuration),
                source.read("HUBEE_CALLS_PER_SECOND", "600", SettingValues::atLeastOne),
                source.read("HUBEE_CALLS_KEPT", "P7D", SettingValues::positiveDuration));
    }
}
