package fr.hubee.bundle;

import fr.hubee.shared.settings.SettingSource;
import fr.hubee.shared.settings.SettingValues;

/** @param room bytes of the store that the ZIPs may take that people have made of télédossiers */
public record BundleSettings(long room) {

    public BundleSettings(SettingSource source) {
        this(source.read("HUBEE_ZIP_ROOM", "20000", SettingValues::megabytes));
    }
}
