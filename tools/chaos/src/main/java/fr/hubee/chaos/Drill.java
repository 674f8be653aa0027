package fr.hubee.chaos;

import fr.hubee.launcher.Folders;
import fr.hubee.launcher.MailCatcher;
import fr.hubee.launcher.Parts;
import fr.hubee.launcher.Ports;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The drill: a hub is backed up with the commands of the manual, its machine is lost, and another one takes its place with them. */
public final class Drill {
    private static final int CASES = 200_000;
    private static final int DEPOSITS = 40;
    private static final int FEW_DEPOSITS = 5;
    private static final int RECEIPTS = 10;
    private static final int FILE_BYTES = 20_000;
    private static final Duration LONGEST_SEAL = Duration.ofHours(1);

    private static final int AT_ONCE = 2_000;

    /** The feed has another epoch after a restore, and files of which half has come are sent from their beginning. */
    private static final Set<String> OTHER_AFTERWARDS = Set.of("feed_head", "upload");

    /** The benchmark dates acts back, which a restore would rightly call a forgery. */
    private static final String LONG_AGO =
            "sent_at + least(e * interval '1 minute' + greatest(e - 7, 0) * interval '1 day', age) as at";

    /** The télédossiers that are loaded as rows are compared as such. */
    private static final List<String> ONLY_THOSE_OF_THE_DAY = List.of(
            "create temporary view folder as select * from public.folder where external_id not like 'VOL-%'",
            "create temporary view case_event as select e.* from public.case_event e"
                    + " join public.cases c on c.id = e.case_id where c.external_id not like 'VOL-%'",
            "create temporary view notification as select n.* from public.notification n"
                    + " join public.cases c on c.id = n.case_id where c.external_id not like 'VOL-%'",
            "create temporary view attachment as select a.* from public.attachment a"
                    + " left join public.folder f on f.id = a.folder_id where f.external_id is null or f.external_id not like 'VOL-%'",
            "create temporary view audit_entry as select * from public.audit_entry where coalesce(address, '') not like '10.1.%'");

    /** The tables that a hub without work must not change between two looks. */
    private static final Set<String> STILL = Set.of(
            "account",
            "attachment",
            "audit_entry",
            "case_attachment",
            "case_event",
            "cases",
            "data_key",
            "feed_event",
            "folder",
            "organization",
            "subscription");

    private final Path project = Path.of("").toAbsolutePath();
    private final Path place = project.resolve("tools/chaos/target/drill");
    private final Runbook runbook = new Runbook(project.resolve("docs"));
    private final Ports ports = Ports.fromEnvironment();
    private final Parts parts = new Parts();
    private final StringBuilder report = new StringBuilder();
    private final List<String> wrong = new ArrayList<>();
    private final int cases;
    private final Workday day;
    private final Map<String, String> settings;
    private final MailCatcher mails;
    private Machine machine;

    private interface Step {
        /** Returns the bytes that it has made. */
        long take() throws IOException, InterruptedException, SQLException;
    }

    private interface Work<T> {
        T with(Connection database) throws IOException, InterruptedException, SQLException;
    }

    private Drill(int cases) throws IOException, InterruptedException, SQLException {
        this.cases = cases;
        this.day = new Workday(URI.create("http://127.0.0.1:" + ports.http()), Chaos.secrets(project));
        Runtime.getRuntime().addShutdownHook(new Thread(parts::stop, "stop"));
        ports.requireFree();
        Folders.delete(place);
        Files.createDirectories(place);
        this.mails = parts.start(() -> MailCatcher.start(ports.smtp(), ports.imap(), null));
        this.settings = settings();
        parts.start(() -> day);
    }

    /** @param arguments {@code --cases=N} */
    public static void main(String... arguments) throws IOException, InterruptedException, SQLException {
        int cases = CASES;
        for (var argument : arguments) {
            if (!argument.matches("--cases=[1-9][0-9]{0,6}")) {
                System.err.println("Usage: ./dev drill [--cases=200000]");
                System.exit(2);
            }
            cases = Integer.parseInt(argument.replaceFirst(".*=", ""));
        }
        var drill = new Drill(cases);
        drill.run();
        System.exit(drill.wrong.isEmpty() ? 0 : 1);
    }

