package fr.hubee.retention.reading;

import fr.hubee.shared.settings.SettingSource;
import fr.hubee.shared.settings.SettingValues;
import fr.hubee.shared.settings.Settings;
import jakarta.inject.Inject;

/** @param bytesPerHour how much of the store is read again every hour */
@Settings
public record StoreReadingSettings(long bytesPerHour) {

    @Inject
    StoreReadingSettings(SettingSource source) {
        this(source.read("HUBEE_STORE_READ_PER_HOUR", "4000", SettingValues::megabytes));
    }
}
