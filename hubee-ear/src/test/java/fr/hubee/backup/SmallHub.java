package fr.hubee.backup;

import fr.hubee.audit.seal.OneRound;
import fr.hubee.database.preflight.DatabaseAddress;
import fr.hubee.database.schema.Release;
import fr.hubee.database.schema.SchemaMigration;
import fr.hubee.it.server.DebianPostgres;
import fr.hubee.launcher.EmbeddedDatabase;
import fr.hubee.shared.settings.SettingSource;
import fr.hubee.storage.StorageSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;

/** What a hub leaves on its disks, without a server: rows, files, a sealed journal, tables of the server, keys. */
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
        environment.put("HUBEE_KEY", "the key of this hub");
    }

    Path store() {
        return folder.resolve("store");
    }

    SmallHub set(String setting, String value) {
        environment.put(setting, value);
        return this;
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

    /** As a server does at its first start. */
    void begin() throws SQLException {
        try (var server = postgres.as(EmbeddedDatabase.USER, name);
                var statement = server.createStatement()) {
            statement.execute("create table jberet (id serial primary key, what text)");
            statement.execute("insert into jberet (what) values ('a run')");
        }
        SchemaMigration.configuration(
                        getClass().getClassLoader(),
                        EmbeddedDatabase.USER,
                        Release.THIS,
                        SchemaMigration.Patience.USUAL)
                .dataSource(postgres.url(name), EmbeddedDatabase.OWNER, "")
                .load()
                .migrate();
        change(
                "drop table if exists data_key cascade",
                "create table data_key (id text primary key, wrapped text)",
                "insert into data_key values ('one', 'wrapped')",
                """
                insert into organization (organization_type, company_register, branch_code, name, postal_code, territory, status, created_at, version)
                values ('OSL', '99000101800011', '-', 'An operator', '75001', 'Paris', 'Actif', now(), 0)""",
                """
                insert into process (code, name, activated, osl_type, osl_company_register, osl_branch_code, attachment_formats,
                    si_attachment_formats, attachment_types, attachment_max_size, file_deletion_status, file_deletion_days, archiving_days,
                    folder_deletion_days, message_to_transmitter, message_with_status, authorized_awaiting, subscription_validation,
                    created_at, version)
                values ('EtatCivil', 'État civil', true, 'OSL', '99000101800011', '-', '{}', '{}', '{}', 1, 'CLOSED', 1, 1, 1, true, true,
                    true, 'AUTO', now(), 0)""",
                """
                insert into folder (id, external_id, process_code, osl_type, osl_company_register, osl_branch_code, status,
                    status_set_by_transmitter, first_name, last_name, created_at, version)
                values ('00000000-0000-7000-8000-000000000000', 'one', 'EtatCivil', 'OSL', '99000101800011', '-', 'HUBEE_NOTIFIED', false,
                    'Ada', 'Exemple', now(), 0)""");
    }

    /** A file and its row, and a line of the journal. */
    String deposit(int position, String content) throws Exception {
        var key = "fs-"
                + UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .replace("-", "");
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        var file = new FolderFiles(store()).path(key);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        var digest = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        change(
                """
                insert into attachment (id, folder_id, position, file_name, type, size, mime_type, status, blob_key, sha256)
                values (gen_random_uuid(), '00000000-0000-7000-8000-000000000000', %d, 'one.xml', 'any', %d, 'text/xml', 'RECEIVED', '%s', '%s')""".formatted(position, bytes.length, key, digest),
                "call append_to_journal('SIGNED_IN', 'ada', null, null, '{}', null, '" + position
                        + "', 1, gen_random_uuid())");
        try (var connection = owner()) {
            OneRound.of(connection);
        }
        return key;
    }

    void purge(String key) throws Exception {
        change("delete from attachment where blob_key = '" + key + "'");
        Files.delete(new FolderFiles(store()).path(key));
    }

    /** Its exit code, then what it says; each call is a minute after the one before. */
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

    /** Something happens while its first file is copied: after the dump. */
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
            var target = new Backups(backups);
            target.make();
            return new Backup(database, stores, new KeyFolder(environment), System.out)
                    .make(target, Optional.of(new Backups(keys)), now);
        }
    }

    private static void call(Callable<?> happens) throws IOException {
        try {
            happens.call();
        } catch (Exception failed) {
            throw new IOException(failed);
        }
    }

    /** Each file with its content, each table with its rows. */
    Map<String, String> all() throws SQLException, IOException {
        var all = new TreeMap<String, String>();
        if (Files.exists(store())) {
            try (var files = Files.walk(store())) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    all.put(file.getFileName().toString(), Files.readString(file));
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
