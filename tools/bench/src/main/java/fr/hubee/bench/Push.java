package fr.hubee.bench;

import fr.hubee.launcher.EmbeddedDatabase;
import fr.hubee.launcher.Footprint;
import fr.hubee.launcher.Ports;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Measures what events cost on their way out: webhooks, streams, polls that wait, and a week of the log that is dropped. */
public final class Push {
    private static final List<String> PARTS = List.of("webhooks", "empty", "streams", "polls", "week");

    private static final int PER_SECOND = 300;
    /** Until the server has as many events in memory as it ever has. */
    private static final int FILLING_SECONDS = 70;

    private static final int WARM_UP_SECONDS = 25;
    private static final int SECONDS = 60;

    /** Endpoints that answer 204, hang, answer 500, and refuse connections: one for each town, in this order. */
    private static final int HEALTHY = 750;

    private static final int HANGING = 200;
    private static final int FAILING = 25;
    private static final int ABSENT = 25;

    /** Events a second that come alone, and those that reach ten readers each. */
    private static final int FEW = 4;

    private static final int TO_READERS = 20;
    private static final int READING_SECONDS = 10;
    private static final int LOST_AFTER_SECONDS = 30;
    private static final int ROWS = 3_000_000;

    private static final String REGISTER = """
            insert into webhook_endpoint (id, client_id, process_codes, address, state, salt, position, created_at)
            select gen_random_uuid(), 'push-' || n - 1, '{EtatCivil}', address, 'ACTIVE', sha256(address::bytea),
              (select position from feed_head), now()
            from unnest(?::text[]) with ordinality as t (address, n) where n > ? and n <= ?""";

    private static final String STATEMENTS = "select sum(calls) from pg_stat_statements where toplevel and userid = '"
            + EmbeddedDatabase.USER + "'::regrole and query !~* '^(begin|commit|rollback)'";

    private static final String WEEK = """
            set timezone = 'UTC';
            do $$
            declare
              begins timestamptz := date_trunc('week', now() - interval '50 days');
              week   text := 'feed_event_' || to_char(begins, 'YYYY_MM_DD');
            begin
              execute format('create table %%I (like feed_event including defaults including constraints)', week);
              execute format('insert into %%I (id, aggregatetype, aggregateid, type, payload, occurred_at, organization_type,
                  company_register, branch_code, process_code, number, position)
                select gen_random_uuid(), ''case'', gen_random_uuid(), ''fr.hubee.case.received.v1'', ''{"status": "SENT"}'',
                  %%L::timestamptz + n * interval ''0.1 seconds'', ''SI'', (70000000000000 + n %%%% 1000)::text, ''77372'', ''EtatCivil'',
                  n - %1$d, n - %1$d from generate_series(1, %1$d) n', week, begins);
              execute format('alter table feed_event attach partition %%I for values from (%%L) to (%%L)', week, begins,
                begins + interval '1 week');
            end $$""".formatted(ROWS);

    private final Bed bed;
    private final Path project;
    private final PushTowns towns;
    private final List<String> lines = new ArrayList<>();

    private Push(Bed bed, Path project) throws SQLException {
        this.bed = bed;
        this.project = project;
        this.towns = PushTowns.make(bed);
    }

    /** @param arguments some of webhooks, empty, streams, polls and week; none for all */
    public static void main(String... arguments) throws IOException, SQLException, InterruptedException {
        var project = Path.of("").toAbsolutePath();
        var load = load();
        System.out.println("Starting a database and a server ...");
        try (var bed = Bed.make(project, Ports.fromEnvironment())) {
            var push = new Push(bed, project);
            for (var part : arguments.length == 0 ? PARTS : List.of(arguments)) {
                push.measure(part);
            }
            push.report(load);
        }
        System.exit(0);
    }

    private void measure(String part) throws IOException, InterruptedException, SQLException {
        switch (part) {
            case "webhooks" -> webhooks();
            case "empty" -> emptyAnswers();
            case "streams" -> streams();
            case "polls" -> polls();
            case "week" -> week();
            default -> throw new IllegalArgumentException("Usage: ./dev bench push [" + String.join(" ", PARTS) + "]");
        }
    }

