package fr.hubee.api.directory;

import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.settings.SettingsCheck;

/** Checks that the bootstrap files can be read and are filled in, for {@code hubee preflight}. */
public final class BootstrapCheck implements SettingsCheck {
    @Override
    public void read(SettingSource source) {
        source.settings(from -> BootstrapFile.filledIn(new BootstrapSettings(from), null));
    }
}
