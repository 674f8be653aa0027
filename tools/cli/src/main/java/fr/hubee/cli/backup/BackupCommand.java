package fr.hubee.cli.backup;

import fr.hubee.cli.ExitCode;
import fr.hubee.cli.preflight.DatabaseAddress;
import fr.hubee.files.encryption.KeyCustody;
import fr.hubee.files.encryption.MasterKeySettings;
import fr.hubee.files.storage.StorageSettings;
import fr.hubee.journal.seal.SealSettings;
import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.shared.SystemClock;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * {@code backup DIR} and {@code restore DIR}, after which {@code webhooks on} lets the hub send webhooks again. The result has a reservation when files are missing in the store, when a check fails, or when
 * the author of the backup is unknown.
 */
public final class BackupCommand {
    private static final String USAGE =
            "Usage: backup DIR [--keys DIR] [--keep N] [--keep-keys N] [--without-master-key] | restore DIR [--at NAME] [--keys DIR]"
                    + " [--signed-by KEY | --unsigned] [--replace] | webhooks on | webhooks off";

    private static final Map<String, Set<String>> VALUES = Map.of(
            "backup",
            Set.of("--keys", "--keep", "--keep-keys"),
            "restore",
            Set.of("--at", "--keys", "--signed-by"),
            "webhooks",
            Set.of());

    private static final String WITHOUT_MASTER_KEY = "--without-master-key";

    private static final Map<String, Set<String>> FLAGS = Map.of(
            "backup", Set.of(WITHOUT_MASTER_KEY), "restore", Set.of("--replace", "--unsigned"), "webhooks", Set.of());

    /** Default number of backups of keys: the last one, and the one before in case the last is incomplete. */
    private static final int FEW = 2;

    private final Map<String, String> environment;
    private final Clock clock;
    private final PrintStream out;

    private final Map<String, String> options = new HashMap<>();

    BackupCommand(Map<String, String> environment, Clock clock, PrintStream out) {
        this.environment = environment;
        this.clock = clock;
        this.out = out;
    }

    public static int run(List<String> arguments) {
        return new BackupCommand(System.getenv(), SystemClock.get(), System.out).start(arguments);
    }

    int start(List<String> arguments) {
        var words = new ArrayDeque<>(arguments);
        var command = words.poll();
        if (!read(command, words)) {
            out.println(USAGE);
            return ExitCode.NOT_UNDERSTOOD;
        }
        var settings = new SettingSource(environment::get);
        try (var database = new HubDatabase(new DatabaseAddress(settings));
                var stores = new HubStores(new StorageSettings(settings))) {
            return switch (command) {
                case "backup" -> backup(database, stores);
                case "restore" -> restore(database, stores);
                default -> webhooks(database);
            };
        } catch (BackupRefused refused) {
            out.println("REFUSED  " + refused.getMessage());
        } catch (IOException | SQLException | IllegalStateException failure) {
            out.println("FAILED  " + failure.getMessage());
        }
        return ExitCode.BAD;
    }

    private boolean read(String command, ArrayDeque<String> words) {
        var known = command == null ? null : VALUES.get(command);
        if (known == null) {
            return false;
        }
        while (!words.isEmpty()) {
            var word = words.pop();
            if (FLAGS.get(command).contains(word)) {
                options.put(word, "");
            } else if (known.contains(word) && !words.isEmpty()) {
                options.put(word, words.pop());
            } else if (word.startsWith("--") || options.putIfAbsent("DIR", word) != null) {
                return false;
            }
        }
        boolean said = !command.equals("webhooks") || Set.of("on", "off").contains(options.get("DIR"));
        return said && options.containsKey("DIR") && isCount("--keep") && isCount("--keep-keys");
    }

    private boolean isCount(String option) {
        return options.getOrDefault(option, "1").matches("[1-9][0-9]{0,4}");
    }

    private Optional<Path> folder(String option) {
        return Optional.ofNullable(options.get(option)).map(Path::of);
    }

    @SuppressWarnings("try") // the lock is held, not asked
    private int backup(HubDatabase database, HubStores stores) throws IOException, SQLException {
        var target = new BackupFolder(folder("DIR").orElseThrow());
        var keys = folder("--keys").map(BackupFolder::new);
        requireApart();
        target.make();
        if (keys.isPresent()) {
            keys.get().make();
            tellOfMasterKey();
        } else {
            out.println("NOTE without --keys: HUBEE_KEY is not in this backup; keep it elsewhere");
        }
        var signer = signer();
        if (signer.own().isEmpty()) {
            out.println("NOTE without HUBEE_KEY and HUBEE_SEAL_KEY nothing is signed");
        }
        try (var lock = target.lock()) {
            long missing = new Backup(database, stores, keyFolder(), signer, out).make(target, keys, clock.instant());
            forget(target, keys);
            if (missing > 0) {
                out.println("Files that the store has lost: " + missing);
            }
            return missing == 0 ? ExitCode.GOOD : ExitCode.WITH_RESERVATION;
        }
    }

    private KeyFolder keyFolder() {
        var all = new KeyFolder(environment);
        return options.containsKey(WITHOUT_MASTER_KEY) ? all.withoutMasterKey() : all;
    }

