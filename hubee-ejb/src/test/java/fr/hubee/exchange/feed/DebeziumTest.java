package fr.hubee.exchange.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import fr.hubee.kernel.shared.UuidV7;
import fr.hubee.launcher.EmbeddedDatabase;
import fr.hubee.operation.schema.Release;
import fr.hubee.operation.schema.SchemaMigration;
import io.debezium.engine.ChangeEvent;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.format.Json;
import io.debezium.engine.format.KeyValueHeaderChangeEventFormat;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./dev test --long}: Debezium reads the log on a real standby, with the statements and the settings of docs/operations.md. */
@EnabledIfSystemProperty(named = "hubee.long", matches = "true")
class DebeziumTest {
    private static final UUID CASE = UUID.fromString("0198d0f0-0000-7000-8000-00000000000c");

    private final BlockingQueue<ChangeEvent<String, String>> read = new LinkedBlockingQueue<>();
    private final List<String> expected = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @TempDir
    Path folder;

    private EmbeddedDatabase primary;
    private EmbeddedDatabase standby;
    private Connection connection;

    @BeforeEach
    void start() throws IOException, SQLException {
        var first = folder.resolve("primary");
        var second = folder.resolve("standby");
        EmbeddedDatabase.start(0, first, false).close();
        copy(first, second);
        Files.createFile(second.resolve("standby.signal"));
        primary = EmbeddedDatabase.start(
                0,
                first,
                false,
                Map.of(
                        "wal_level", "logical",
                        "synchronous_standby_names", "*",
                        "synchronous_commit", "remote_apply")); // what is committed is on the standby, too
        Files.writeString(
                second.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=127.0.0.1 user=postgres port=" + primary.port() + "'\n");
        standby =
                EmbeddedDatabase.start(0, second, false, Map.of("wal_level", "logical", "hot_standby_feedback", "on"));
        SchemaMigration.configuration(
                        DebeziumTest.class.getClassLoader(),
                        EmbeddedDatabase.OWNER,
                        Release.THIS,
                        SchemaMigration.LockRetries.USUAL)
                .dataSource(primary.url(), EmbeddedDatabase.OWNER, EmbeddedDatabase.PASSWORD)
                .load()
                .migrate();
        connection = DriverManager.getConnection(primary.url(), "postgres", "postgres");
        run(block("sql"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    @AfterEach
    void stop() throws IOException, SQLException {
        threads.shutdownNow();
        connection.close();
        standby.close();
        primary.close();
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Returns what the manual says under « Kafka ». */
    private static String block(String language) throws IOException {
        var manual = Files.readString(Path.of("../docs/operations.md"));
        var found = Pattern.compile("\n## Kafka\n.*?```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(manual);
        found.find();
        return found.group(1);
    }

    /** Returns the settings of Debezium Server as its engine gets them. */
    private Properties settings() throws IOException {
        var told = new Properties();
        told.load(new StringReader(block("properties")));
        var settings = new Properties();
        told.stringPropertyNames()
                .forEach(name -> settings.setProperty(
                        name.replaceFirst("^debezium\\.(source\\.)?", "")
                                .replaceFirst("^format\\.(key|value|header)\\.", "$1.converter."),
                        told.getProperty(name)));
        settings.setProperty("name", "hubee");
        settings.setProperty("database.hostname", "127.0.0.1");
        settings.setProperty("database.port", String.valueOf(standby.port()));
        settings.setProperty(
                "offset.storage.file.filename", folder.resolve("offsets").toString());
        return settings;
    }

    private DebeziumEngine<ChangeEvent<String, String>> engine() throws IOException {
        return DebeziumEngine.create(KeyValueHeaderChangeEventFormat.of(Json.class, Json.class, Json.class))
                .using(settings())
                .notifying(event -> {
                    if (event.destination().equals("hubee.case")) {
                        read.add(event);
                    }
                })
                .build();
    }

    /** Tells of something, as the hub does: the event is in the log once it is sealed. */
    private void happens(int number) throws SQLException {
        var id = UuidV7.next();
        run("""
                insert into feed_unsealed (id, aggregateid, type, payload, occurred_at,
                    organization_type, company_register, branch_code, process_code)
                values ('%s', '%s', 'fr.hubee.case.status.v1', '{"number": %d}', '2026-11-30T00:00:00Z',
                    'SI', '21170300100010', '17300', 'EtatCivil')""".formatted(id, CASE, number));
        expected.add(id.toString());
    }

    private void seal() throws SQLException {
        FeedSealer.head(connection, "seal_feed()");
    }

    /** A slot on a standby begins when the primary has said which transactions run, as it does by itself while the hub works. */
    private void begin() throws SQLException {
        try (var atStandby = DriverManager.getConnection(standby.url(), "postgres", "postgres");
                var slots = atStandby.prepareStatement(
                        "select pg_sleep(0.1) from pg_replication_slots where confirmed_flush_lsn is not null")) {
            do {
                run("select pg_log_standby_snapshot()");
            } while (!slots.executeQuery().next());
        }
    }

    private List<ChangeEvent<String, String>> next(int count) throws InterruptedException {
        var events = new ArrayList<ChangeEvent<String, String>>();
        while (events.size() < count) {
            var event = read.poll(2, TimeUnit.MINUTES);
            assertNotNull(event, () -> "only " + events);
            events.add(event);
        }
        return events;
    }

    private static Map<String, String> headers(ChangeEvent<String, String> event) {
        var headers = new TreeMap<String, String>();
        event.headers().forEach(header -> headers.put(header.getKey(), String.valueOf(header.getValue())));
        return headers;
    }

    @Test
    void eachEventIsReadOnceInItsOrderWithKeyTypeAndHeaders() throws Exception {
        happens(1);
        happens(2);
        seal();
        var found = new ArrayList<ChangeEvent<String, String>>();
        try (var engine = engine()) {
            threads.execute(engine);
            begin();
            found.addAll(next(2)); // what was there before
            happens(3);
            seal();
            run("begin");
            happens(0);
            run("rollback");
            expected.remove(3);
            happens(4);
            seal();
            found.addAll(next(2));
        }
        happens(5);
        seal();
        try (var engine = engine()) {
            threads.execute(engine);
            happens(6);
            seal();
            found.addAll(next(2)); // it goes on where it was
        }
        assertEquals(
                expected.stream().map(id -> "\"" + id + "\"").toList(),
                found.stream().map(event -> headers(event).get("id")).toList());
        for (int i = 0; i < found.size(); i++) {
            assertEquals("\"" + CASE + "\"", found.get(i).key());
            assertEquals("{\"number\":" + (i + 1) + "}", found.get(i).value());
        }
        assertEquals(
                Map.of(
                        "id", "\"" + expected.get(5) + "\"",
                        "type", "\"fr.hubee.case.status.v1\"",
                        "time", "\"2026-11-30T00:00:00.000000Z\"",
                        "organizationType", "\"SI\"",
                        "companyRegister", "\"21170300100010\"",
                        "branchCode", "\"17300\""),
                headers(found.get(5)));
    }
}
