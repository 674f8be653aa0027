package fr.hubee.it.attack.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.OverHttp;
import fr.hubee.it.RawConnection;
import fr.hubee.it.Wait;
import fr.hubee.it.portal.PersonUpload;
import fr.hubee.it.portal.Visitor;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import fr.hubee.it.world.PortalTown;
import fr.hubee.it.world.Trouble;
import fr.hubee.portal.page.FormToken;
import fr.hubee.websecurity.PersonCookie;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Checks senders that are slow, or stop on their way: others are served, nothing of a file is left, and the log has a line, not a stack. */
class SlowSendersIT extends OverHttp {
    static final int THOUSAND = 1000;
    static final Duration MEANWHILE = Duration.ofSeconds(4);

    /** Worker threads of the server. */
    static final int THREADS = 400;

    static final String MEGABYTE = "Content-Length: 1000000";
    static final byte[] LONG = new byte[300_000];

    final Partner caf = Partner.of("demo-rsa");
    final Partner town = Partner.of("demo-valbourg-etatcivil");

    static final String PROCESS = "recensementCitoyen";
    static final Path LOG = Path.of(System.getProperty("hubee.work"), "it-server", "log", "server.log");

    final PortalTown village = PortalTown.of(PROCESS);

    /** Sends a call of the API, and requests a page. */
    void another() {
        town.get("/notifications?maxResult=1").expect(200);
        Partner.send(Partner.to("/connexion")).expect(200);
    }

    /** Sends the same as a client that tries again while the database is busy. */
    void anotherInTheEnd() {
        assertEquals(
                200, Wait.until(() -> town.get("/notifications?maxResult=1").status(), status -> status != 503));
    }

    /** @param left lowest number of them that are still open when others are answered */
    void assertHarmless(int left, String beginning) throws IOException {
        another(); // warm
        try (var slow = new SlowSenders(THOUSAND, beginning)) {
            SlowSenders.during(MEANWHILE, this::another);
            long open = slow.open();
            assertTrue(open > left, () -> "others were answered once only " + open + " were left");
        }
    }

    static String authorized(Partner partner, String method, String path, String more) {
        var request = partner.request(path).build();
        return method + " " + request.uri().getPath() + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                + request.headers().firstValue("Authorization").orElseThrow() + "\r\n" + more + "\r\n\r\n";
    }

    // Attack: a thousand senders of a byte a second, of each kind: others are answered meanwhile. With a thread for
    // each sender, others would wait until the server had closed them.

    @Test
    void aThousandSlowForms() throws IOException {
        assertHarmless(THREADS, AnonymousFloodIT.head("/connexion", AnonymousFloodIT.FORM + "Content-Length: 900\r\n"));
    }

    @Test
    void aThousandSlowBodiesOfJson() throws IOException {
        assertHarmless(
                THREADS,
                authorized(dila, "POST", "/folders", "Content-Type: application/json\r\nContent-Length: 900") + "{");
    }

    @Test
    void aThousandSlowHeaders() throws IOException {
        assertHarmless(THREADS, "GET /connexion HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
    }

    @Test
    void aThousandSlowBodiesThatWaitToBeAskedFor() throws IOException {
        assertHarmless(
                THREADS,
                AnonymousFloodIT.head(
                        "/connexion", AnonymousFloodIT.FORM + "Content-Length: 900\r\nExpect: 100-continue\r\n"));
    }

    /** Whether the answer is 503 for lack of a place; a busy database is answered with another time to wait. */
    static boolean hasNoPlace(String told) {
        return told.contains("Retry-After: 10") && told.contains(Trouble.NO_PLACE);
    }

    /** Checks that slow files occupy only the places of their own sender. */
    @Test
    void aThousandSlowFiles() throws IOException {
        var slowly =
                authorized(dila, "PUT", Deposit.announce(dila, Deposit.TOWN).attachmentPath(), MEGABYTE);
        assertHarmless(0, slowly);
        try (var slow = new SlowSenders(THOUSAND, slowly)) {
            var answer = slow.awaitAnswer(SlowSendersIT::hasNoPlace, this::anotherInTheEnd);
            assertTrue(answer.startsWith("HTTP/1.1 503"), answer);
            assertTrue(answer.contains("Retry-After: 10"), answer);
            assertEquals(404, uploads(caf));
        }
        Wait.until(() -> uploads(dila) == 404); // the senders have left: their places are free again
    }

    static int uploads(Partner sender) {
        return sender.upload("/folders/" + new UUID(0, 1) + "/attachments/" + new UUID(0, 2), LONG)
                .status();
    }

    static RawConnection begin(Visitor person, String path) throws IOException {
        var signedIn = "Cookie: " + PersonCookie.NAME + "=" + person.openSession() + "\r\n"
                + SpoolIT.GIGABYTE.replace("1000000000", "1000000");
        return new RawConnection().say(AnonymousFloodIT.head(path, signedIn)).say("--zz\r\n");
    }

    static RawConnection sends(Visitor agent, Deposit deposit) throws IOException {
        var session = agent.openSession();
        var upload = PersonUpload.begin(Partner.address(), session, deposit, 1_000_000);
        var signedIn = "Cookie: " + PersonCookie.NAME + "=" + session + "\r\n" + FormToken.HEADER + ": "
                + Visitor.formToken(session) + "\r\n" + SpoolIT.PART.replace("1000000000", "1000000");
        return new RawConnection()
                .say(AnonymousFloodIT.head(upload.path(), signedIn).replace("POST", "PATCH"))
                .say("<");
    }

    static long failures() throws IOException {
        try (var lines = Files.lines(LOG)) {
            return lines.filter(line -> line.contains("Request body is too slow") || line.contains(" ERROR "))
                    .count();
        }
    }

    // Checks files that stop on their way: the answer to a person is in French, that to a partner is the API's; nothing
    // of the file is left, and the log has a line, not a stack.

    @Test
    void aSenderThatFallsSilentIsAnswered408() throws IOException {
        var deposit = Deposit.complete(Partner.of("demo-dila"), PROCESS, "10870-XML", village.town());
        Partner.of("demo-admin").patch(deposit.casePath(), "{\"status\": \"SENT\"}");
        Partner.of("demo-admin").patch(deposit.casePath(), "{\"status\": \"IN_PROGRESS\"}");
        long before = failures();
        long stored = WaitingFilesIT.files();
        var dila = Partner.of("demo-dila");
        var file = SlowSendersIT.authorized(
                dila, "PUT", Deposit.announce(dila, Deposit.TOWN).attachmentPath(), SlowSendersIT.MEGABYTE);
        try (var partner = new RawConnection().say(file + "<");
                var agent = sends(Visitor.agent(village.town(), PROCESS), deposit);
                var national = begin(Visitor.national(), "/import-organisations")) {
            for (var silent : new RawConnection[] {agent, national}) {
                var answer = silent.answer();
                assertTrue(answer.startsWith("HTTP/1.1 408 "), answer);
                assertTrue(answer.contains("Ce que vous envoyez arrive trop lentement."), answer);
                assertFalse(answer.contains("Retry-After"), answer);
            }
            var answer = partner.answer();
            assertTrue(answer.startsWith("HTTP/1.1 408 "), answer);
            assertTrue(answer.contains(Trouble.SLOW), answer);
        }
        assertEquals(before, failures());
        Wait.until(() -> WaitingFilesIT.files() == stored + 1); // the agent may go on
    }
}
