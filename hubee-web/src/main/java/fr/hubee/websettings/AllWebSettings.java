package fr.hubee.websettings;

import fr.hubee.shared.preflight.SettingsCheck;
import fr.hubee.shared.settings.SettingSource;

/** Reads the settings of the web module for {@code hubee preflight}. */
public final class AllWebSettings implements SettingsCheck {
    @Override
    public void read(SettingSource source) {
        new WebSettingsProducer(source);
    }
}
