package fr.hubee.http;

import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.settings.SettingsCheck;

/** Reads the networks of the proxies for {@code hubee preflight}. */
public final class ProxySettingsCheck implements SettingsCheck {
    @Override
    public void read(SettingSource source) {
        source.settings(TrustedProxies::read);
    }
}
