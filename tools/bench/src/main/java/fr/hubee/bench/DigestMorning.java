package fr.hubee.bench;

import fr.hubee.launcher.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;

/** Measures a morning: digests are written and handed to a relay on the same machine. */
public final class DigestMorning {
    private static final int TOWNS = 10_000;
    private static final int WARM_UP = 1_000;

    private static final String[] FILL = {"""
        insert into organization (organization_type, company_register, branch_code, name, postal_code, territory, status,
            created_at, version)
        select 'SI', (60000000000000 + n)::text, '77372', 'Commune ' || n, '77135', 'Pontcarré', 'Actif', now(), 0
        from generate_series(1, %1$d) n""", """
        insert into subscription (id, datapass_id, process_code, organization_type, company_register, branch_code,
            access_mode, notification_frequency, email, status, activated_at, local_administrator, created_at, version)
        select gen_random_uuid(), n, 'EtatCivil', 'SI', (60000000000000 + n)::text, '77372', 'API', 'TWICE_A_DAY',
            'mairie' || n || '@commune.example', 'ACTIVE', now(), 'ada@commune.example', now(), 0
        from generate_series(1, %1$d) n"""};

    /** Three télédossiers for each recipient. */
    private static final String ARRIVE = """
            insert into digest_item
            select gen_random_uuid(), s.id, gen_random_uuid(), 'NEW', now() - interval '1 minute'
            from (select id from subscription where email like 'mairie%%' order by email limit %d) s,
                generate_series(1, 3)""";

    /** Query that starts the job like an administrator; its slot is now. */
    private static final String RUN = """
            insert into job_run (id, job, state, cause, asked_at, slot, parameters, attempt, done, skipped, failed, stop_wanted)
            values (gen_random_uuid(), 'DIGESTS', 'WAITING', 'HAND', now(), now(), '{}', 1, 0, 0, 0, false)""";

    private DigestMorning() {}

    public static void main(String... arguments) throws IOException, SQLException, InterruptedException {
        var ports = Ports.fromEnvironment();
        try (var bed = Bed.make(Path.of("").toAbsolutePath(), ports);
                var sink = MailSink.start(ports.smtp());
                var database = bed.connect()) {
            for (var each : FILL) {
                change(database, each.formatted(TOWNS));
            }
            change(database, "analyze");
            live(database, sink, WARM_UP);
            int before = sink.taken();
            var spent = bed.measure(() -> live(database, sink, TOWNS));
            System.out.printf(
                    "%d digests written and handed over in %.1f s (%.1f s of processor for the server, %.1f s for the"
                            + " database); %d mails, %d different%n",
                    TOWNS,
                    spent.seconds(),
                    spent.program() / 1000,
                    spent.database() / 1000,
                    sink.taken() - before,
                    sink.different() - before);
        }
        System.exit(0);
    }

    private static void live(Connection database, MailSink sink, int towns) throws SQLException {
        int wanted = sink.taken() + towns;
        change(database, ARRIVE.formatted(towns));
        change(database, RUN);
        while (sink.taken() < wanted) {
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static void change(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
