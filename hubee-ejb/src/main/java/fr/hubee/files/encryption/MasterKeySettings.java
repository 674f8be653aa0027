package fr.hubee.files.encryption;

import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.settings.SettingValues;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * @param keySet the master keys themselves
 * @param file contains them, and is read again when it has changed; empty when they are in a secret of the server
 * @param token contains the current one, if there is a token; those of the key set are then only for reading
 */
public record MasterKeySettings(Optional<KeySet> keySet, Optional<Path> file, Optional<MasterKeySource> token) {
    private static final String NAME = "HUBEE_MASTER_KEY";

    private static final String FILE = NAME + "_FILE";

    public MasterKeySettings(SettingSource source) {
        this(of(source), file(source), token(new Pkcs11Settings(source)));
    }

    MasterKeySettings(Optional<KeySet> keySet, Optional<Path> file) {
        this(keySet, file, Optional.empty());
    }

    public static Optional<Path> file(SettingSource source) {
        return source.read(FILE, "", text -> SettingValues.optional(text).map(Path::of));
    }

    private static Optional<MasterKeySource> token(Pkcs11Settings settings) {
        return settings.configuration().map(token -> Pkcs11Keys.open(settings));
    }

    /** @throws IllegalStateException with the problem of the file, without its content */
    private static Optional<KeySet> of(SettingSource source) {
        var file = file(source);
        if (file.isEmpty()) {
            return source.secret(NAME, text -> SettingValues.optional(text).map(KeySet::of));
        }
        try {
            return Optional.of(new MasterKeyFile(file.get()).read());
        } catch (IllegalArgumentException invalid) {
            throw new IllegalStateException("The setting " + FILE + ": " + invalid.getMessage(), invalid);
        }
    }

    public boolean isOn() {
        return keySet.isPresent() || token.isPresent();
    }

    /** Returns the master key that the server has read; empty where files are not encrypted. */
    public Optional<MasterKey> current() {
        return token.or(() -> keySet).map(MasterKeySource::current);
    }

    public List<MasterKey> all() {
        return Stream.<Optional<? extends MasterKeySource>>of(token, keySet)
                .flatMap(Optional::stream)
                .flatMap(keys -> keys.all().stream())
                .toList();
    }

    @Override
    public String toString() {
        return "MasterKeySettings[" + (isOn() ? "on" : "off") + "]"; // no secret in a log
    }
}
