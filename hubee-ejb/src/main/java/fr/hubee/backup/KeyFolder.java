package fr.hubee.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The secrets without which a backup cannot be read: one file for each setting, in a folder of its own. */
final class KeyFolder {
    static final String DUMP = "data_key.dump";

    /** {@code HUBEE_KEY}, {@code HUBEE_SEAL_KEY} and what may come, or the names of files that hold them; not the ways to other services. */
    private static final Pattern KEY = Pattern.compile("HUBEE_(?!S3_|TLS_)(?:[A-Z]+_)*KEY(_FILE)?");

    private final Map<String, String> settings;

    /** @param environment of the server */
    KeyFolder(Map<String, String> environment) {
        this.settings = new TreeMap<>(environment);
    }

    /** By the names of their settings. */
    Map<String, byte[]> secrets() throws IOException {
        var found = new TreeMap<String, byte[]>();
        for (var setting : settings.entrySet()) {
            var name = setting.getKey();
            var matcher = KEY.matcher(name);
            if (matcher.matches()) {
                found.put(
                        name,
                        matcher.group(1) == null
                                ? setting.getValue().getBytes(StandardCharsets.UTF_8)
                                : Files.readAllBytes(Path.of(setting.getValue())));
            }
        }
        return found;
    }

    void write(Path folder) throws IOException {
        for (var secret : secrets().entrySet()) {
            Files.write(folder.resolve(secret.getKey()), secret.getValue());
        }
    }

    /** @throws BackupRefused if this server has another key than those of the backup */
    void requireSame(Path folder) throws IOException {
        for (var secret : secrets().entrySet()) {
            var kept = folder.resolve(secret.getKey());
            if (Files.exists(kept) && !text(Files.readAllBytes(kept)).equals(text(secret.getValue()))) {
                throw new BackupRefused(secret.getKey() + " is not that of the backup: take the one in " + kept
                        + ", or nothing can be read");
            }
        }
    }

    private static String text(byte[] secret) {
        return new String(secret, StandardCharsets.ISO_8859_1).strip();
    }
}
