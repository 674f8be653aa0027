package fr.hubee.it.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.Mailbox;
import fr.hubee.it.Wait;
import fr.hubee.it.clock.MovableClock;
import fr.hubee.it.server.OwnServer;
import fr.hubee.it.server.OwnSql;
import fr.hubee.it.world.ClosedCases;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.DigestTowns;
import fr.hubee.it.world.Partner;
import fr.hubee.launcher.FickleLine;
import fr.hubee.launcher.ServerProcess;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Two servers with one database and one store live through some nights: in one of them, a server is killed while it purges files; in
 * another one, a server is cut off while it writes digests. A file received by one server is given by the other one, each slot is answered
 * once, nobody gets a mail twice, no file is purged twice or a day early, and nothing is forgotten.
 */
@EnabledIfSystemProperty(named = "hubee.long", matches = "true")
class TwoNodesIT {
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final int NIGHTS = 20;
    static final int TOWNS = 25;

    /** Digests, without mails about télédossiers that nobody opened. */
    static final String DIGESTS = "mail where template = 'DIGEST' and recipient like '%@towns.example'";

    /** Files that are purged each night. */
    static final int FILES = 15;

    /** Files or mails of a night with a crash. */
    static final int CROWD = 2000;

    /** Most mails that one node may have claimed when it is killed: four lines, twenty mails each. */
    static final int CLAIMED = 80;

    final LocalDate tomorrow = LocalDate.now(PARIS).plusDays(1);

    MovableClock clock;
    OwnSql sql;
    ClosedCases cases;
    DigestTowns towns;

    @Test
    void nightlyJobsRunOnceThoughANodeIsKilled() throws Exception {
        try (var first = OwnServer.prepareWithClock("two-nodes", "400m")
                        .set("HUBEE_SMTP_PORT", System.getProperty("hubee.it.smtp"));
                var lineOfA = FickleLine.to(first.databasePort());
                var lineOfB = FickleLine.to(first.databasePort());
                var a = first.set("HUBEE_NODE", "a")
                        .set("HUBEE_DB_PORT", port(lineOfA))
                        .start();
                var second = first.anotherNode("b").set("HUBEE_DB_PORT", port(lineOfB));
                var b = second.start()) {
            clock = first.clock();
            cases = new ClosedCases(first);
            sql = first.sql();
            receiveFromTheOtherNode(first.address(), second.address());
            towns = new DigestTowns(sql);
            towns.add("town", TOWNS);
            towns.add("crowd", CROWD);
            for (int night = 1; night <= NIGHTS; night++) {
                cases.add("night" + night, FILES, dueOn(day(night)));
            }
            cases.add("purgecrash", CROWD, dueOn(day(NIGHTS + 1)));
            cases.add("kept", FILES, dueOn(day(NIGHTS + 3)));

            for (int night = 1; night <= NIGHTS; night++) {
                live(night);
            }
            check(NIGHTS * FILES);

            purgeWhileOneIsKilled(day(NIGHTS + 1), a, b);
            check(NIGHTS * FILES + CROWD);
            assertEquals(Set.of("a", "b"), sql.all("select node from job_run where done > 0"));
            try (var again = (a.isAlive() ? second : first).start()) {
                digestsWhileOneIsCutOff(day(NIGHTS + 2), lineOfA, lineOfB);
                check(NIGHTS * FILES + CROWD);
                assertTrue(again.isAlive());
            }
        }
    }

    /** Checks that the other node, which has cached an empty queue, notices at once that it is no longer empty. */
    private static void receiveFromTheOtherNode(String address, String other) {
        var town = Partner.signIn(other, "demo-valbourg-etatcivil");
        assertEquals(0, town.get("/notifications").json().size());
        var deposit = Deposit.complete(Partner.signIn(address, "demo-dila"), Deposit.TOWN);
        Wait.until(() -> town.notificationOf(deposit.caseId()) != null);
    }

    private LocalDate day(int night) {
        return tomorrow.plusDays(night - 1);
    }

    private static Instant dueOn(LocalDate day) {
        return day.minusDays(31).atTime(LocalTime.NOON).atZone(PARIS).toInstant();
    }

    /**
     * Runs a night, until both nodes have nothing left to do. The mails have left before the clock moves: a day later, the other node would
     * take one in flight for forgotten.
     */
    private void live(int night) throws SQLException {
        begin(day(night), "town");
        awaitCompleted("DIGESTS", day(night), 7);
        awaitCompleted("RETENTION", day(night), 2);
        var digests = "select count(*) from " + DIGESTS;
        sql.await(night * TOWNS, digests);
        sql.await(night * TOWNS, digests + " and state = 'SENT'");
        sql.await(night * FILES, "select count(*) from attachment where purged_at is not null");
    }

    /** Moves the clock to seven in the morning: all work since yesterday is due at once. */
    private void begin(LocalDate day, String who) throws SQLException {
        towns.receive(who, at(day, 7).minusSeconds(60));
        clock.moveTo(at(day, 7).plusSeconds(1));
    }

