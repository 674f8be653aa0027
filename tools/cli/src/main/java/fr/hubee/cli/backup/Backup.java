package fr.hubee.cli.backup;

import fr.hubee.operation.schema.Release;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a backup while the hub runs. The database first, then the files: a row is committed after its file is durable, and a file is
 * deleted after its row. So every row of the dump has its file, except those deleted in between.
 */
final class Backup {
    static final String DUMP = "hubee.dump";

    /** Name of the dump of the tables that the server has created for itself. */
    static final String SERVER_DUMP = "server.dump";

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final HubDatabase database;
    private final HubStores stores;
    private final KeyFolder keys;
    private final ManifestSigner signer;
    private final PrintStream out;

    private long copied;
    private long bytes;
    private long deleted;
    private long missing;

    Backup(HubDatabase database, HubStores stores, KeyFolder keys, ManifestSigner signer, PrintStream out) {
        this.database = database;
        this.stores = stores;
        this.keys = keys;
        this.signer = signer;
        this.out = out;
    }

    /** @return how many files the store has lost: rows name them, also now */
    long make(BackupFolder target, Optional<BackupFolder> keyTarget, Instant now) throws IOException, SQLException {
        var name = MOMENT.format(now);
        if (keyTarget.isEmpty() && database.hasKeyTable()) {
            throw new BackupRefused("The keys of the files are kept apart: say where with --keys");
        }
        var begun = target.begin(name);
        var begunKeys = keyTarget.isPresent() ? Optional.of(keyTarget.get().begin(name)) : Optional.<Path>empty();
        var named = begun.resolve("named");
        var facts = dump(begun, begunKeys, named, now);
        copyFiles(target, named, begun.resolve(FileList.NAME));
        Files.delete(named);
        if (begunKeys.isPresent()) {
            keys.write(begunKeys.get());
            Manifest.write(begunKeys.get(), name, Map.of("taken", now.toString()), signer);
            keyTarget.get().end(begunKeys.get(), name);
        }
        Manifest.write(begun, name, facts, signer);
        target.end(begun, name);
        out.printf("%s: %d files are new (%d bytes); deleted since the dump: %d%n", name, copied, bytes, deleted);
        return missing;
    }

    /** Dumps one moment of the database. */
    private Map<String, String> dump(Path begun, Optional<Path> begunKeys, Path named, Instant now)
            throws IOException, SQLException {
        var snapshot = database.beginSnapshot();
        try {
            var facts = facts(now);
            database.asOwner().dump(begun.resolve(DUMP), snapshot, ofOwner());
            var others = database.relationsOfOthers();
            if (database.isOfTwoRoles() && !others.isEmpty()) {
                database.asApplication().dump(begun.resolve(SERVER_DUMP), snapshot, options("--table=", others));
            }
            if (begunKeys.isPresent() && database.hasKeyTable()) {
                database.asOwner()
                        .dump(
                                begunKeys.get().resolve(KeyFolder.DUMP),
                                snapshot,
                                List.of("--data-only", "--table=" + HubDatabase.KEYS));
            }
            database.writeFiles(named);
            return facts;
        } finally {
            database.endSnapshot();
        }
    }

    private List<String> ofOwner() throws SQLException {
        var options = options("--exclude-table=", database.relationsOfOthers());
        options.add("--exclude-table-data=" + HubDatabase.KEYS); // there may be none: nothing is excluded then
        options.add("--exclude-table-data=upload*"); // their parts are not copied: senders begin again
        return options;
    }

    private static List<String> options(String option, List<String> relations) {
        var options = new ArrayList<String>();
        relations.forEach(each -> options.add(option + each));
        return options;
    }

    private Map<String, String> facts(Instant now) throws SQLException, IOException {
        var facts = new LinkedHashMap<String, String>();
        facts.put("taken", now.toString());
        facts.put("release", String.valueOf(Release.THIS.number()));
        facts.put("schema", database.text("""
                select version from flyway_schema_history where success and version is not null
                order by installed_rank desc limit 1"""));
        facts.put("postgresql", database.text("show server_version"));
        facts.put("database", database.text("select current_database()"));
        facts.put("head", database.text("select jws from journal_head order by size desc, at desc limit 1"));
        facts.putAll(KeyFingerprints.of(keys).bySetting());
        return facts;
    }

    private void copyFiles(BackupFolder target, Path named, Path list) throws IOException, SQLException {
        var former = target.newest();
        try (var wanted = FileList.ofFile(named);
                var known = former.isPresent() ? FileList.of(former.get()) : FileList.empty();
                var written = FileList.writer(list)) {
            for (var line = wanted.read(); line != null; line = wanted.read()) {
                var kept = kept(target.files(), known.find(line.key()), line.key());
                var one = new BackedUpFile(line.key(), kept.size(), kept.sha256(), line.promised());
                written.append(one.toString()).append('\n');
            }
        }
    }

    /** Copies a file, unless an earlier backup has it: no key is ever written twice, so that it need not be read again. */
    private Copied kept(FolderFiles files, BackedUpFile former, String key) throws IOException, SQLException {
        var file = files.path(key);
        if (Files.exists(file)) {
            if (former != null && former.isThere() && former.size() == Files.size(file)) {
                return new Copied(former.size(), former.sha256());
            }
            try (var there = Files.newInputStream(file)) {
                return Copied.of(there);
            }
        }
        try (var stored = stores.open(key)) {
            var one = files.put(key, stored);
            copied++;
            bytes += one.size();
            return one;
        } catch (NoSuchFileException gone) {
            if (database.isNamed(key)) {
                out.println("MISSING in the store: " + key);
                missing++;
            } else {
                deleted++;
            }
            return new Copied(0, BackedUpFile.ABSENT);
        }
    }
}
