package fr.hubee.websecurity;

import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.settings.SettingValues;

/** @param threads the maximum of concurrent requests: the server reads this setting too */
public record UploadSettings(int threads) {

    public UploadSettings(SettingSource source) {
        this(source.read("HUBEE_THREADS", "400", SettingValues::atLeastOne));
    }
}
