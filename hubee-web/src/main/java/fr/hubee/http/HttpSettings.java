package fr.hubee.http;

import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.settings.SettingValues;
import java.time.Duration;
import java.util.Optional;

/**
 * @param threads the maximum of concurrent requests: the server reads this setting too
 * @param connections the maximum of connections to the database: the server reads this setting too
 * @param drainNotice time for the proxy to notice that this node drains
 * @param metricsToken the token for reading the metrics; without it they cannot be read
 */
public record HttpSettings(int threads, int connections, Duration drainNotice, Optional<String> metricsToken) {
    private static final int LONGEST_NOTICE = 3600;
    private static final int SHORTEST_TOKEN = 32;

    public HttpSettings(SettingSource source) {
        this(
                source.read("HUBEE_THREADS", "400", SettingValues::atLeastOne),
                source.read("HUBEE_DB_POOL", "40", SettingValues::atLeastOne),
                source.read("HUBEE_DRAIN_SECONDS", "10", HttpSettings::notice),
                source.secret("HUBEE_METRICS_TOKEN", HttpSettings::token));
    }

    private static Duration notice(String text) {
        int seconds = Integer.parseInt(text);
        if (seconds < 0 || seconds > LONGEST_NOTICE) {
            throw new IllegalArgumentException("0 to " + LONGEST_NOTICE);
        }
        return Duration.ofSeconds(seconds);
    }

    private static Optional<String> token(String text) {
        if (!text.isEmpty() && text.length() < SHORTEST_TOKEN) {
            throw new IllegalArgumentException("can be guessed");
        }
        return SettingValues.optional(text);
    }

    /** Hides the secret. */
    @Override
    public String toString() {
        return "HttpSettings[" + threads + ", " + connections + ", " + drainNotice + "]";
    }
}
