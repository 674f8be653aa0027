package fr.hubee.operation.schema;

import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.settings.SettingsCheck;

/** Reads the settings of every feature for {@code hubee preflight}. */
public final class AllSettings implements SettingsCheck {
    @Override
    public void read(SettingSource source) {
        new SettingsProducer(source);
    }
}
