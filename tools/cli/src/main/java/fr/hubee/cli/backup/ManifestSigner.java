package fr.hubee.cli.backup;

import fr.hubee.journal.seal.SealKey;
import fr.hubee.journal.seal.SignedClaims;
import fr.hubee.journal.seal.TreeHead;
import fr.hubee.kernel.shared.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Signs manifests, and refuses those without an accepted signature: an attacker with write access to a backup can exchange a part of it
 * with its digest, but not sign that. The signature names the backup, so that an old one is not taken for a new one.
 *
 * @param own the key of this hub
 * @param named the names of other accepted keys, such as the one before a change of key
 * @param anything whether signatures are ignored
 */
record ManifestSigner(Optional<SealKey> own, Set<String> named, boolean anything) {
    static final String FILE = "MANIFEST.jws";
    private static final String TYPE = "hubee-backup";
    private static final int VERSION = 1;

    ManifestSigner {
        named = Set.copyOf(named);
    }

    /**
     * Writes the signature next to the manifest; nothing without a key.
     *
     * @param name of the backup
     */
    void sign(Path folder, String name, byte[] manifest) throws IOException {
        if (own.isPresent()) {
            Files.writeString(folder.resolve(FILE), SignedClaims.signWithKey(TYPE, claims(name, manifest), own.get()));
        }
    }

    private static Map<String, Object> claims(String name, byte[] manifest) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("version", VERSION);
        claims.put("backup", name);
        claims.put("sha256", HexFormat.of().formatHex(Sha256.of(manifest)));
        return claims;
    }

    /** Whether only the key of this hub is accepted. */
    boolean isOwnOnly() {
        return !anything && named.isEmpty();
    }

    /** @throws BackupRefused with the problem, and its solution */
    void requireSigned(Path folder, byte[] manifest) throws IOException {
        if (anything) {
            return;
        }
        if (own.isEmpty() && named.isEmpty()) {
            throw new BackupRefused(
                    "No key is known that may have signed the backup: set HUBEE_KEY (or HUBEE_SEAL_KEY), name the"
                            + " key with --signed-by, or take it as it is with --unsigned");
        }
        var file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new BackupRefused(folder + " is not signed; with --unsigned it is taken as it is");
        }
        try {
            var jws = Files.readString(file);
            var key = SignedClaims.named(SignedClaims.keyIn(TYPE, jws));
            if (!counts(key.getKeyID())) {
                throw new BackupRefused(
                        folder + " is signed by a key that is not known: " + key.getKeyID()
                                + ". Was it made with another HUBEE_KEY or HUBEE_SEAL_KEY? Then set the former one, or name it with --signed-by");
            }
            var claims = SignedClaims.verify(
                    TYPE, jws, name -> name.equals(key.getKeyID()) ? TreeHead.publicKey(key) : null);
            var name = folder.getFileName().toString();
            if (!claims(name, manifest).get("sha256").equals(claims.get("sha256"))) {
                throw new IllegalArgumentException("its manifest is another one");
            }
            if (!name.equals(claims.get("backup"))) {
                throw new IllegalArgumentException("it is the backup " + claims.get("backup"));
            }
        } catch (IllegalArgumentException invalid) {
            throw new BackupRefused(folder + " is not what was signed: " + invalid.getMessage());
        }
    }

    private boolean counts(String name) {
        return named.contains(name) || own.filter(key -> key.id().equals(name)).isPresent();
    }
}
