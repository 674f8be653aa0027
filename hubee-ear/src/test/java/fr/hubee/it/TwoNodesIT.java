package fr.hubee.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.clock.MovableClock;
import fr.hubee.it.server.OwnServer;
import fr.hubee.launcher.ServerProcess;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * Two servers with one database and one store live through twenty nights, and then one of them is killed while it writes
 * digests: each slot is answered once, nobody is written to twice, and nothing is forgotten.
 */
class TwoNodesIT {
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final int NIGHTS = 20;
    static final int TOWNS = 25;
    static final int CROWD = 2000;

    /** All that one node may have taken when it is killed: four lines, twenty mails each. */
    static final int CLAIMED = 80;

    static final Duration LONGEST = Duration.ofMinutes(3);

    @Test
    void twentyNightsAndACrashLeaveOneMailForEachSlot() throws Exception {
        try (var first = OwnServer.prepareWithClock("two-nodes", "400m")
                        .set("HUBEE_NODE", "a")
                        .set("HUBEE_SMTP_PORT", System.getProperty("hubee.it.smtp"));
                var a = first.start();
                var second = first.beside("b");
                var b = second.start();
                var database = first.database()) {
            var clock = first.clock();
            towns(database, "town", TOWNS);
            var day = LocalDate.now(PARIS).plusDays(1);
            for (int night = 1; night <= NIGHTS; night++, day = day.plusDays(1)) {
                live(database, clock, "town", at(day), night * TOWNS);
            }
            check(database);
            assertEquals(2, number(database, "select count(distinct node) from job_run"));

            towns(database, "crowd", CROWD);
            crash(database, clock, at(day), a, b);
            check(database);
        }
    }

    /**
     * A night, until both nodes have nothing left to do for its slot. Mails have left before the clock jumps: a day later, the
     * other node would take one in flight for forgotten.
     */
    private void live(Connection database, MovableClock clock, String who, Instant slot, int mails) throws Exception {
        arrive(database, who, slot.minusSeconds(60));
        clock.moveTo(slot.plusSeconds(1));
        await(database, completed(slot), 1);
        await(database, "select count(*) from mail where template = 'DIGEST'", mails);
        await(database, "select count(*) from mail where template = 'DIGEST' and state = 'SENT'", mails);
    }

    private void crash(Connection database, MovableClock clock, Instant slot, ServerProcess a, ServerProcess b)
            throws Exception {
        arrive(database, "crowd", slot.minusSeconds(60));
        clock.moveTo(slot.plusSeconds(1));
        var written = "select count(*) from mail where template = 'DIGEST' and recipient like 'crowd%'";
        awaitAtLeast(database, written, 1);
        boolean isA = "a"
                .equals(text(
                        database,
                        "select node from job_run where job = 'DIGESTS' and state = 'RUNNING'"
                                + " union all select 'none' limit 1"));
        (isA ? a : b).kill();
        int before = number(database, written);
        assertTrue(before < CROWD, "the server was killed too late: " + before);

        await(database, completed(slot), 1);
        assertEquals(
                1, number(database, "select count(*) from job_run where state = 'INTERRUPTED' and job = 'DIGESTS'"));
        assertEquals(CROWD, number(database, written));
        // all but those that the dead one had claimed, which wait until the claim is over
        awaitAtLeast(database, "select count(*) from mail where state = 'SENT'", NIGHTS * TOWNS + CROWD - CLAIMED);
    }

    private static String completed(Instant slot) {
        return "select count(*) from job_run where job = 'DIGESTS' and state = 'COMPLETED' and slot = '" + slot + "'";
    }

    /** What holds after any number of nights. */
    private void check(Connection database) throws SQLException {
        assertEquals(0, number(database, """
                select count(*) from (select 1 from job_run where cause = 'SCHEDULE' group by job, slot having count(*) > 1) twice"""));
        assertEquals(0, number(database, """
                select count(*) from (select 1 from mail where template = 'DIGEST'
                    group by recipient, created_at::date having count(*) > 1) twice"""));
        assertEquals(0, number(database, "select count(*) from digest_item"));
        assertEquals(0, number(database, "select count(*) from job_failure"));
        assertEquals(0, number(database, "select count(*) from job_run where state = 'FAILED'"));
        for (int each = 0; each < TOWNS; each += 8) {
            var mails = Mailbox.of("town" + each + "@two-nodes.example").await(NIGHTS);
            var ids = new HashSet<String>();
            mails.forEach(mail -> ids.add(mail.header("Message-ID")));
            assertEquals(NIGHTS, ids.size());
            assertEquals(NIGHTS, mails.size());
        }
    }

    private static Instant at(LocalDate day) {
        return day.atTime(LocalTime.of(7, 0)).atZone(PARIS).toInstant();
    }

    private static void towns(Connection database, String name, int howMany) throws SQLException {
        change(database, """
                insert into organization (organization_type, company_register, branch_code, name, postal_code, territory, status,
                    created_at, version)
                select 'SI', lpad((70000000000000 + hashtext('%1$s')::bigint %% 1000000 * 10000 + n)::text, 14, '0'), '77372',
                    'Commune ' || n, '77135', 'Pontcarré', 'Actif', now(), 0
                from generate_series(0, %2$d) n""".formatted(name, howMany - 1));
        change(database, """
                insert into subscription (id, datapass_id, process_code, organization_type, company_register, branch_code,
                    access_mode, notification_frequency, email, status, activated_at, local_administrator, created_at, version)
                select gen_random_uuid(), n, 'EtatCivil', 'SI',
                    lpad((70000000000000 + hashtext('%1$s')::bigint %% 1000000 * 10000 + n)::text, 14, '0'), '77372', 'API',
                    'DAILY', '%1$s' || n || '@two-nodes.example', 'ACTIVE', now(), 'ada@two-nodes.example', now(), 0
                from generate_series(0, %2$d) n""".formatted(name, howMany - 1));
    }

    private static void arrive(Connection database, String who, Instant when) throws SQLException {
        change(database, """
                insert into digest_item select gen_random_uuid(), id, gen_random_uuid(), 'NEW', '%s'
                from subscription where email like '%s%%@two-nodes.example'""".formatted(when.atOffset(ZoneOffset.UTC), who));
    }

    private static void change(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static String text(Connection database, String query) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static int number(Connection database, String query) throws SQLException {
        return Integer.parseInt(text(database, query));
    }

    private static void await(Connection database, String query, int wanted) throws SQLException {
        awaitAtLeast(database, query, wanted);
        assertEquals(wanted, number(database, query), query);
    }

    private static void awaitAtLeast(Connection database, String query, int wanted) throws SQLException {
        var deadline = Instant.now().plus(LONGEST);
        while (number(database, query) < wanted) {
            assertTrue(Instant.now().isBefore(deadline), query);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos()); // both servers need the processors
        }
    }
}