    private void run() throws IOException, InterruptedException, SQLException {
        say("| step | seconds | MB |");
        say("| --- | ---: | ---: |");
        machine = prepare("one");
        machine.serve();
        timed(cases + " télédossiers are loaded", this::load);
        day.begin();
        asOwner(database -> work(database, DEPOSITS));
        timed("the journal is sealed", this::seal);
        timed("the first backup", this::backUp);
        asOwner(database -> work(database, DEPOSITS));
        asOwner(this::read);
        seal();
        var rows = asOwner(Drill::rows);
        long backedUp = System.nanoTime();
        long lasted = timed("the next backup", this::backUp);
        rows.entrySet().retainAll(asOwner(Drill::rows).entrySet());
        STILL.stream()
                .filter(table -> !rows.containsKey(table))
                .forEach(table -> wrong.add(table + " does not keep still"));
        var receipts = receipts();
        var answers = day.answers();
        var mailed = mails.mails();
        var told = day.delivered();
        var cursors = day.workInVain(FEW_DEPOSITS);
        long lost = System.nanoTime();
        machine.lose();
        say("The machine is lost, %d s after the last backup has begun.%n".formatted(seconds(backedUp, lost)));
        long restoring = timed("a machine beside, with an empty database", this::replace);
        restoring += timed("restore, with the check of each file and of the journal", this::restore);
        compare("table", rows, asOwner(Drill::rows));
        restoring += timed("its server starts and answers", this::serve);
        say("%nRTO: %d s on a machine that has the packages. RPO: the time between two backups, and the %d s of one."
                .formatted(restoring, lasted));
        check(answers, receipts, cursors, told.keySet());
        requireNothingSentTwice(mailed, told);
        wrong.forEach(each -> say("- WRONG: " + each));
        say(wrong.isEmpty() ? "All is back." : wrong.size() + " things are wrong.");
        Files.writeString(project.resolve("tools/chaos/target/drill.md"), report);
        parts.stop();
    }

    private Map<String, String> settings() {
        var bootstrap = project.resolve("tools/demo/src/main/bootstrap");
        var all = new TreeMap<String, String>();
        all.put("HUBEE_SMTP_HOST", "127.0.0.1");
        all.put("HUBEE_SMTP_PORT", "" + ports.smtp());
        all.put("HUBEE_CALLS_PER_SECOND", "100000");
        all.put("HUBEE_WEBHOOK_NETWORKS", "127.0.0.0/8");
        all.put("HUBEE_ANTIVIRUS", "off");
        all.put(
                "HUBEE_BOOTSTRAP",
                Stream.of("demo-demarches.json", "demo.json", "demo-portal.json")
                        .map(name -> bootstrap.resolve(name).toString())
                        .collect(Collectors.joining(",")));
        return all;
    }

    private Machine prepare(String name) throws IOException, InterruptedException, SQLException {
        return parts.start(() -> Machine.prepare(project, place.resolve(name), ports, settings));
    }

    private <T> T asOwner(Work<T> work) throws IOException, InterruptedException, SQLException {
        try (var database = machine.database()) {
            return work.with(database);
        }
    }

