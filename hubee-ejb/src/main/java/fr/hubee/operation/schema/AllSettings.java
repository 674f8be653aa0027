package fr.hubee.operation.schema;

import fr.hubee.kernel.settings.SettingsCheck;
import fr.hubee.kernel.settings.SettingSource;

/** Reads the settings of every feature for {@code hubee preflight}. */
public final class AllSettings implements SettingsCheck {
    @Override
    public void read(SettingSource source) {
        new SettingsProducer(source);
    }
}
