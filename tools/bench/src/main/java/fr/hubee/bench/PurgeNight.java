package fr.hubee.bench;

import fr.hubee.launcher.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/** Measures a night in which many télédossiers are due: files are erased and cases archived while partners keep working. */
public final class PurgeNight {
    /** Long enough that requests do not queue. */
    private static final long THINKING_NANOS = 20_000_000;

    private static final int CALM_REQUESTS = 500;
    private static final String API = "/teledossiers/v1";

    /** Closed long ago: their two files are due, and their archiving. */
    private static final String FILL = """
            with numbers as (select n, md5('folder %2$s' || n)::uuid as folder, md5('case %2$s' || n)::uuid as a_case,
                now() - interval '61 days' as at from generate_series(1, %1$d) as n),
            folders as (insert into folder (id, external_id, process_code, osl_type, osl_company_register,
                osl_branch_code, status, status_set_by_transmitter, first_name, last_name, created_at, completed_at, version)
              select folder, 'P-' || n, 'EtatCivil', 'OSL', '99000001000019', '00000', 'CLOSED', true, 'Camille',
                'Exemple', at, at, 0 from numbers),
            new_cases as (insert into cases (id, folder_id, position, external_id, process_code, organization_type,
                company_register, branch_code, status, created_at, transmitted_at, closed_at, version)
              select a_case, folder, 0, 'P-' || n || '-01', 'EtatCivil', 'SI', '99000101800011', '99101', 'CLOSED', at, at,
                at, 0 from numbers),
            files as (insert into attachment (id, folder_id, position, file_name, type, size, mime_type, status, blob_key,
                sha256, received_at)
              select md5('file %2$s' || n || ' ' || f)::uuid, folder, f, 'demande.xml', 'ActeEtatCivil-XML', 2000,
                'application/xml', 'RECEIVED', 'fs-' || md5('blob %2$s' || n || ' ' || f),
                'LXEWQrcmsEQBYnyp+6wy9chTD7GQPMTbAiWHF5IaSIE=', at from numbers, generate_series(0, 1) as f)
            insert into case_attachment (case_id, attachment_id)
            select a_case, md5('file %2$s' || n || ' ' || f)::uuid from numbers, generate_series(0, 1) as f""";

    private final Bed bed;
    private final int folders;
    private final Partner osl;
    private final Partner si;
    private final SampleFiles files = new SampleFiles();
    private String announced;

    private PurgeNight(Bed bed, Path project, int folders) throws IOException, InterruptedException {
        this.bed = bed;
        this.folders = folders;
        this.osl = Partner.named("demo-dila", project, bed.address());
        this.si = Partner.named("demo-valbourg-etatcivil", project, bed.address());
    }

    /** @param arguments how many télédossiers are due; 100,000 by default */
    public static void main(String... arguments) throws IOException, SQLException, InterruptedException {
        int folders = arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]);
        var project = Path.of("").toAbsolutePath();
        try (var bed = Bed.make(project, Ports.fromEnvironment())) {
            new PurgeNight(bed, project, folders).measure();
        }
        System.exit(0);
    }

    private void measure() throws IOException, InterruptedException, SQLException {
        try (var database = bed.connect()) {
            Jobs.awaitNone(database);
            fill(database);
            var calm = new ArrayList<Double>();
            for (int request = 0; request < 2 * CALM_REQUESTS; request++) {
                calm.add(ask(request));
            }
            var night = new ArrayList<Double>();
            var spent = bed.measure(() -> purge(database, night));
            double calmP95 = p95(calm.subList(CALM_REQUESTS, calm.size()));
            double nightP95 = p95(night);
            System.out.printf(
                    Locale.ROOT,
                    "%d télédossiers with two files each purged in %.0f s (%.0f s of processor for the server, %.0f s for the"
                            + " database); API p95 %.1f ms in %d requests, calm %.1f ms: %.2f times%n",
                    folders,
                    seconds(database),
                    spent.program() / 1000,
                    spent.database() / 1000,
                    nightP95,
                    night.size(),
                    calmP95,
                    nightP95 / calmP95);
        }
    }

    /** @param series distinguishes them from those of another series */
    static String due(int folders, String series) {
        return FILL.formatted(folders, series);
    }

    private void fill(Connection database) throws SQLException, IOException {
        change(database, "alter table purged_item disable trigger user"); // purged_item is append-only, except here
        change(database, "truncate folder cascade", "truncate purged_item", due(folders, ""), "vacuum analyze");
        var bytes = new byte[2000];
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("select blob_key from attachment")) {
            while (rows.next()) {
                var key = rows.getString(1);
                Files.write(bed.blobs().resolve(key.substring(key.length() - 2)).resolve(key), bytes);
            }
        }
    }

    private void purge(Connection database, List<Double> night) throws SQLException, IOException, InterruptedException {
        Jobs.ask(database, "RETENTION");
        int request = 0;
        do {
            night.add(ask(request++));
        } while (request % 50 != 0 || Jobs.anyRuns(database));
        if (!Jobs.is(database, "select count(*) = 0 from attachment where blob_key is not null")
                || !Jobs.is(
                        database,
                        "select count(*) = 0 from cases where closed_at is not null and archived_at is null")) {
            throw new IllegalStateException("Something that was due is still there");
        }
    }

    /** Measures one request: by turns a poll, an announcement, a folder read. */
    private double ask(int request) throws IOException, InterruptedException {
        LockSupport.parkNanos(THINKING_NANOS);
        long start = System.nanoTime();
        switch (request % 3) {
            case 0 -> si.get(Polls.QUEUE + "?maxResult=25&eventDetails=true");
            case 1 ->
                announced = osl.sendJson("POST", API + "/folders", files.folder("P-" + request))
                        .path("id")
                        .asText();
            default -> osl.get(API + "/folders/" + announced);
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private static double seconds(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("""
                        select extract(epoch from ended_at - started_at) from job_run where job = 'RETENTION'
                        order by id desc limit 1""")) {
            rows.next();
            return rows.getDouble(1);
        }
    }

    private static double p95(List<Double> millis) {
        var sorted = millis.stream().sorted().toList();
        return sorted.get(sorted.size() * 95 / 100);
    }

    private static void change(Connection database, String... statements) throws SQLException {
        try (var statement = database.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
