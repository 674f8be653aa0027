package fr.hubee.it.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.demonstration.data.SampleData;
import fr.hubee.demonstration.data.SamplePeople;
import fr.hubee.it.Browser;
import fr.hubee.it.Mailbox;
import fr.hubee.it.Wait;
import fr.hubee.it.server.OwnServer;
import fr.hubee.it.server.TestParts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Checks that {@code ./dev demo} is loaded into a new hub once, and that all its people can sign in. */
class DemonstrationIT {
    static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\"[^>]* value=\"([^\"]*)\"");

    @Test
    void theDemonstrationIsLoadedOnceAndAllItsPeopleSignIn() throws Exception {
        try (var own = OwnServer.prepare("demonstration", "512m")
                .set("HUBEE_BOOTSTRAP", TestParts.bootstrap() + "," + TestParts.bootstrapFile("demo-portal.json"))
                .set("HUBEE_SMTP_HOST", "127.0.0.1")
                .set("HUBEE_SMTP_PORT", System.getProperty("hubee.it.smtp"))
                .compiledWell()) {
            try (var server = own.start();
                    var database = own.database()) {
                assertTrue(server.isAlive());
                var sample = new SampleData(database, own.blobs(), Instant.now());
                assertTrue(sample.loadOnce());
                var cases = count(database, "cases");
                assertFalse(sample.loadOnce());
                assertEquals(cases, count(database, "cases"));
                assertTrue(cases > 400);

                for (var table : List.of(
                        "notification",
                        "subscription",
                        "api_client_certificate",
                        "api_client_secret",
                        "digest_item",
                        "replacement")) {
                    assertEquals(
                            0, count(database, table + " where uuid_extract_version(id) is distinct from 7"), table);
                }
                assertEquals(
                        0,
                        count(
                                database,
                                "notification where abs(extract(epoch from uuid_extract_timestamp(id) - created_at)) > 1"),
                        "their order is that of their dates");
                sample.encrypt();
                for (var person : SamplePeople.ALL) {
                    signIn(own.address(), person.email());
                }
                sample.liveTheNights();
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
