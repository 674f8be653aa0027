package fr.hubee.bundle;

import fr.hubee.shared.settings.SettingSource;
import fr.hubee.shared.settings.SettingValues;

/** @param room maximum size of all ZIPs in the store, in bytes */
public record BundleSettings(long room) {

    public BundleSettings(SettingSource source) {
        this(source.read("HUBEE_ZIP_ROOM", "20000", SettingValues::megabytes));
    }
}
