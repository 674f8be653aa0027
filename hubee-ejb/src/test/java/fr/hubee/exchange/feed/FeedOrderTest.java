package fr.hubee.exchange.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import fr.hubee.kernel.shared.UuidV7;
import fr.hubee.launcher.EmbeddedDatabase;
import fr.hubee.operation.schema.Release;
import fr.hubee.operation.schema.SchemaMigration;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checks V116 with a real database: whoever reads by position gets each committed event once, in the order of its case. */
class FeedOrderTest {
    private static final OrganizationKey TOWN = new OrganizationKey(OrganizationType.SI, "21170300100010", "17300");
    private static final List<String> BIRTHS = List.of("EtatCivil");
    private static final int WRITERS = 16;
    private static final int TRANSACTIONS = 40;

    /** Few: writers wait for one another, as the transactions of a case do. */
    private static final int CASES = 12;

    private static final String SCHEMA = "s" + UUID.randomUUID().toString().replace("-", "");

    static EmbeddedDatabase database;

    private final Set<UUID> committed = ConcurrentHashMap.newKeySet();
    private final AtomicInteger writing = new AtomicInteger(WRITERS);

    @BeforeAll
    static void start() throws IOException, SQLException {
        database = EmbeddedDatabase.temporary(0);
        SchemaMigration.configuration(
                        FeedOrderTest.class.getClassLoader(),
                        EmbeddedDatabase.OWNER,
                        Release.THIS,
                        SchemaMigration.LockRetries.USUAL)
                .dataSource(database.url(), EmbeddedDatabase.OWNER, EmbeddedDatabase.PASSWORD)
                .schemas(SCHEMA)
                .load()
                .migrate();
        try (var connection = connect()) {
            run(connection, "create table locked (id int primary key, step int not null)");
            run(connection, "insert into locked select id, 0 from generate_series(0, 11) id");
        }
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        try (var connection = connect()) {
            run(connection, "truncate feed_event, feed_unsealed");
        }
    }

