package fr.hubee.it.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.exchange.notification.PortalReceptionService;
import fr.hubee.it.InServer;
import fr.hubee.it.Jobs;
import fr.hubee.it.Sql;
import fr.hubee.it.Wait;
import fr.hubee.it.clock.MovableClock;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Partner;
import fr.hubee.it.world.PortalTown;
import fr.hubee.journal.job.Job;
import fr.hubee.journal.seal.JournalOwnerService;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Checks the metrics: who may read them, and that they hold all that the shipped alerts and the dashboard use. */
class MetricsIT extends InServer {
    static final String TOKEN = System.getProperty("HUBEE_METRICS_TOKEN");

    /** Distance from the HTTP port to the management port, which moving both does not change. */
    static final int MANAGEMENT = 9990 - 8080;

    @Inject
    PortalReceptionService reception;

    @Inject
    Jobs jobs;

    @Inject
    JournalOwnerService sealing;

    static Answer scrape(String token) {
        return Partner.send(Partner.to("/metrics").header("Authorization", "Bearer " + token));
    }

    static String scraped() {
        return scrape(TOKEN).expect(200).text();
    }

    static String scrapedOfWildFly() {
        int http = Integer.getInteger("hubee.it.http");
        return Partner.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + (http + MANAGEMENT) + "/metrics")))
                .text();
    }

    @Test
    void withoutItsTokenTheyAreRefused() {
        var nothing = Partner.send(Partner.to("/metrics"));
        var wrong = scrape(TOKEN + "r");

        nothing.expect(401);
        assertEquals("", nothing.text());
        assertEquals("Bearer", nothing.header("WWW-Authenticate"));
        wrong.expect(401);
        assertEquals("", wrong.text());
    }

    @Test
    void anAdministratorsClientGetsNoMetrics() {
        var admin = Partner.askToken("demo-admin", Partner.secret("demo-admin"));

        scrape(admin.field("access_token")).expect(401);
    }

    @Test
    void theTokenOfMetricsOpensNothingElse() {
        Partner.withToken(Partner.address(), TOKEN).get("/notifications").expect(401);
    }

    @Test
    void eachMetricOfTheAlertsAndTheDashboardIsExposed() throws Exception {
        var unread = anEntryOfYears();
        pickedUp();
        shownInThePortal();
        jobs.run(Job.SUBSCRIPTIONS);
        asBatch.call(sealing::seal);
        Partner.of("demo-dila").get("/folders/" + UUID.randomUUID());
        Partner.of("demo-dila").atFeed().get("/events?limit=1").expect(200);

        var scrape = Wait.until(MetricsIT::scraped, text -> text.contains(unread.name()));

        var both = scrape + scrapedOfWildFly();

        var exposed = new TreeSet<>(MetricNames.exposedBy(both));
        exposed.addAll(MetricNames.recordedByRules());
        var asked = new TreeSet<>(MetricNames.ofTheRules());
        asked.addAll(MetricNames.ofTheDashboard());
        assertTrue(asked.size() > 30, asked::toString);
        asked.removeAll(exposed);
        assertEquals("[]", asked.toString());
        assertEquals("[]", MetricNames.selectedInVain(both).toString());
        assertSaid(scrape, "hubee_database_up 1");
        assertSaid(
                scrape,
                "hubee_http_server_request_duration_seconds_count{kind=\"api\","
                        + "operation=\"FoldersResource.read\",status=\"4xx\"} ");
        assertSaid(
                scrape,
                "hubee_http_server_request_duration_seconds_bucket{kind=\"file\"," + "operation=\"FoldersResource.");
    }

    static final Pattern AN_HOUR =
            Pattern.compile("^hubee_clock_ahead_seconds (?:3599|3600|3601)\\.", Pattern.MULTILINE);

    static final Pattern BEHIND = Pattern.compile("^hubee_journal_witness_age_seconds (?!0\\.0$)", Pattern.MULTILINE);

    /** Checks what is read again after fifteen seconds; heads that do not exist yet do not count as sent to the witness. */
    @Test
    void aClockThatIsAnHourOffAndAWitnessThatIsBehindAreInTheMetrics() throws Exception {
        var clock = MovableClock.ofThisServer();
        asBatch.call(sealing::seal);
        new Sql(owner).change("update journal_sealing set witnessed = now() + interval '10 years'");
        try {
            clock.move(Duration.ofHours(1));
            Wait.until(
                    MetricsIT::scraped,
                    text -> AN_HOUR.matcher(text).find() && BEHIND.matcher(text).find());
        } finally {
            clock.reset();
        }

        asBatch.call(sealing::tellWitness);
        Wait.until(MetricsIT::scraped, text -> text.contains("\nhubee_journal_witness_age_seconds 0.0\n"));
    }

    /** Checks that invented addresses make no new series, which would fill the memory. */
    @Test
    void nothingOfARequestIsALabel() {
        var made = "made-up-" + UUID.randomUUID();
        for (var path : new String[] {"/", "/teledossiers/v1/", "/teledossiers/v1/cases/", "/token/", "/resources/"}) {
            Partner.send(Partner.to(path + made));
        }

        assertFalse(scraped().contains(made));
    }

    static void assertSaid(String scrape, String line) {
        assertTrue(
                Pattern.compile("^" + Pattern.quote(line), Pattern.MULTILINE)
                        .matcher(scrape)
                        .find(),
                () -> line + "\n" + scrape);
    }

    /** @return the town that has not read it */
    private NewTown anEntryOfYears() throws Exception {
        var town = PortalTown.of("EtatCivil").switchedTo("API").town();
        var deposit = Deposit.announce(Partner.of("demo-dila"), town).upload().complete();
        sql().change("update notification set created_at = '2001-01-01' where case_id = ?::uuid", deposit.caseId());
        return town;
    }

    private void pickedUp() {
        var deposit = Deposit.complete(Partner.of("demo-dila"), Deposit.TOWN);
        Partner.of("demo-valbourg-etatcivil")
                .post(deposit.casePath() + "/events", Deposit.moving("SI_RECEIVED"))
                .expect(201);
    }

    private void shownInThePortal() throws Exception {
        var village = PortalTown.of("EtatCivil").town();
        var deposit =
                Deposit.announce(Partner.of("demo-dila"), village).upload().complete();
        asBatch.call(() -> reception.receive(deposit.theCase()));
    }
}
