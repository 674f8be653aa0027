package fr.hubee.http;

import fr.hubee.kernel.settings.SettingSource;
import java.time.Duration;

/** @param notice time for the proxy to notice that this node drains */
public record DrainSettings(Duration notice) {
    private static final int LONGEST = 3600;

    public DrainSettings(SettingSource source) {
        this(source.read("HUBEE_DRAIN_SECONDS", "10", DrainSettings::seconds));
    }

    private static Duration seconds(String text) {
        int seconds = Integer.parseInt(text);
        if (seconds < 0 || seconds > LONGEST) {
            throw new IllegalArgumentException("0 to " + LONGEST);
        }
        return Duration.ofSeconds(seconds);
    }
}
