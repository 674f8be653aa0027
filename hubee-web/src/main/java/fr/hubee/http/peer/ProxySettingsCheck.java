package fr.hubee.http.peer;

import fr.hubee.shared.preflight.SettingsCheck;
import fr.hubee.shared.settings.SettingSource;

/** Reads the networks of the proxies for {@code hubee preflight}. */
public final class ProxySettingsCheck implements SettingsCheck {
    @Override
    public void read(SettingSource source) {
        source.settings(TrustedProxies::read);
    }
}
