package fr.hubee.http;

import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.settings.SettingValues;
import java.util.Optional;

/** @param token the token for reading the metrics; without it they cannot be read */
public record ScrapeSettings(Optional<String> token) {
    private static final int SHORTEST = 32;

    public ScrapeSettings(SettingSource source) {
        this(source.secret("HUBEE_METRICS_TOKEN", ScrapeSettings::longEnough));
    }

    private static Optional<String> longEnough(String text) {
        if (!text.isEmpty() && text.length() < SHORTEST) {
            throw new IllegalArgumentException("can be guessed");
        }
        return SettingValues.optional(text);
    }

    /** Hides the secret. */
    @Override
    public String toString() {
        return "ScrapeSettings[token=" + (token.isPresent() ? "set" : "none") + "]";
    }
}
