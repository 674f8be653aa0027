package fr.hubee.websettings;

import fr.hubee.http.TrustedProxies;
import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.settings.SettingsCheck;

/** Reads the settings of the web module for {@code hubee preflight}. */
public final class AllWebSettings implements SettingsCheck {
    @Override
    public void read(SettingSource source) {
        new WebSettingsProducer(source);
        source.settings(TrustedProxies::read);
    }
}
