package fr.hubee.websecurity;

import fr.hubee.shared.settings.SettingSource;
import fr.hubee.shared.settings.SettingValues;
import fr.hubee.shared.settings.Settings;
import jakarta.inject.Inject;

/** @param threads most requests served at the same time: the server reads this setting too */
@Settings
public record UploadSettings(int threads) {

    @Inject
    UploadSettings(SettingSource source) {
        this(source.read("HUBEE_THREADS", "400", SettingValues::atLeastOne));
    }
}
