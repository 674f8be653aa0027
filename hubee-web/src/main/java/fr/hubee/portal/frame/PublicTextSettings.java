package fr.hubee.portal.frame;

import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.settings.SettingValues;
import java.nio.file.Path;
import java.util.Optional;

/** @param folder texts that replace our own */
public record PublicTextSettings(Optional<Path> folder) {

    public PublicTextSettings(SettingSource source) {
        this(source.read("HUBEE_TEXTS", "", SettingValues::optional).map(SettingValues::path));
    }
}
