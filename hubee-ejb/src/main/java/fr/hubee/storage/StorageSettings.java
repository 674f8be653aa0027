package fr.hubee.storage;

import fr.hubee.shared.settings.SettingSource;
import fr.hubee.shared.settings.SettingValues;
import java.nio.file.Path;

/** @param blobs the folder for the bytes of attachments */
public record StorageSettings(Path blobs) {

    public StorageSettings(SettingSource source) {
        this(source.read("HUBEE_BLOBS", "/var/lib/hubee/blobs", SettingValues::path));
    }
}