    private static String load() throws IOException {
        return Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0];
    }

    private void report(String load) throws IOException {
        var text = String.format(
                Locale.ROOT,
                "%s, %d processors, JDK %s, load %s before and %s after%n%n| | measured | wanted |%n| --- | --: | --: |%n%s",
                LocalDate.now(ZoneOffset.UTC),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                load,
                load(),
                String.join("", lines));
        Files.writeString(project.resolve("tools/bench/target/push.md"), text);
        System.out.printf("%n%s%nAlso in tools/bench/target/push.md.%n", text);
    }

    private void line(String what, String wanted, String format, Object... values) {
        var line = "| %s | %s | %s |%n".formatted(what, String.format(Locale.ROOT, format, values), wanted);
        System.out.print(line);
        lines.add(line);
    }

    private void webhooks() throws IOException, InterruptedException, SQLException {
        try (var receivers = new PushReceivers(towns::arrived)) {
            receivers.add(HEALTHY, HttpResponseStatus.NO_CONTENT);
            receivers.add(HANGING, null);
            receivers.add(FAILING, HttpResponseStatus.INTERNAL_SERVER_ERROR);
            receivers.addAbsent(ABSENT);
            register(receivers, 0, HEALTHY);
            towns.write(PER_SECOND, WARM_UP_SECONDS);
            alone();
            register(receivers, HEALTHY, PushTowns.TOWNS);
            crowd();
        }
        change("delete from webhook_endpoint");
    }

    private void register(PushReceivers receivers, int from, int to) throws SQLException {
        try (var connection = bed.connect();
                var statement = connection.prepareStatement(REGISTER)) {
            statement.setArray(
                    1, connection.createArrayOf("text", receivers.addresses().toArray()));
            statement.setInt(2, from);
            statement.setInt(3, to);
            statement.executeUpdate();
        }
    }

    /** Takes off the work of an idle server. */
    private void alone() throws IOException, InterruptedException, SQLException {
        settle();
        towns.forget();
        long idle = number(STATEMENTS);
        TimeUnit.SECONDS.sleep(READING_SECONDS);
        long before = number(STATEMENTS);
        towns.write(FEW, READING_SECONDS);
        long after = number(STATEMENTS);
        double asked = after - before - (before - idle);
        line("statements of an event that comes alone", "4", "%.1f", asked / (FEW * READING_SECONDS));
    }

    private void settle() throws InterruptedException {
        for (int second = 0;
                second < LOST_AFTER_SECONDS && towns.delays(Push::isHealthy).missing() > 0;
                second++) {
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private static boolean isHealthy(int town) {
        return town < HEALTHY;
    }

    private void crowd() throws IOException, InterruptedException, SQLException {
        try (var database = bed.administrator()) {
            towns.write(PER_SECOND, FILLING_SECONDS);
            settle();
            towns.forget();
            var before = Footprint.of(bed.serverPid(), database);
            Statements.forget(database);
            long attempts = number("select count(*) from webhook_attempt");
            var spent = bed.measure(() -> towns.write(PER_SECOND, SECONDS));
            long statements = number(STATEMENTS);
            double deliveries = number("select count(*) from webhook_attempt") - attempts;
            Statements.write(database, (int) deliveries, project.resolve("tools/bench/target/push-statements.md"));
            var after = Footprint.of(bed.serverPid(), database);
            settle();
            var delays = towns.delays(Push::isHealthy);
            line(
                    "healthy endpoints: from commit to request, p99 (p50)",
                    "1,000 ms",
                    "%.0f ms (%.0f)",
                    delays.percentile(99),
                    delays.percentile(50));
            line(
                    "events that did not arrive; arrivals more than once",
                    "0",
                    "%d; %d",
                    delays.missing(),
                    delays.again());
            line(
                    "events a second; attempts",
                    PER_SECOND + "",
                    "%.0f; %.0f",
                    PER_SECOND * SECONDS / spent.seconds(),
                    deliveries);
            line("server, processor time of an attempt", "1 ms", "%.2f ms", spent.program() / deliveries);
            line("PostgreSQL, the same", "", "%.2f ms", spent.database() / deliveries);
            line("statements of an attempt", "4", "%.1f", statements / deliveries);
            line("live heap before and after", "flat", "%d and %d MB", before.heap() >> 20, after.heap() >> 20);
        }
    }

    private void emptyAnswers() throws IOException, InterruptedException, SQLException {
        var polls = new Polls(
                bed,
                Options.read(List.of("--polls=10000")),
                Partner.named("demo-trois-vallons", project, bed.address()));
        var feed = "/feed/v1/events?cursor=" + PushReaders.end(bed.address());
        polls.ask(Polls.QUEUE);
        polls.ask(feed);
        var spent = polls.measureAlternately(List.of(feed, Polls.QUEUE));
        line(
                "empty answer of the feed / empty poll of the contract",
                "1",
                "%.2f (%.2f / %.2f ms)",
                spent.get(0).cpu() / spent.get(1).cpu(),
                spent.get(0).cpu(),
                spent.get(1).cpu());
    }

    private void streams() throws IOException, InterruptedException, SQLException {
        towns.forget();
        try (var database = bed.administrator();
                var readers = new PushReaders(bed.address(), towns)) {
            var before = Footprint.of(bed.serverPid(), database);
            double opened = bed.measure(readers::open).seconds();
            line("10,000 streams are open after", "30 s", "%.1f s", opened);
            memory("10,000 streams", before, Footprint.of(bed.serverPid(), database));
            var quiet = bed.measure(() -> TimeUnit.SECONDS.sleep(READING_SECONDS));
            line(
                    "server, processor time of a second while they wait",
                    "",
                    "%.0f ms",
                    quiet.program() / quiet.seconds());
            towns.write(TO_READERS, READING_SECONDS);
            settle();
            arrivals("streams");
            var writer = new Thread(this::writeOn);
            writer.start();
            var drain = bed.script("drain").start();
            double closed = bed.measure(readers::awaitClosed).seconds();
            line("all are closed by a drain after", "", "%.1f s", closed);
            drain.waitFor();
            bed.script("undrain").start().waitFor();
            double again = bed.measure(readers::open).seconds();
            writer.join();
            for (int second = 0; second < LOST_AFTER_SECONDS && readers.complete() < PushReaders.READERS; second++) {
                TimeUnit.SECONDS.sleep(1);
            }
            line("all are open again after; refused meanwhile", "", "%.1f s; %d", again, readers.refused());
            line("streams that got each event once, in order, the drain included", "10,000", "%,d", readers.complete());
        }
    }

    private void writeOn() {
        try {
            towns.write(TO_READERS, LOST_AFTER_SECONDS);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
        }
    }

    private void memory(String whose, Footprint before, Footprint after) {
        line(
                whose + ": live heap; resident memory",
                "300 MB",
                "%+d MB; %+d MB",
                (after.heap() - before.heap()) >> 20,
                (after.resident() - before.resident()) >> 20);
    }

    private void arrivals(String whose) {
        var delays = towns.allDelays();
        line(
                whose + ": from commit to a reader, p99 (p50), of how many",
                "500 ms",
                "%.0f ms (%.0f), %d",
                delays.get(delays.size() * 99 / 100),
                delays.get(delays.size() / 2),
                delays.size());
    }

    private void polls() throws IOException, InterruptedException, SQLException {
        towns.forget();
        try (var database = bed.administrator();
                var readers = new PushReaders(bed.address(), towns)) {
            var before = Footprint.of(bed.serverPid(), database);
            readers.poll();
            bed.settle();
            memory("10,000 polls that wait", before, Footprint.of(bed.serverPid(), database));
            towns.write(TO_READERS, READING_SECONDS);
            settle();
            arrivals("polls");
        }
    }

    private void week() throws SQLException, InterruptedException {
        change(WEEK);
        var slowest = new double[1];
        var writer = new Thread(() -> slowest[0] = writeMuch());
        writer.start();
        TimeUnit.SECONDS.sleep(2);
        long begun = System.nanoTime();
        long dropped = number("select drop_feed_weeks(now() - interval '30 days')");
        double seconds = (System.nanoTime() - begun) / 1e9;
        writer.join();
        line("a week of 3,000,000 events is dropped in", "1 s", "%.2f s (%d)", seconds, dropped);
        line("slowest commit of an event meanwhile", "", "%.0f ms", slowest[0]);
    }

    private double writeMuch() {
        try {
            return towns.write(PER_SECOND, 5);
        } catch (InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void change(String sql) throws SQLException {
        try (var connection = bed.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String query) throws SQLException {
        try (var connection = bed.administrator();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
