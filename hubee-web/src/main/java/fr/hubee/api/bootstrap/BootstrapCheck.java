package fr.hubee.api.bootstrap;

import fr.hubee.shared.preflight.SettingsCheck;
import fr.hubee.shared.settings.SettingSource;

/** Looks whether the bootstrap files can be read, and are filled in, for {@code hubee preflight}. */
public final class BootstrapCheck implements SettingsCheck {
    @Override
    public void read(SettingSource source) {
        source.settings(from -> BootstrapFile.filledIn(new BootstrapSettings(from), null));
    }
}
