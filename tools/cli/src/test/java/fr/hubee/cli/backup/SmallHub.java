package fr.hubee.cli.backup;

import fr.hubee.cli.preflight.DatabaseAddress;
import fr.hubee.exchange.receipt.ReceiptsOfHub;
import fr.hubee.files.encryption.DataKey;
import fr.hubee.files.encryption.KeySet;
import fr.hubee.files.encryption.KeysOfHub;
import fr.hubee.files.encryption.MasterKeyFile;
import fr.hubee.files.encryption.MasterKeySettings;
import fr.hubee.files.storage.BlobKey;
import fr.hubee.files.storage.FileBlobStore;
import fr.hubee.files.storage.StorageSettings;
import fr.hubee.files.storage.StoredBlob;
import fr.hubee.files.storage.SweepOfHub;
import fr.hubee.journal.seal.OneRound;
import fr.hubee.journal.seal.SealSettings;
import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.launcher.EmbeddedDatabase;
import fr.hubee.operation.schema.Release;
import fr.hubee.operation.schema.SchemaMigration;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.postgresql.ds.PGSimpleDataSource;

/** A hub without a server: rows, files, a sealed journal, tables of the server, keys. */
final class SmallHub {
    private static final List<String> COMPARED = List.of(
            "organization",
            "process",
            "folder",
            "attachment",
            "audit_entry",
            "journal_block",
            "journal_head",
            "data_key",
            "jberet",
            "flyway_schema_history");

    static final String KEY = key("the key of this hub: thirty-two!");

    private final DebianPostgres postgres;
    private final String name;
    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private Instant now = Instant.parse("2026-11-27T10:00:00Z");

    SmallHub(DebianPostgres postgres, String name, Path folder) throws SQLException {
        this.postgres = postgres;
        this.name = name;
        this.folder = folder;
        postgres.makeDatabase(name);
        environment.putAll(postgres.environment(name));
        environment.put("HUBEE_BLOBS", store().toString());
        environment.put("HUBEE_KEY", KEY);
    }

    /** @param bytes 256 bits */
    static String key(String bytes) {
        return Base64.getEncoder().encodeToString(bytes.getBytes(StandardCharsets.US_ASCII));
    }

    Path store() {
        return folder.resolve("store");
    }

    SmallHub set(String setting, String value) {
        environment.put(setting, value);
        return this;
    }

    /** Returns the epoch of the feed, and whether webhooks are sent. */
    String feed() throws SQLException {
        try (var connection = owner();
                var select = connection.createStatement();
                var row = select.executeQuery("select epoch || ' ' || sends from feed_head")) {
            row.next();
            return row.getString(1);
        }
    }

    Connection owner() throws SQLException {
        return postgres.as(EmbeddedDatabase.OWNER, name);
    }

    void change(String... statements) throws SQLException {
        try (var connection = owner();
                var statement = connection.createStatement()) {
            for (var each : statements) {
                statement.execute(each);
            }
        }
    }

    /** Prepares the database as a server does at its first start. */
    void begin() throws SQLException, IOException {
        try (var server = postgres.as(EmbeddedDatabase.USER, name);
                var statement = server.createStatement()) {
            statement.execute("create table jberet (id serial primary key, what text)");
            statement.execute("insert into jberet (what) values ('a run')");
        }
        SchemaMigration.configuration(
                        getClass().getClassLoader(),
                        EmbeddedDatabase.USER,
                        Release.THIS,
                        SchemaMigration.LockRetries.USUAL)
                .dataSource(postgres.url(name), EmbeddedDatabase.OWNER, "")
                .load()
                .migrate();
        change("""
                insert into organization (organization_type, company_register, branch_code, name, postal_code, territory, status, created_at, version)
                values ('OSL', '99000101800011', '-', 'An operator', '75001', 'Paris', 'Actif', now(), 0)""", """
                insert into process (code, name, activated, osl_type, osl_company_register, osl_branch_code, attachment_formats,
                    si_attachment_formats, attachment_types, attachment_max_size, file_deletion_status, file_deletion_days, archiving_days,
                    folder_deletion_days, message_to_transmitter, message_with_status, authorized_awaiting, subscription_validation,
                    created_at, version)
                values ('EtatCivil', 'État civil', true, 'OSL', '99000101800011', '-', '{}', '{}', '{}', 1, 'CLOSED', 1, 1, 1, true, true,
                    true, 'AUTO', now(), 0)""");
        new MasterKeyFile(folder.resolve("master-key.json")).write(KeySet.fresh());
        set("HUBEE_MASTER_KEY_FILE", folder.resolve("master-key.json").toString());
    }

