package fr.hubee.exchange.feed;

import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.settings.SettingValues;
import java.time.Period;

/** @param kept how long the weeks of the log are kept after their end */
public record FeedSettings(Period kept) {

    public FeedSettings(SettingSource source) {
        this(source.read("HUBEE_FEED_KEPT", "P30D", SettingValues::positivePeriod));
    }
}
