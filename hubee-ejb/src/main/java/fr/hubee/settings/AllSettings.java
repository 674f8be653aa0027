package fr.hubee.settings;

import fr.hubee.shared.preflight.SettingsCheck;
import fr.hubee.shared.settings.SettingSource;

/** Reads the settings of every feature for {@code hubee preflight}. */
public final class AllSettings implements SettingsCheck {
    @Override
    public void read(SettingSource source) {
        new SettingsProducer(source);
    }
}
