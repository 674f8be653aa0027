package fr.hubee.api.bootstrap;

import fr.hubee.shared.preflight.SettingsCheck;
import fr.hubee.shared.settings.SettingSource;
import java.util.List;

/** Looks whether the bootstrap files can be read, and are filled in, for {@code hubee preflight}. */
public final class BootstrapCheck implements SettingsCheck {
    @Override
    public void read(SettingSource source) {
        source.settings(BootstrapCheck::files);
    }

    private static List<BootstrapFile> files(SettingSource source) {
        var files = BootstrapFile.all(new BootstrapSettings(source), null);
        Blanks.requireNone(files);
        return files;
    }
}