    private static UUID folder(int number) {
        return new UUID(0x7000, Long.MIN_VALUE + number);
    }

    private static UUID file(int number) {
        return new UUID(0x7001, Long.MIN_VALUE + number);
    }

    private static UUID itsCase(int number) {
        return new UUID(0x7002, Long.MIN_VALUE + number);
    }

    /** Returns a signer with the key of this hub. */
    ManifestSigner signer() {
        return new ManifestSigner(new SealSettings(new SettingSource(environment::get)).key(), Set.of(), false);
    }

    private MasterKeySettings masters() {
        return new MasterKeySettings(new SettingSource(environment::get));
    }

    private interface Work<T> {
        T of(EntityManager entities) throws Exception;
    }

    /** Runs the work in a transaction, with the database role of a server. */
    private <T> T asServer(Work<T> work) throws Exception {
        try (var connection = postgres.as(EmbeddedDatabase.USER, name)) {
            connection.setAutoCommit(false);
            var done = work.of(NativeQueries.on(connection));
            connection.commit();
            return done;
        }
    }

    /** Deposits a télédossier with a file, which is encrypted with its own key, and its entry in the journal. */
    String deposit(int number, String content) throws Exception {
        var key = asServer(entities -> new KeysOfHub(entities, masters()).keys().of(folder(number)));
        return deposit(number, content, key);
    }

    /** Deposits a file without encryption, as before there were keys. */
    String depositInClear(int number, String content) throws Exception {
        return deposit(number, content, Optional.empty());
    }

    private String deposit(int number, String content, Optional<DataKey> dataKey) throws Exception {
        StoredBlob blob;
        try (var draft = new FileBlobStore(store()).draft(dataKey)) {
            draft.target().write(content.getBytes(StandardCharsets.UTF_8));
            blob = draft.keep();
        }
        var told = """
                {"digests":[null,"%s:%s"],"externalId":[null,"DEM-%d"],"folder":[null,"%s"],"processCode":[null,"EtatCivil"],
                "recipients":[null,"SI-99000101800011-99101"],"sender":[null,"OSL-99000101800011-00000"]}""".formatted(file(number), blob.sha256(), number, folder(number))
                .replace("\n", "");
        change(
                """
                insert into folder (id, external_id, process_code, osl_type, osl_company_register, osl_branch_code, status,
                    status_set_by_transmitter, first_name, last_name, created_at, version)
                values ('%s', 'DEM-%d', 'EtatCivil', 'OSL', '99000101800011', '-', 'HUBEE_NOTIFIED', false,
                    'Ada', 'Exemple', now(), 0)""".formatted(folder(number), number),
                """
                insert into attachment (id, folder_id, position, file_name, type, size, mime_type, status, blob_key, sha256)
                values ('%s', '%s', 0, 'one.xml', 'any', %d, 'text/xml', 'RECEIVED', '%s', '%s')""".formatted(
                        file(number), folder(number), blob.size(), blob.key().value(), blob.sha256()),
                "call append_to_journal('CASE_TRANSMITTED', 'ada', null, null, '%s', null, '%s', 1, gen_random_uuid())"
                        .formatted(told, itsCase(number)));
        try (var connection = owner()) {
            OneRound.of(connection);
        }
        return blob.key().value();
    }

    /** Adds files of a télédossier, under its key; no row names them. */
    List<String> addFiles(int number, int howMany) throws Exception {
        var key = asServer(entities -> new KeysOfHub(entities, masters()).keys().of(folder(number)));
        var files = new ArrayList<String>();
        for (int each = 0; each < howMany; each++) {
            try (var draft = new FileBlobStore(store()).draft(key)) {
                draft.target().write(each);
                files.add(draft.keep().key().value());
            }
        }
        return files;
    }

    /** Removes unused files, as the hourly job does. */
    int sweep() throws Exception {
        return asServer(entities -> SweepOfHub.of(
                new FileBlobStore(store()),
                new KeysOfHub(entities, masters()).keys(),
                asked -> named(entities, asked)));
    }

    private static Set<BlobKey> named(EntityManager entities, Collection<BlobKey> asked) {
        var named = new HashSet<BlobKey>();
        for (var key : entities.createNativeQuery("select blob_key from attachment where blob_key is not null")
                .getResultList()) {
            named.add(new BlobKey((String) key));
        }
        named.retainAll(asked);
        return named;
    }

