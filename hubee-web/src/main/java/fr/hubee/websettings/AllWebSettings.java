package fr.hubee.websettings;

import fr.hubee.api.directory.BootstrapFile;
import fr.hubee.http.TrustedProxies;
import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.settings.SettingsCheck;

/** Reads the settings of the web module, and the bootstrap files, for {@code hubee preflight}. */
public final class AllWebSettings implements SettingsCheck {
    @Override
    public void read(SettingSource source) {
        new WebSettingsProducer(source);
        source.settings(TrustedProxies::read);
        source.settings(BootstrapFile::check);
    }
}