    private static Connection connect() throws SQLException {
        var connection = DriverManager.getConnection(database.url(), EmbeddedDatabase.OWNER, EmbeddedDatabase.PASSWORD);
        connection.setSchema(SCHEMA);
        return connection;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String adding(UUID id, int theCase, int step) {
        return """
                insert into feed_unsealed (id, aggregateid, type, payload, occurred_at,
                    organization_type, company_register, branch_code, process_code)
                values ('%s', '00000000-0000-0000-0000-%012d', 'fr.hubee.case.status.v1',
                    '{"step": %d}', now(), 'SI', '21170300100010', '17300', 'EtatCivil')""".formatted(id, theCase, step);
    }

    private static String adding(int theCase, int step) {
        return adding(UuidV7.next(), theCase, step);
    }

    /** Holds some cases in turn, adds an event to each, and commits after a while, or not. */
    private Void write(int writer) throws SQLException, InterruptedException {
        var random = new Random(writer);
        try (var connection = connect()) {
            connection.setAutoCommit(false);
            for (int transaction = 0; transaction < TRANSACTIONS; transaction++) {
                var added = new ArrayList<UUID>();
                int last = random.nextInt(CASES);
                for (int theCase = Math.max(0, last - random.nextInt(3)); theCase <= last; theCase++) {
                    added.add(addHolding(connection, theCase));
                }
                Thread.sleep(random.nextInt(10) == 0 ? 40 : random.nextInt(3)); // the length of a transaction
                if (random.nextInt(5) == 0) {
                    connection.rollback();
                } else {
                    connection.commit();
                    committed.addAll(added);
                }
            }
        } finally {
            writing.decrementAndGet();
        }
        return null;
    }

    private static UUID addHolding(Connection connection, int theCase) throws SQLException {
        var id = UuidV7.next();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "update locked set step = step + 1 where id = " + theCase + " returning step")) {
            row.next();
            run(connection, adding(id, theCase, row.getInt(1)));
        }
        return id;
    }

    private Void seal() throws SQLException {
        try (var connection = connect()) {
            while (writing.get() > 0) {
                position(connection);
            }
            position(connection);
        }
        return null;
    }

    private static long position(Connection connection) throws SQLException {
        return FeedSealer.head(connection, "seal_feed()").position();
    }

    /** Reads at its own pace, until it finds nothing more after the end. */
    private List<FeedLine> read(String column, int limit) throws SQLException {
        var lines = new ArrayList<FeedLine>();
        try (var connection = connect();
                var statement = connection.prepareStatement("select " + FeedLine.COLUMNS.replace("position", column)
                        + " from feed_event where " + column + " > ? order by " + column + " limit " + limit)) {
            boolean over = false;
            int before = -1;
            while (!over || lines.size() > before) {
                over = writing.get() < 0;
                before = lines.size();
                statement.setLong(1, lines.isEmpty() ? 0 : lines.get(before - 1).position());
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        lines.add(FeedLine.of(rows));
                    }
                }
            }
        }
        return lines;
    }

    private List<List<FeedLine>> readWhileWriting(String column) throws Exception {
        var threads = Executors.newCachedThreadPool();
        try {
            var writers = new ArrayList<Callable<Void>>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int number = writer;
                writers.add(() -> write(number));
            }
            var readers = List.of(1, 7, 500).stream()
                    .map(limit -> threads.submit(() -> read(column, limit)))
                    .toList();
            var sealers = List.of(threads.submit(this::seal), threads.submit(this::seal));
            for (var each : threads.invokeAll(writers)) {
                each.get();
            }
            for (var each : sealers) {
                each.get();
            }
            writing.decrementAndGet(); // below none: all is written and sealed
            var read = new ArrayList<List<FeedLine>>();
            for (var each : readers) {
                read.add(each.get());
            }
            return read;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void eachReaderGetsEachCommittedEventOnceAndThoseOfACaseInTheirOrder() throws Exception {
        for (var lines : readWhileWriting("position")) {
            assertEquals(committed.size(), lines.size());
            assertEquals(committed, ids(lines));
            assertInOrder(lines);
        }
    }

    /** Shows what positions are for: a number is drawn before the commit, and the reader may have passed it by then. */
    @Test
    void whoeverReadsByNumberMissesEvents() throws Exception {
        assertTrue(readWhileWriting("number").stream()
                .anyMatch(lines -> !ids(lines).equals(committed)));
    }

    private static Set<UUID> ids(List<FeedLine> lines) {
        var ids = new HashSet<UUID>();
        lines.forEach(line -> ids.add(line.id()));
        return ids;
    }

    private static void assertInOrder(List<FeedLine> lines) {
        Map<UUID, Integer> steps = new HashMap<>();
        for (var line : lines) {
            int step = Integer.parseInt(line.data().replaceAll("\\D", ""));
            var before = steps.put(line.caseId(), step);
            assertTrue(before == null || before < step, () -> before + " and then " + step);
        }
    }

    @Test
    void whoeverOnlyReadsHoldsNobodyBackAndALongTransactionOnlyItsOwnEvents() throws SQLException {
        try (var reading = connect();
                var slow = connect();
                var quick = connect()) {
            reading.setAutoCommit(false);
            run(reading, "set transaction isolation level repeatable read");
            run(reading, "select from feed_event, feed_unsealed");
            slow.setAutoCommit(false);
            run(slow, adding(1, 1));
            long head = position(quick);
            for (int step = 1; step <= 3; step++) {
                run(quick, adding(2, step));
                assertEquals(head + step, position(quick));
            }
            slow.commit();
            assertEquals(head + 4, position(quick));
        }
    }

    @Test
    void aNodeHasTheNewestEventsInMemoryAndWakesWhoWaitsForThem() throws SQLException {
        try (var connection = connect()) {
            var live = new LiveFeed();
            FeedSealer.round(connection, live);
            var end = live.head().orElseThrow();
            long head = end.position();
            var woken = new AtomicInteger();
            live.await(TOWN, head, woken::incrementAndGet);
            FeedSealer.round(connection, live);
            assertEquals(0, woken.get());
            assertEquals(List.of(), live.after(head, end, TOWN, BIRTHS, 10).orElseThrow());

            run(connection, adding(3, 1));
            FeedSealer.round(connection, live);

            assertEquals(1, woken.get());
            assertEquals(
                    1, live.after(head, end, TOWN, BIRTHS, 10).orElseThrow().size());
            assertEquals(
                    List.of(),
                    live.after(head, end, TOWN, List.of("CERTDC"), 10).orElseThrow());
            assertTrue(live.after(head - 1, end, TOWN, BIRTHS, 10).isEmpty(), "older ones are in the database only");
            var newer = new LiveFeed.Head(head + 2, 0, end.epoch());
            assertTrue(live.after(head, newer, TOWN, BIRTHS, 10).isEmpty(), "another node has read more");
        }
    }

    @Test
    void whereAStandbyTookOverWithoutTheLastCommitsTheMemoryBeginsAnew() throws SQLException {
        try (var connection = connect()) {
            var live = new LiveFeed();
            FeedSealer.round(connection, live);
            var end = live.head().orElseThrow();
            long head = end.position();
            run(connection, adding(5, 1));
            FeedSealer.round(connection, live);
            run(connection, "delete from feed_event");
            run(connection, "update feed_head set position = " + head);
            FeedSealer.round(connection, live);
            assertEquals(List.of(), live.after(head, end, TOWN, BIRTHS, 10).orElseThrow());
        }
    }

    /** Nothing of it is committed: it needs no organisation. */
    @Test
    void theMetricsHaveTheAgeOfWhatIsNotInTheLogYetAndOfWhatNoNodeSends() throws SQLException {
        try (var connection = connect()) {
            connection.setAutoCommit(false);
            long head = position(connection);
            run(connection, adding(6, 1).replace("now()", "now() - interval '9 s'"));
            assertEquals(List.of("9.000000"), ages(connection, FeedAge.UNSEALED));
            position(connection);
            assertEquals(List.of("none"), ages(connection, FeedAge.UNSEALED));

            run(connection, """
                    insert into api_client (client_id, scope, organization_type, company_register, branch_code, process_codes,
                        created_at, version) values ('town', 'SI', 'SI', '21170300100010', '17300', '{EtatCivil}', now(), 0)""");
            run(connection, """
                    insert into api_client_key (id, client_id, kid, thumbprint, jwk, created_at)
                    values (gen_random_uuid(), 'town', '1', '1', '{}', now())""");
            run(connection, """
                    insert into webhook_endpoint (id, client_id, process_codes, address, state, salt, created_at, position)
                    values (gen_random_uuid(), 'town', '{EtatCivil}', 'https://town.example', 'ACTIVE', '', now(), %d)""".formatted(head));
            assertEquals(List.of("9.000000", "9.000000"), ages(connection, FeedAge.UNDELIVERED));
            assertEquals(List.of("ACTIVE", "1"), ages(connection, FeedAge.ENDPOINTS));
            for (var held : List.of(
                    "leased_until = now() + interval '60 s'",
                    "leased_until = null, rests_until = now() + interval '5 min'")) {
                run(connection, "update webhook_endpoint set " + held);
                assertEquals(List.of("9.000000", "none"), ages(connection, FeedAge.UNDELIVERED), held);
            }
            for (var done : List.of("position = position + 1", "position = 0, state = 'PAUSED'")) {
                run(connection, "update webhook_endpoint set rests_until = null, " + done);
                assertEquals(List.of("none", "none"), ages(connection, FeedAge.UNDELIVERED), done);
            }
            run(connection, "update webhook_endpoint set state = 'ACTIVE', failures = 5, position = " + (head + 1));
            run(connection, """
                    insert into webhook_delivery (endpoint_id, id, type, position, occurred_at, attempts, next_at)
                    select id, id, 'a', 1, now() - interval '3 days', 4, now() from webhook_endpoint""");
            assertEquals(List.of("259200.000000", "none"), ages(connection, FeedAge.UNDELIVERED));
            assertEquals(List.of("FAILING", "1"), ages(connection, FeedAge.ENDPOINTS));
            connection.rollback();
        }
    }

    private static List<String> ages(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query.replace(":now", "now()").replace("double precision", "text"))) {
            row.next();
            var ages = new ArrayList<String>();
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                ages.add(Optional.ofNullable(row.getString(column)).orElse("none"));
            }
            return ages;
        }
    }

    @Test
    void aWeekThatIsDroppedMovesTheOldestPosition() throws SQLException {
        try (var connection = connect()) {
            run(connection, adding(4, 1).replace("now()", "'2020-01-01'"));
            run(connection, "select make_feed_week('2020-02-12')");
            run(connection, adding(4, 2).replace("now()", "'2020-02-12'"));
            long newest = position(connection);
            run(connection, "select drop_feed_weeks('2020-02-16 23:59:59+00')");
            assertEquals(newest - 1, FeedSealer.head(connection, "position").dropped());
            run(connection, "select drop_feed_weeks('2020-02-17 00:00:00+00')");
            assertEquals(newest, FeedSealer.head(connection, "position").dropped());
        }
    }
}