    private void awaitCompleted(String job, LocalDate day, int hour) throws SQLException {
        sql.await(
                1,
                "select count(*) from job_run where job = '%s' and state = 'COMPLETED' and slot = '%s'"
                        .formatted(job, at(day, hour)));
    }

    private void purgeWhileOneIsKilled(LocalDate day, ServerProcess a, ServerProcess b) throws Exception {
        var purged = "select count(*) from attachment where purged_at > '%s'".formatted(at(day, 0));
        begin(day, "nobody");
        sql.awaitAtLeast(300, purged);
        killWhoRuns("RETENTION", a, b);
        assertTrue(sql.number(purged) < CROWD, "the server was killed too late");
        cases.assertNothingLies();

        awaitCompleted("RETENTION", day, 2);
        assertEquals(CROWD, sql.number(purged));
    }

    /** Cuts one node off; it returns when the other one has done its work, and what it was about to write is lost. */
    private void digestsWhileOneIsCutOff(LocalDate day, FickleLine lineOfA, FickleLine lineOfB) throws Exception {
        var written = "select count(*) from " + DIGESTS + " and recipient like 'crowd%'";
        begin(day, "crowd");
        sql.awaitAtLeast(1, written);
        var node = nodeOf("DIGESTS");
        var line = node.equals("a") ? lineOfA : lineOfB;
        line.goDead();
        assertTrue(sql.number(written) < CROWD, "the server was cut off too late");
        awaitTakenOver("DIGESTS", node);

        awaitCompleted("DIGESTS", day, 7);
        assertEquals(CROWD, sql.number(written));
        line.revive();
        // all but those that the dead one had claimed, which wait until the claim is over
        sql.awaitAtLeast(NIGHTS * TOWNS + CROWD - CLAIMED, "select count(*) from mail where state = 'SENT'");
        sql.await(0, "select count(*) from job_run where state = 'RUNNING'");
        assertEquals(CROWD, sql.number(written));
    }

    private void killWhoRuns(String job, ServerProcess a, ServerProcess b) throws SQLException {
        var node = nodeOf(job);
        (node.equals("a") ? a : b).kill();
        awaitTakenOver(job, node);
    }

    private String nodeOf(String job) throws SQLException {
        return sql.text("select node from job_run where job = '%s' and state = 'RUNNING'".formatted(job));
    }

    /** Makes the other node notice at once, as it would after a minute. */
    private void awaitTakenOver(String job, String node) throws SQLException {
        sql.change("update job_run set heard_at = now() - interval '1 hour' where state = 'RUNNING' and node = '%s'"
                .formatted(node));
        sql.await(
                1,
                "select count(*) from job_run where job = '%s' and state = 'INTERRUPTED' and node = '%s'"
                        .formatted(job, node));
    }

    private static String port(FickleLine line) {
        return String.valueOf(line.port());
    }

    /** Checks what must hold after any number of nights. */
    private void check(int purged) throws Exception {
        assertEquals(0, sql.number("""
                select count(*) from (select 1 from job_run where cause = 'SCHEDULE' group by job, slot having count(*) > 1) twice"""));
        assertEquals(0, sql.number("""
                select count(*) from (select 1 from job_execution group by substring(jobparameters from 'run = [-0-9a-f]+')
                    having count(*) > 1) twice"""), "a run was executed by both");
        assertEquals(0, sql.number("select count(*) from job_failure"));
        assertEquals(0, sql.number("select count(*) from job_run where state = 'FAILED'"));
        checkMails();
        checkFiles(purged);
    }

    private void checkMails() throws SQLException {
        assertEquals(0, sql.number("""
                select count(*) from (select 1 from %s
                    group by recipient, created_at::date having count(*) > 1) twice""".formatted(DIGESTS)));
        assertEquals(0, sql.number("select count(*) from digest_item"));
        for (int each = 1; each <= TOWNS; each += 8) {
            var mails = Mailbox.of(DigestTowns.address("town", each)).await(NIGHTS);
            var ids = new HashSet<String>();
            mails.forEach(mail -> ids.add(mail.header("Message-ID")));
            assertEquals(NIGHTS, ids.size());
            assertEquals(NIGHTS, mails.size());
        }
    }

    private void checkFiles(int purged) throws Exception {
        cases.assertNothingLies();
        assertEquals(0, sql.number("""
                select count(*) from attachment a join cases c on c.folder_id = a.folder_id
                where (a.purged_at at time zone 'Europe/Paris')::date <> (c.closed_at at time zone 'Europe/Paris')::date + 31"""));
        assertEquals(purged, sql.number("select count(*) from attachment where purged_at is not null"));
        assertEquals(purged, sql.number("select count(*) from purged_item where act = 'FILE'"));
        sql.await(purged, """
                select sum((changes::json -> 'items' ->> 1)::int) from audit_entry where action = 'FILES_PURGED'""");
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(PARIS).toInstant();
    }
}
