package fr.hubee.encryption;

import fr.hubee.shared.settings.SettingSource;
import fr.hubee.shared.settings.SettingValues;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * @param keySet the master keys themselves; empty when files are not encrypted
 * @param file has them, and is read again when it has changed; empty when a secret of the server has them
 */
public record MasterKeySettings(Optional<KeySet> keySet, Optional<Path> file) {
    public static final String NAME = "HUBEE_MASTER_KEY";

    private static final String FILE = NAME + "_FILE";

    public MasterKeySettings(SettingSource source) {
        this(
                of(source),
                source.read(FILE, "", text -> SettingValues.optional(text).map(Path::of)));
    }

    /** @throws IllegalStateException that says what is wrong with the file, and shows nothing of it */
    private static Optional<KeySet> of(SettingSource source) {
        var file = source.read(FILE, "", text -> SettingValues.optional(text).map(Path::of));
        if (file.isEmpty()) {
            return source.secret(NAME, text -> SettingValues.optional(text).map(KeySet::of));
        }
        try {
            return Optional.of(new MasterKeyFile(file.get()).read());
        } catch (IllegalArgumentException wrong) {
            throw new IllegalStateException("The setting " + FILE + ": " + wrong.getMessage(), wrong);
        }
    }

    public boolean isOn() {
        return keySet.isPresent();
    }

    public List<MasterKey> all() {
        return keySet.map(KeySet::all).orElse(List.of());
    }

    @Override
    public String toString() {
        return "MasterKeySettings[" + (isOn() ? "on" : "off") + "]"; // no secret in a log
    }
}
