package fr.hubee.bundle;

import fr.hubee.shared.settings.SettingSource;
import fr.hubee.shared.settings.SettingValues;
import fr.hubee.shared.settings.Settings;
import jakarta.inject.Inject;

/** @param room bytes of the store that the ZIPs may take that people have made of télédossiers */
@Settings
public record BundleSettings(long room) {

    @Inject
    BundleSettings(SettingSource source) {
        this(source.read("HUBEE_ZIP_ROOM", "20000", SettingValues::megabytes));
    }
}
