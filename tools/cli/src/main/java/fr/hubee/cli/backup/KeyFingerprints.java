package fr.hubee.cli.backup;

import fr.hubee.kernel.shared.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Fingerprints of the keys that sign a backup, by the names of their settings. They are facts of its manifest: a restore with another key
 * names the setting, before a signature that no key of this server has made looks like a forgery.
 */
record KeyFingerprints(Map<String, String> bySetting) {
    private static final List<String> SETTINGS = List.of("HUBEE_KEY", "HUBEE_SEAL_KEY");
    private static final int CHARACTERS = 16;

    KeyFingerprints {
        bySetting = new TreeMap<>(bySetting);
    }

    static KeyFingerprints of(KeyFolder keys) throws IOException {
        var found = new TreeMap<String, String>();
        for (var setting : SETTINGS) {
            keys.secret(setting).ifPresent(key -> found.put(setting, fingerprint(key)));
        }
        return new KeyFingerprints(found);
    }

    /** Returns a digest of 256 random bits, of which nobody finds these bits. */
    private static String fingerprint(byte[] key) {
        var text = "hubee-backup " + new String(key, StandardCharsets.US_ASCII).strip();
        return HexFormat.of()
                .formatHex(Sha256.of(text.getBytes(StandardCharsets.US_ASCII)))
                .substring(0, CHARACTERS);
    }

    /**
     * Compares the keys of this server with those of a backup. A backup of a former release has no fingerprints: it is not compared.
     *
     * @param keyFolder the keys of the backup, if they are at hand
     * @throws BackupRefused with the setting, and where the former key is
     */
    void requireThoseOf(Manifest manifest, Optional<Path> keyFolder) throws BackupRefused {
        if (SETTINGS.stream().noneMatch(setting -> manifest.fact(setting).isPresent())) {
            return;
        }
        for (var setting : SETTINGS) {
            var former = manifest.fact(setting);
            var here = Optional.ofNullable(bySetting.get(setting));
            if (former.isEmpty() && here.isPresent()) {
                throw new BackupRefused(
                        "This backup was made without " + setting
                                + ", which is set here: take it out of the settings for the restore, or name the key of the backup with --signed-by");
            }
            if (!former.equals(here)) {
                throw new BackupRefused("This backup was made with another " + setting + " (fingerprint " + former.get()
                        + "; "
                        + here.map(own -> "the one of this server has " + own).orElse("this server has none")
                        + "): put the former one into the settings, " + where(setting, keyFolder));
            }
        }
    }

    private static String where(String setting, Optional<Path> keyFolder) {
        return keyFolder.stream()
                .flatMap(folder -> List.of(folder.resolve(setting), folder.resolve(setting + "_FILE")).stream())
                .filter(Files::exists)
                .findFirst()
                .map(file -> "it is in " + file)
                .orElse("from where step 5 of docs/production.md has you keep a copy");
    }
}
