package fr.hubee.cli.backup;

import fr.hubee.files.encryption.KeySet;
import fr.hubee.files.encryption.MasterKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The secrets without which a backup cannot be read: one file for each setting, in a folder of its own. */
final class KeyFolder {
    static final String DUMP = "data_key.dump";

    /**
     * {@code HUBEE_KEY}, {@code HUBEE_SEAL_KEY} and future ones, or the names of files that contain them; not the credentials of other
     * services.
     */
    private static final Pattern KEY = Pattern.compile("HUBEE_(?!S3_|TLS_)(?:[A-Z]+_)*KEY(_FILE)?");

    private static final String MASTER_KEY = "HUBEE_MASTER_KEY";

    private static final List<String> MASTER_KEYS = List.of(MASTER_KEY, MASTER_KEY + "_FILE");

    /** Name of the file with the names of master keys that are stored elsewhere. */
    static final String NAMES = "MASTER_KEY_NAMES";

    private final Map<String, String> settings;
    private final boolean withMasterKey;

    /** @param environment of the server */
    KeyFolder(Map<String, String> environment) {
        this(environment, true);
    }

    private KeyFolder(Map<String, String> environment, boolean withMasterKey) {
        this.settings = new TreeMap<>(environment);
        this.withMasterKey = withMasterKey;
    }

    /** Returns a folder that contains only the names of master keys. */
    KeyFolder withoutMasterKey() {
        return new KeyFolder(settings, false);
    }

    boolean hasMasterKey() throws IOException {
        return MASTER_KEYS.stream().anyMatch(secrets()::containsKey);
    }

    /** Returns the secrets by the names of their settings. */
    Map<String, byte[]> secrets() throws IOException {
        var found = new TreeMap<String, byte[]>();
        for (var setting : settings.entrySet()) {
            var name = setting.getKey();
            var matcher = KEY.matcher(name);
            if (matcher.matches() && !setting.getValue().isBlank()) {
                found.put(
                        name,
                        matcher.group(1) == null
                                ? setting.getValue().getBytes(StandardCharsets.UTF_8)
                                : Files.readAllBytes(Path.of(setting.getValue())));
            }
        }
        return found;
    }

    /** Returns the secret of a setting, as a server reads it: a file that contains it comes first. */
    Optional<byte[]> secret(String setting) throws IOException {
        var file = settings.getOrDefault(setting + "_FILE", "");
        if (!file.isBlank()) {
            return Optional.of(Files.readAllBytes(Path.of(file)));
        }
        return Optional.of(settings.getOrDefault(setting, ""))
                .filter(text -> !text.isBlank())
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    void write(Path folder) throws IOException {
        var names = new ArrayList<String>();
        for (var secret : secrets().entrySet()) {
            if (withMasterKey || !MASTER_KEYS.contains(secret.getKey())) {
                Files.write(folder.resolve(secret.getKey()), secret.getValue());
            } else {
                keysOf(secret.getValue()).forEach(key -> names.add(key.name()));
            }
        }
        if (!names.isEmpty()) {
            Files.write(folder.resolve(NAMES), names);
        }
    }

    /** @throws BackupRefused if this server has another key than those of the backup */
    void requireSame(Path folder) throws IOException {
        for (var secret : secrets().entrySet()) {
            var kept = folder.resolve(secret.getKey());
            if (Files.exists(kept)
                    && !MASTER_KEYS.contains(secret.getKey())
                    && !text(Files.readAllBytes(kept)).equals(text(secret.getValue()))) {
                throw new BackupRefused(secret.getKey() + " is not that of the backup: take the one in " + kept
                        + ", or nothing can be read");
            }
        }
    }

    /** Returns the file with the master keys of a backup, if they were backed up. */
    static Optional<Path> masterKeyIn(Optional<Path> folder) {
        return folder.stream()
                .flatMap(keys -> MASTER_KEYS.stream().map(keys::resolve))
                .filter(Files::exists)
                .findFirst();
    }

    /**
     * Requires the master keys of the backup; this server may have more of them now, also elsewhere.
     *
     * @throws BackupRefused if one of the backup is not among those of this server
     */
    void requireMasterKeys(Path folder, Set<String> known) throws IOException {
        var kept = masterKeyIn(Optional.of(folder));
        if (kept.isPresent()) {
            for (var key : keysOf(Files.readAllBytes(kept.get()))) {
                requireKnown(key.name(), known, "put it there, it is in " + kept.get());
            }
        }
        var elsewhere = folder.resolve(NAMES);
        if (Files.exists(elsewhere)) {
            for (var name : Files.readAllLines(elsewhere)) {
                requireKnown(name, known, "it is not in the backup, bring it from where it is kept");
            }
        }
    }

    private static void requireKnown(String key, Set<String> known, String where) throws BackupRefused {
        if (!known.contains(key)) {
            throw new BackupRefused(
                    MASTER_KEY + " has no key " + key + ", with which files of the backup may be encrypted: " + where);
        }
    }

    private static List<MasterKey> keysOf(byte[] secret) {
        return KeySet.of(text(secret)).all();
    }

    private static String text(byte[] secret) {
        return new String(secret, StandardCharsets.ISO_8859_1).strip();
    }
}
