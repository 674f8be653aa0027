package fr.hubee.it.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.Browser;
import fr.hubee.it.Mailbox;
import fr.hubee.it.ReceivedMail;
import fr.hubee.it.Wait;
import fr.hubee.it.server.OwnServer;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.NewPerson;
import fr.hubee.it.world.Organizations;
import fr.hubee.it.world.Partner;
import fr.hubee.operation.schema.Release;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.account.KnownAccount;
import fr.hubee.websecurity.PersonCookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/**
 * {@code ./dev upgrade}: the previous release, as built from its commit, and this one, on one database under traffic. What one receives,
 * the other gives; a person changes from one to the other; when this release is stopped, the previous one goes on, and starts again on the
 * schema of this one. No request fails meanwhile. Only this one writes the log of events: who follows it goes on when this release is back.
 */
class TwoReleases {
    private static final Path FORMER = Path.of(System.getProperty("hubee.former"));

    private static final String PASSWORD = "une phrase que personne ne devine";

    private OwnServer first;

    /** Where the software that follows the log of events has read up to. */
    private String cursor;

    @Test
    void theReleaseBeforeAndThisOneServeTogetherAndOneGoesBack() throws Exception {
        try (var one = OwnServer.prepare("releases", "400m")
                        .ofRelease(FORMER)
                        .set("HUBEE_MASTER_KEY_FILE", "") // the release before reads no encrypted files
                        .set("HUBEE_NODE", "before")
                        .set("HUBEE_KEY", RollingRestartIT.KEY)
                        .set("HUBEE_DRAIN_SECONDS", "0")
                        .set("HUBEE_SMTP_PORT", System.getProperty("hubee.it.smtp"));
                var before = one.start()) {
            first = one;
            say("the release before is at V" + schema());
            var person = person();
            var old = new Traffic(one, one);
            var now = one.anotherNode("after").ofRelease(Path.of(System.getProperty("hubee.server"), "../../.."));
            assertEquals(
                    0, now.hubee("preflight", "--ear", now.ear().toString()).waitFor());
            try (var after = now.start()) {
                old.traffic.goesOn();
                say("this release is at V" + schema() + ", " + nodes());
                assertEquals("after " + Release.THIS.number(), nodes());

                var crossed = new Traffic(one, now).traffic;
                var back = new Traffic(now, one).traffic;
                use(person, signIn(person, one), one, now);
                use(person, signIn(person, now), now, one);
                crossed.goesOn();
                back.goesOn();
                crossed.nothingHasFailed();
                back.nothingHasFailed();
                say(crossed.done() + back.done() + " calls from one to the other, none failed");
                cursor = followed("/events", now);
                after.stop();
                assertFalse(Files.readString(after.log(), StandardCharsets.ISO_8859_1)
                        .contains("Unexpected: "));
            }
            old.traffic.goesOn();
            assertEquals("", nodes(), "it has said that it stops");
            old.traffic.nothingHasFailed();
            say("this release is stopped, the one before goes on: " + old.traffic.done() + " calls, none failed");

            before.stop();
            try (var again = one.start()) {
                var further = new Traffic(one, one).traffic;
                further.goesOn();
                use(person, signIn(person, one), one, one);
                assertTrue(again.isAlive());
                assertFalse(Files.readString(again.log(), StandardCharsets.ISO_8859_1)
                        .contains("Unexpected: "));
                say("the release before has started again at V" + schema());

                try (var back = now.start()) {
                    followed(cursor, now);
                    further.goesOn();
                    further.nothingHasFailed();
                    assertTrue(back.isAlive());
                    say("this release has started again, and its log of events goes on");
                }
            }
        }
    }

    /** An operator that sends by one server, and a town that reads by another. */
    private static final class Traffic {
        private final ProxyTraffic traffic;

