package fr.hubee.it.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.demonstration.EditorSoftware;
import fr.hubee.demonstration.data.FailedJob;
import fr.hubee.demonstration.data.SamplePeople;
import fr.hubee.it.Browser;
import fr.hubee.it.Mailbox;
import fr.hubee.it.Wait;
import fr.hubee.it.server.OwnServer;
import fr.hubee.it.server.TestParts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Checks that a new hub makes the data of {@code ./dev demo} once, and that all its people can sign in. */
class DemonstrationIT {
    static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\"[^>]* value=\"([^\"]*)\"");

    @Test
    void theDemonstrationIsMadeOnceAndAllItsPeopleSignIn() throws Exception {
        var told = new CopyOnWriteArrayList<String>();
        var secret = Files.createTempDirectory(Path.of(System.getProperty("hubee.work")), "editor")
                .resolve("secret");
        try (var editor = EditorSoftware.start(0, secret, told::add);
                var own = OwnServer.prepareDemonstration("demonstration", "512m")
                        .set(
                                "HUBEE_BOOTSTRAP",
                                TestParts.bootstrap() + "," + TestParts.bootstrapFile("demo-portal.json"))
                        .set("HUBEE_SMTP_HOST", "127.0.0.1")
                        .set("HUBEE_SMTP_PORT", System.getProperty("hubee.it.smtp"))
                        .set("HUBEE_WEBHOOK_NETWORKS", "127.0.0.1")
                        .set("HUBEE_KEY", Base64.getEncoder().encodeToString(new byte[32]))) {
            editor.settings().forEach(own::set);
            long cases;
            try (var server = own.start();
                    var database = own.database()) {
                assertTrue(server.isAlive());
                cases = count(database, "cases");
                assertTrue(cases > 400);
                assertEquals(
                        0,
                        count(
                                database,
                                "notification n join notification o on n.id < o.id where n.created_at > o.created_at"),
                        "their order is that of their dates");
                assertEquals(
                        cases,
                        count(
                                database,
                                "cases c join audit_entry e on e.subject = c.id::text and e.action = 'CASE_TRANSMITTED'"
                                        + " and e.happened_at - c.transmitted_at between interval '0' and interval '1 minute'"),
                        "the journal tells the time of the past");
                assertEquals(0, count(database, "pg_namespace where nspname = 'demonstration'"));
                assertEquals(
                        1,
                        count(
                                database,
                                "pg_proc where proname = 'append_to_journal'"
                                        + " and proconfig = '{\"search_path=pg_catalog, pg_temp\"}'"),
                        "as the migration made it");
                Wait.until(
                        () -> told.stream().anyMatch(line -> line.contains("fr.hubee.case.received.v1, télédossier")));
                Wait.until(() -> count(database, "webhook_attempt where status = 500") > 0);
                for (var person : SamplePeople.ALL) {
                    signIn(own.address(), person.email());
                }
                new FailedJob(database).addOnce();
                new FailedJob(database).addOnce();
                assertEquals(1, count(database, "job_run where job = 'ACCOUNTS' and state = 'FAILED'"));
                assertEquals(1, count(database, "watch_delay where legal_days is not null"));
                assertEquals(
                        1,
                        count(
                                database,
                                "job_run r where state = 'FAILED' and note is not null"
                                        + " and not exists (select from job_run n where n.job = r.job and n.id > r.id)"));
                assertEquals(
                        0, count(database, "attachment where blob_key is not null and blob_key not like 'fs-%-%'"));
                Wait.until(() -> count(database, "destroyed_key where run is not null") > 100);
                Wait.until(() -> count(database, "counted_days where published_until is not null") == 1);
                assertTrue(count(database, "open_figure where received is not null") > 5, "open data without a month");
            }
            try (var again = own.start();
                    var database = own.database()) {
                assertTrue(again.isAlive());
                assertEquals(cases, count(database, "cases"), "made once");
            }
        }
    }

    /** Signs in, with the second factor if her type needs one. */
    static void signIn(String address, String email) {
        var browser = new Browser().open(address + "/connexion");
        submit(browser, Map.of("login", email, "password", SamplePeople.PASSWORD));
        if (browser.location().getPath().equals("/code-de-connexion")) {
            var mail = Mailbox.of(email).await("code de connexion"); // another one has invited her
            submit(browser, Map.of("code", mail.code()));
        }
        assertTrue(browser.cookie("hubee-session").isPresent(), email + " is at " + browser.location());
    }

    /** Sends the form, with its hidden fields. */
    static void submit(Browser browser, Map<String, String> typed) {
        var fields = new HashMap<>(typed);
        fields.put("enter", "");
        var hidden = HIDDEN.matcher(browser.text());
        while (hidden.find()) {
            fields.put(hidden.group(1), hidden.group(2));
        }
        browser.submit(fields);
    }

    static long count(Connection database, String table) throws SQLException {
        try (var query = database.createStatement();
                var found = query.executeQuery("select count(*) from " + table)) {
            found.next();
            return found.getLong(1);
        }
    }
}