    KeySet masterKeys() {
        return new MasterKeyFile(folder.resolve("master-key.json")).read();
    }

    void addMasterKey() throws IOException {
        new MasterKeyFile(folder.resolve("master-key.json")).write(masterKeys().withAnother());
    }

    /** Replaces the key by that of another file. */
    void spoilKey(String key) throws SQLException {
        var id = new BlobKey(key).dataKey().orElseThrow();
        change("update data_key set wrapped = (select max(wrapped) from data_key where id <> '%1$s') where id = '%1$s'"
                .formatted(id));
    }

    /** Deletes the télédossier with its key, then its file. */
    void purge(String key) throws Exception {
        asServer(entities -> {
            var folder = (UUID) entities.createNativeQuery("select folder_id from attachment where blob_key = :key")
                    .setParameter("key", key)
                    .getSingleResult();
            entities.createNativeQuery("delete from folder where id = :id")
                    .setParameter("id", folder)
                    .executeUpdate();
            return new KeysOfHub(entities, masters()).keys().destroy(List.of(folder));
        });
        Files.delete(stored(key));
    }

    Path stored(String key) {
        return new FolderFiles(store()).path(key);
    }

    /** Returns the text of a file as read with this database, this store and any of the master keys. */
    Optional<String> read(String key) throws Exception {
        return asServer(entities -> {
            var size = (Long) entities.createNativeQuery("select size from attachment where blob_key = :key")
                    .setParameter("key", key)
                    .getSingleResult();
            return new KeysOfHub(entities, masters())
                    .open(new StoredBlob(new BlobKey(key), size, ""), Files.readAllBytes(stored(key)))
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
        });
    }

    /** Returns the signed receipts of a télédossier. */
    List<String> receipts(int number) throws Exception {
        var application = new PGSimpleDataSource();
        application.setUrl(postgres.url(name));
        application.setUser(EmbeddedDatabase.USER);
        return asServer(entities -> ReceiptsOfHub.ofCase(itsCase(number), entities, OneRound.entries(application)));
    }

    /** Returns the exit code and the output; each call is a minute after the one before. */
    String hubee(String... words) {
        now = now.plus(Duration.ofMinutes(1));
        var said = new ByteArrayOutputStream();
        int status = new BackupCommand(
                        environment,
                        Clock.fixed(now, ZoneOffset.UTC),
                        new PrintStream(said, true, StandardCharsets.UTF_8))
                .start(List.of(words));
        return status + " " + said.toString(StandardCharsets.UTF_8);
    }

    /** Makes a backup; the action runs while its first file is copied, after the dump. */
    long backUpWhile(Path backups, Path keys, Callable<?> happens) throws Exception {
        var settings = new SettingSource(environment::get);
        var happened = new AtomicBoolean();
        try (var database = new HubDatabase(new DatabaseAddress(settings));
                var stores = new HubStores(new StorageSettings(settings)) {
                    @Override
                    InputStream open(String key) throws IOException {
                        if (!happened.getAndSet(true)) {
                            call(happens);
                        }
                        return super.open(key);
                    }
                }) {
            now = now.plus(Duration.ofMinutes(1));
            var target = new BackupFolder(backups);
            target.make();
            return new Backup(database, stores, new KeyFolder(environment), signer(), System.out)
                    .make(target, Optional.of(new BackupFolder(keys)), now);
        }
    }

    private static void call(Callable<?> happens) throws IOException {
        try {
            happens.call();
        } catch (Exception failure) {
            throw new IOException(failure);
        }
    }

    /** Returns each file with its content, and each table with its rows. */
    Map<String, String> all() throws SQLException, IOException {
        var all = new TreeMap<String, String>();
        if (Files.exists(store())) {
            try (var files = Files.walk(store())) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    all.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
        }
        try (var connection = owner();
                var statement = connection.createStatement()) {
            statement.execute("set timezone = 'UTC'");
            for (var table : COMPARED) {
                var of = table.equals("jberet") ? postgres.as(EmbeddedDatabase.USER, name) : connection;
                try (var select = of.createStatement();
                        var row = select.executeQuery(
                                "select coalesce(string_agg(t::text, E'\\n' order by t::text), '') from " + table
                                        + " t")) {
                    row.next();
                    all.put(table, row.getString(1));
                } finally {
                    if (of != connection) {
                        of.close();
                    }
                }
            }
        }
        return all;
    }
}