    private void tellOfMasterKey() throws IOException {
        if (options.containsKey(WITHOUT_MASTER_KEY)) {
            out.println("NOTE the master key is not in this backup: keep it elsewhere, no file can be read without it");
        } else if (keyFolder().hasMasterKey()) {
            out.println("NOTE the master key lies beside the keys that it opens, in " + options.get("--keys")
                    + "; with " + WITHOUT_MASTER_KEY + " it is left out");
        }
    }

    /** Refuses keys inside the folder of the backups: a person who obtains one must not obtain the other. */
    private void requireApart() throws IOException {
        var given = folder("--keys");
        if (given.isEmpty()) {
            return;
        }
        var backups = real(folder("DIR").orElseThrow());
        var keys = real(given.get());
        if (keys.startsWith(backups)) {
            throw new BackupRefused("Keys are kept apart from what they open: --keys is inside of " + backups);
        }
        if (backups.startsWith(keys)) {
            throw new BackupRefused("Keys are kept apart from what they open: " + backups + " is inside of --keys");
        }
    }

    /** Returns the real path, with all links resolved, even if it does not exist yet. */
    private static Path real(Path path) throws IOException {
        var whole = path.toAbsolutePath();
        var there = whole;
        while (!Files.exists(there)) {
            there = there.getParent();
        }
        return there.toRealPath().resolve(there.relativize(whole)).normalize();
    }

    private void forget(BackupFolder target, Optional<BackupFolder> keys) throws IOException {
        var kept = count("--keep");
        if (kept.isPresent()) {
            int old = target.keep(kept.getAsInt());
            out.printf("Backups that went: %d, with %d files%n", old, new UnlistedFiles(target).delete());
        }
        if (keys.isPresent()) {
            int keptKeys = count("--keep-keys").orElse(Math.min(FEW, kept.orElse(FEW)));
            out.println("Backups of keys that went: " + keys.get().keep(keptKeys));
        }
    }

    private OptionalInt count(String option) {
        return options.containsKey(option)
                ? OptionalInt.of(Integer.parseInt(options.get(option)))
                : OptionalInt.empty();
    }

    private int restore(HubDatabase database, HubStores stores) throws IOException, SQLException {
        var backups = new BackupFolder(folder("DIR").orElseThrow());
        var backup = backups.named(Optional.ofNullable(options.get("--at")));
        var keys = folder("--keys");
        var keyFolder =
                keys.isPresent() ? Optional.of(keysOf(backup, new BackupFolder(keys.get()))) : Optional.<Path>empty();
        var signer = signer();
        if (signer.isOwnOnly()) {
            KeyFingerprints.of(new KeyFolder(environment)).requireThoseOf(Manifest.unverified(backup), keyFolder);
        }
        var masters = masterKeys(keyFolder);
        if (signer.anything()) {
            out.println("NOTE with --unsigned nobody knows who made this backup");
        }
        var manifest = new Restore(database, stores, new KeyFolder(environment), masters, signer, out)
                .put(backup, backups.files(), keyFolder, options.containsKey("--replace"));
        boolean allKeys = keyFolder.map(Path::getFileName).equals(Optional.of(backup.getFileName()));
        boolean holds = new Verification(database, stores, new RestoredKeys(database, masters), out)
                .holds(backup, manifest, allKeys, !signer.anything());
        out.println("NOTE no webhook leaves this hub, which may be a drill: webhooks on changes that");
        out.println(
                !holds
                        ? "RESTORED, BUT NOT ALL OF IT HOLDS"
                        : signer.anything()
                                ? "Restored, and consistent; but nobody says who made this backup (--unsigned)."
                                : "Restored, and verified.");
        return holds && !signer.anything() ? ExitCode.GOOD : ExitCode.WITH_RESERVATION;
    }

    /** Reads the master keys of this server before anything is written. */
    private KeyCustody masterKeys(Optional<Path> keyFolder) throws BackupRefused {
        try {
            return new KeyCustody(new MasterKeySettings(new SettingSource(environment::get)));
        } catch (IllegalStateException invalid) {
            throw new BackupRefused(invalid.getMessage()
                    + KeyFolder.masterKeyIn(keyFolder)
                            .map(file -> ". That of the backup is in " + file)
                            .orElse(""));
        }
    }

    private int webhooks(HubDatabase database) throws SQLException {
        boolean on = options.get("DIR").equals("on");
        database.sendWebhooks(on);
        out.println("Webhooks are " + (on ? "sent." : "not sent."));
        return ExitCode.GOOD;
    }

    private ManifestSigner signer() {
        return new ManifestSigner(
                new SealSettings(new SettingSource(environment::get)).key(),
                Optional.ofNullable(options.get("--signed-by")).map(Set::of).orElse(Set.of()),
                options.containsKey("--unsigned"));
    }

    /** Returns the keys of the same moment, or else the newest ones: with these, files deleted since the backup stay unreadable. */
    private static Path keysOf(Path backup, BackupFolder keys) throws IOException {
        var same = keys.named(Optional.of(backup.getFileName().toString()));
        return Files.exists(same) ? same : keys.named(Optional.empty());
    }
}