        Traffic(OwnServer sending, OwnServer reading) {
            var sender = Partner.signIn(reading.address(), "demo-dila").at(sending.address());
            var receiver =
                    Partner.signIn(sending.address(), "demo-valbourg-etatcivil").at(reading.address());
            handleOne(sender, receiver);
            traffic = new ProxyTraffic(sender, receiver).begin();
        }

        /** Handles a folder from deposit to end, each step by the other server. */
        private static void handleOne(Partner sender, Partner receiver) {
            var deposit = Deposit.complete(sender, Deposit.TOWN);
            Wait.until(() -> receiver.notificationOf(deposit.caseId()) != null);
            deposit.move(receiver, "IN_PROGRESS").expect(201);
            var read = sender.get(deposit.casePath());
            assertEquals("IN_PROGRESS", read.field("status"), read::toString);
        }
    }

    /** Reads the log from that cursor until it tells of a folder that this server receives, and returns the next cursor. */
    private static String followed(String from, OwnServer server) {
        var town = Partner.signIn(server.address(), "demo-valbourg-etatcivil").atFeed();
        var deposit = Deposit.complete(Partner.signIn(server.address(), "demo-dila"), Deposit.TOWN);
        var next = new AtomicReference<>(from);
        Wait.until(() -> {
            var read = town.get(next.get()).expect(200);
            next.set(read.header("Link").replaceFirst("^</feed/v1(.*)>; rel=\"next\"$", "$1"));
            return read.text().contains(deposit.caseId());
        });
        return next.get();
    }

    /** Signs in with her password and the code of her mail. */
    private static String signIn(KnownAccount person, OwnServer server) {
        var mails = Mailbox.of(person.email());
        int before = codes(mails).size();
        var browser = new Browser()
                .open(server.address() + "/connexion")
                .submit("door", Map.of("login", person.email(), "password", PASSWORD, "enter", ""));
        if (browser.location().getPath().equals("/code-de-connexion")) {
            var all = Wait.until(() -> codes(mails), now -> now.size() > before);
            browser.submit("door", Map.of("code", all.get(all.size() - 1), "enter", ""));
        }
        assertFalse(browser.location().getPath().contains("connexion"), browser::text);
        return browser.cookie(PersonCookie.NAME).orElseThrow();
    }

    private static List<String> codes(Mailbox mails) {
        return mails.mails().stream()
                .filter(mail -> mail.subject().equals("HubEE - Votre code de connexion"))
                .map(ReceivedMail::code)
                .toList();
    }

    /** Checks that the session opened at one server is known to the other, which accepts what she types. */
    private void use(KnownAccount person, String session, OwnServer one, OwnServer other) throws Exception {
        for (var server : new OwnServer[] {one, other}) {
            var browser = new Browser();
            browser.restore(URI.create(server.address()), "/", PersonCookie.NAME, session);
            browser.open(server.address() + "/profil")
                    .submit(
                            "profile",
                            Map.of(
                                    "civility",
                                    "MME",
                                    "phone",
                                    "+33160000002",
                                    "function",
                                    server.address(),
                                    "save",
                                    ""));
            browser.shows("Votre profil est enregistré");
            assertEquals(
                    server.address(),
                    first.sql().text("select function from account where id = '%s'".formatted(person.id())));
        }
    }

    private KnownAccount person() throws Exception {
        try (var database = first.database()) {
            var person =
                    NewPerson.camille(Organizations.VALBOURG, ActorType.AGENT).in(database);
            first.sql().change("""
                    insert into chosen_password (id, account_id, hash, chosen_at)
                    values (gen_random_uuid(), '%s', '%s', now())""".formatted(person.id(), PasswordHash.of(PASSWORD)));
            return person;
        }
    }

    private String schema() throws Exception {
        return first.sql().text("select max(version::int) from flyway_schema_history");
    }

    private String nodes() throws Exception {
        return String.join(", ", first.sql().all("select node || ' ' || release from hubee_node order by node"));
    }

    private static void say(String what) {
        System.out.println("TwoReleases: " + what);
    }
}
