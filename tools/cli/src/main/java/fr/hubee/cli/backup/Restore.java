package fr.hubee.cli.backup;

import fr.hubee.files.encryption.KeyCustody;
import fr.hubee.operation.schema.Release;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/** Restores a backup. All of it is checked before anything is written. */
final class Restore {
    private final HubDatabase database;
    private final HubStores stores;
    private final KeyFolder keys;
    private final KeyCustody masters;
    private final ManifestSigner signer;
    private final PrintStream out;

    Restore(
            HubDatabase database,
            HubStores stores,
            KeyFolder keys,
            KeyCustody masters,
            ManifestSigner signer,
            PrintStream out) {
        this.database = database;
        this.stores = stores;
        this.keys = keys;
        this.masters = masters;
        this.signer = signer;
        this.out = out;
    }

    /** @param replace whether existing data may be deleted */
    Manifest put(Path backup, FolderFiles files, Optional<Path> keyFolder, boolean replace)
            throws IOException, SQLException {
        var manifest = Manifest.signed(backup, signer);
        out.println("Backup of " + manifest.fact("taken").orElse("?") + ", release "
                + manifest.fact("release").orElse("?") + ", schema V"
                + manifest.fact("schema").orElse("?"));
        requireRelease(manifest);
        checkKeys(backup, keyFolder);
        manifest.requireParts(backup);
        checkFiles(backup, files);
        requireRoom(replace);
        putDatabase(backup, keyFolder);
        long put = putFiles(backup, files);
        out.println("Database and files are back: " + put);
        return manifest;
    }

    private static void requireRelease(Manifest manifest) throws BackupRefused {
        int release = manifest.fact("release").map(Integer::valueOf).orElse(0);
        if (release > Release.THIS.number()) {
            throw new BackupRefused(
                    "The backup is of release " + release + ", this is release " + Release.THIS.number());
        }
    }

    private void checkKeys(Path backup, Optional<Path> keyFolder) throws IOException, SQLException {
        if (keyFolder.isPresent()) {
            Manifest.checked(keyFolder.get(), signer);
            keys.requireSame(keyFolder.get());
            keys.requireMasterKeys(keyFolder.get(), masters.names());
        } else {
            out.println("NOTE without --keys: HUBEE_KEY and the keys of files are not looked at ("
                    + backup.getFileName() + ")");
        }
    }

    private void checkFiles(Path backup, FolderFiles files) throws IOException {
        try (var list = FileList.of(backup)) {
            for (var line = list.read(); line != null; line = list.read()) {
                stores.requirePlace(line.key());
                if (line.isThere()) {
                    requireSame(line, files);
                }
            }
        }
    }

    private static void requireSame(BackedUpFile line, FolderFiles files) throws IOException {
        var file = files.path(line.key());
        if (!Files.exists(file)) {
            throw new BackupRefused(file + " is missing");
        }
        try (var bytes = Files.newInputStream(file)) {
            if (!Copied.of(bytes).sha256().equals(line.sha256())) {
                throw new BackupRefused(file + " is not what was backed up");
            }
        }
    }

    private void requireRoom(boolean replace) throws IOException, SQLException {
        int servers = database.connectionsOfServers();
        if (servers > 0) {
            throw new BackupRefused(
                    "Servers of HubEE use this database (%d connections): stop them first".formatted(servers));
        }
        if (!replace && !database.isEmpty()) {
            throw new BackupRefused("The database is not empty. With --replace, what is in it goes");
        }
        if (!replace && !stores.isEmpty()) {
            throw new BackupRefused(
                    "The store is not empty. With --replace, what is in it stays beside what comes back");
        }
    }

    private void putDatabase(Path backup, Optional<Path> keyFolder) throws IOException, SQLException {
        if (!database.isEmpty()) {
            database.empty();
        }
        var owner = database.asOwner();
        var dump = backup.resolve(Backup.DUMP);
        owner.restore(dump, "--section=pre-data", "--section=data");
        var keyDump = keyFolder.map(folder -> folder.resolve(KeyFolder.DUMP));
        if (keyDump.isPresent() && Files.exists(keyDump.get())) {
            owner.restore(keyDump.get(), "--data-only");
        }
        owner.restore(dump, "--section=post-data");
        var server = backup.resolve(Backup.SERVER_DUMP);
        if (Files.exists(server)) {
            (database.isOfTwoRoles() ? database.asApplication() : owner).restore(server);
        }
        database.renewFeed();
        database.analyze();
    }

    private long putFiles(Path backup, FolderFiles files) throws IOException {
        long put = 0;
        try (var list = FileList.of(backup)) {
            for (var line = list.read(); line != null; line = list.read()) {
                if (line.isThere()) {
                    stores.put(line.key(), files.path(line.key()));
                    put++;
                }
            }
        }
        return put;
    }
}