    private static void execute(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private long timed(String name, Step step) throws IOException, InterruptedException, SQLException {
        long begin = System.nanoTime();
        long bytes = step.take();
        long seconds = seconds(begin, System.nanoTime());
        say("| %s | %d | %s |".formatted(name, seconds, bytes == 0 ? "" : "%,d".formatted(bytes >> 20)));
        return seconds;
    }

    private static long seconds(long from, long to) {
        return Duration.ofNanos(to - from).toSeconds();
    }

    private void say(String line) {
        System.out.println(line);
        report.append(line).append('\n');
    }

    /** Makes rows as the benchmark does, and the files that they name, each with other bytes. */
    private long load() throws IOException, InterruptedException, SQLException {
        var scripts = project.resolve("tools/bench/src/main/resources/fr/hubee/bench");
        var people = Files.readString(scripts.resolve("volume-people.sql"));
        var volume = Files.readString(scripts.resolve("volume.sql")).replace(LONG_AGO, "clock_timestamp() as at");
        return asOwner(database -> {
            execute(database, people);
            for (int from = 1; from <= cases; from += AT_ONCE) {
                int to = Math.min(cases, from + AT_ONCE - 1);
                execute(database, volume.replace(":from", "" + from).replace(":to", "" + to));
            }
            execute(database, "delete from notification where branch_code = '" + Town.VALBOURG.branchCode() + "'");
            long bytes = files(database);
            execute(database, "vacuum analyze");
            return bytes + Long.parseLong(text(database, "select pg_database_size(current_database())"));
        });
    }

    private long files(Connection database) throws IOException, SQLException {
        long bytes = 0;
        try (var select = database.createStatement();
                var rows = select.executeQuery("select id, blob_key from attachment where blob_key is not null");
                var update = database.prepareStatement(
                        "update attachment set size = ?, sha256 = ? where id = cast(? as uuid)")) {
            while (rows.next()) {
                var content = rows.getString(1)
                        .repeat(1 + FILE_BYTES / rows.getString(1).length());
                var key = rows.getString(2);
                var folder = Files.createDirectories(machine.blobs().resolve(key.substring(key.length() - 2)));
                Files.writeString(folder.resolve(key), content);
                update.setLong(1, content.length());
                update.setString(2, sha256(content));
                update.setString(3, rows.getString(1));
                update.addBatch();
                bytes += content.length();
            }
            update.executeBatch();
        }
        return bytes;
    }

    private static String sha256(String content) {
        var hex = OperatorWork.sha256(content.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }

    private Void work(Connection database, int deposits) throws InterruptedException, SQLException {
        day.work(deposits, state(database));
        return null;
    }

    private Void read(Connection database) throws InterruptedException, SQLException {
        day.read(state(database));
        return null;
    }

    private StateReader state(Connection database) throws SQLException {
        for (var view : ONLY_THOSE_OF_THE_DAY) {
            execute(database, view);
        }
        return new StateReader(database, day.software(), day.reading());
    }

    /** Waits for the receipts of the newest télédossier, which come with the proof of the journal's end. */
    private long seal() throws IOException, InterruptedException {
        var reader = day.reading();
        long end = System.nanoTime() + LONGEST_SEAL.toNanos();
        for (var deposit : day.complete()) {
            while (isPending(reader, deposit.caseId()) && System.nanoTime() < end) {
                Thread.sleep(500);
            }
        }
        return 0;
    }

    private static boolean isPending(Software reader, String caseId) throws InterruptedException {
        var receipts = reader.repeat("GET", "/cases/" + caseId + "/receipts", null, null)
                .json();
        return receipts.isEmpty() || receipts.findValuesAsText("status").contains("PENDING");
    }

    private long backUp() throws IOException, InterruptedException {
        long before = backedUp();
        machine.follow(runbook.commands("backup"));
        return backedUp() - before;
    }

    private long backedUp() throws IOException {
        return size(place.resolve("backup")) + size(place.resolve("backup-keys"));
    }

    private static long size(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return 0;
        }
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    /** Returns the count of the rows of each table of the hub, and a digest of them. */
    private static Map<String, String> rows(Connection database) throws SQLException {
        var tables = text(database, """
                select string_agg(relname, ' ') from pg_class where relkind in ('r', 'p') and not relispartition
                  and relnamespace = 'public'::regnamespace and pg_get_userbyid(relowner) = current_user""");
        var rows = new TreeMap<String, String>();
        for (var table : tables.split(" ", -1)) {
            rows.put(
                    table,
                    text(
                            database,
                            "select count(*) || ' rows, digest ' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) from public."
                                    + table + " t"));
        }
        rows.keySet().removeAll(OTHER_AFTERWARDS);
        return rows;
    }

    private List<String> receipts() throws InterruptedException {
        var receipts = new ArrayList<String>();
        var reader = day.reading();
        for (var deposit :
                day.complete().subList(0, Math.min(RECEIPTS, day.complete().size()))) {
            receipts.addAll(reader.get("/cases/" + deposit.caseId() + "/receipts")
                    .json()
                    .findValuesAsText("receipt"));
        }
        return receipts.subList(0, Math.min(RECEIPTS, receipts.size()));
    }

    /** The other machine has keys of its own, as after the first steps of an installation. */
    private long replace() throws IOException, InterruptedException, SQLException {
        machine = prepare("two");
        return 0;
    }

    private long restore() throws IOException, InterruptedException {
        machine.follow(runbook.commands("keys of another machine"));
        Files.writeString(place.resolve("restore.log"), machine.follow(runbook.commands("restore")));
        return size(machine.blobs());
    }

    private long serve() throws IOException, InterruptedException {
        machine.serve();
        return 0;
    }

    private void compare(String what, Map<String, String> before, Map<String, String> after) {
        before.forEach((name, value) -> {
            if (!value.equals(after.get(name))) {
                wrong.add("%s %s was %s, and is %s".formatted(what, name, value, after.get(name)));
            }
        });
        say("Compared by %s: %d.".formatted(what, before.size()));
    }

    private void check(
            Map<String, String> answers, List<String> receipts, Map<String, String> cursors, Set<String> told)
            throws IOException, InterruptedException, SQLException {
        compare("answer", answers, day.answers());
        for (var cursor : cursors.entrySet()) {
            int status =
                    day.software().get(cursor.getKey()).get(cursor.getValue()).status();
            if (status != 410) {
                wrong.add("a cursor of before is answered " + status);
            }
        }
        var keys = Files.write(
                place.resolve("key-set"),
                day.reading().get("/.well-known/jwks.json").body());
        for (var receipt : receipts) {
            var file = Files.writeString(place.resolve("receipt"), receipt);
            machine.hubee("verify-receipt", file.toString(), "--key-set", keys.toString());
        }
        say("%d receipts verify with the keys of the restored hub.".formatted(receipts.size()));
        var vain = new HashSet<>(day.delivered().keySet());
        vain.removeAll(told);
        var found = asOwner(database -> state(database).read(List.of(), Set.of()));
        Rules.violations(day.history(), found).stream()
                .filter(violation -> vain.stream().noneMatch(violation::contains))
                .forEach(wrong::add);
        say("%d deposits, %d messages and statuses, %d files and %d events follow the rules of ./dev chaos."
                .formatted(
                        day.history().deposits().size(),
                        day.history().written().size(),
                        found.files().size(),
                        told.size()));
    }

    /** Nothing that was sent is sent again: no mail, and no webhook once they are let out. */
    private void requireNothingSentTwice(List<?> mailed, Map<String, Long> told)
            throws IOException, InterruptedException, SQLException {
        var before = day.delivered();
        machine.hubee("webhooks", "on");
        asOwner(database -> work(database, FEW_DEPOSITS));
        var after = day.delivered();
        told.forEach((event, times) -> {
            if (!after.get(event).equals(times)) {
                wrong.add("event %s was sent %d times before, and again".formatted(event, times));
            }
        });
        var again = new ArrayList<>(
                mails.mails().subList(mailed.size(), mails.mails().size()));
        again.retainAll(mailed);
        again.forEach(mail -> wrong.add("a mail was sent again: " + mail));
        say("%d events were sent before and %d after; %d mails before and %d after."
                .formatted(
                        told.size(),
                        after.size() - before.size(),
                        mailed.size(),
                        mails.mails().size() - mailed.size()));
    }
}
