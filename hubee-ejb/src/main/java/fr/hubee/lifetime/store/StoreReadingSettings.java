package fr.hubee.lifetime.store;

import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.settings.SettingValues;

/** @param bytesPerHour how much of the store is read again every hour */
public record StoreReadingSettings(long bytesPerHour) {

    public StoreReadingSettings(SettingSource source) {
        this(source.read("HUBEE_STORE_READ_PER_HOUR", "4000", SettingValues::megabytes));
    }
}
