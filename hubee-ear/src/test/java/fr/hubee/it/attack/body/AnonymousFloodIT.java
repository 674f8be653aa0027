package fr.hubee.it.attack.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.OverHttp;
import fr.hubee.it.RawConnection;
import fr.hubee.it.Wait;
import fr.hubee.it.attack.RawHttp2;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Attack: strangers send without end: they are answered 413 after the limit, with any framing. */
class AnonymousFloodIT extends OverHttp {
    static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
    static final String CHUNKED = "Transfer-Encoding: chunked\r\n";
    static final String TOO_LARGE = "HTTP/1.1 413 Request Entity Too Large";
    static final int CHUNK = 0x4000;

    /** The field « :status » of HTTP/2 (RFC 7541 §6.2): the index of its name, the length, the value. */
    static final String STATUS_413 = "H\u0003413";

    static final int WHOLE_PAGE = 1024 * 1024;

    /** Bytes that two sockets and the server's buffers can hold while nobody reads. */
    static final int ON_THE_WAY = 24 * 1024 * 1024;

    static String head(String path, String more) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + more + "\r\n";
    }

    static String withSecret() {
        return "Authorization: " + Partner.basic("demo-dgs", "none") + "\r\n";
    }

    /** Sends chunks until there is an answer. */
    static long flood(RawConnection connection) throws IOException {
        var chunk = Integer.toHexString(CHUNK) + "\r\n" + "A".repeat(CHUNK) + "\r\n";
        long sent = 0;
        try {
            while (connection.isUnanswered() && sent < 2L * ON_THE_WAY) {
                connection.say(chunk);
                sent += CHUNK;
            }
        } catch (IOException gone) {
            // the answer has come before
        }
        return sent;
    }

    @Test
    void aFormWithoutEndIsRefusedAfterAMegabyte() throws IOException {
        try (var connection = new RawConnection()) {
            connection.say(head("/connexion", FORM + CHUNKED));

            long sent = flood(connection);

            assertEquals(TOO_LARGE, connection.statusLine());
            assertTrue(sent > 1024 * 1024 && sent < ON_THE_WAY, () -> sent + " bytes were taken");
        }
    }

    @Test
    void aLargeBodyOfATokenRequestIsRefused() throws IOException {
        try (var connection = new RawConnection()) {
            connection.say(head("/oauth2/token", FORM + CHUNKED + withSecret()));

            long sent = flood(connection);

            assertEquals(TOO_LARGE, connection.statusLine());
            assertTrue(sent < ON_THE_WAY, () -> sent + " bytes were taken");
        }
        try (var connection = new RawConnection()) {
            connection.say(head("/oauth2/token", FORM + "Content-Length: 16385\r\n" + withSecret()));

            assertEquals(TOO_LARGE, connection.statusLine());
        }
    }

    @Test
    void whatIsAnnouncedTooLongIsRefusedBeforeItIsSent() throws IOException {
        try (var connection = new RawConnection()) {
            connection.say(head("/connexion", FORM + "Content-Length: 1048577\r\n"));

            assertEquals(TOO_LARGE, connection.statusLine());
        }
    }

    @Test
    void aLargeAnonymousBodyOverHttp2IsRefused() throws Exception {
        try (var connection = new RawHttp2(Partner.tlsPort(), WHOLE_PAGE)) {
            long sent = connection.flood("/connexion", 2 * ON_THE_WAY);

            Wait.until(() -> connection.text().contains("trop volumineux"));
            assertTrue(connection.heads().contains(STATUS_413), connection::heads);
            assertTrue(sent > 1024 * 1024 && sent < ON_THE_WAY, () -> sent + " bytes were taken");
        }
    }

    @Test
    void aFileWithoutCredentialsIsRefusedUnread() throws IOException {
        var path = "/teledossiers/v1/folders/00000000-0000-7000-8000-000000000000/attachments/"
                + "00000000-0000-7000-8000-000000000001";
        for (var framing : new String[] {"Content-Length: 1000000000\r\n", CHUNKED}) {
            try (var connection = new RawConnection()) {
                connection.say(head(path, framing).replaceFirst("POST", "PUT"));

                var answer = connection.answer(); // and the connection is closed
                assertTrue(answer.startsWith("HTTP/1.1 401"), answer);
                assertTrue(answer.contains("{\"errors\":[{\"code\":900901,"), answer);
            }
        }
    }

    @Test
    void aJsonWithoutCredentialsIsRefusedUnreadToo() throws IOException {
        try (var connection = new RawConnection()) {
            connection.say(head("/teledossiers/v1/folders", "Content-Type: application/json\r\n" + CHUNKED));

            assertEquals("HTTP/1.1 401 Unauthorized", connection.statusLine());
        }
    }

    /** Checks a transfer coding that nobody reads: the server would take it for chunks, or for a body without end, and wait. */
    @Test
    void aCodingThatNobodyReadsIsRefusedAtOnce() throws IOException {
        for (var coding : new String[] {"gzip", "identity", "gzip, chunked"}) {
            for (var path : new String[] {"/connexion", "/oauth2/token", "/teledossiers/v1/folders"}) {
                try (var connection = new RawConnection()) {
                    connection.say(head(path, "Transfer-Encoding: " + coding + "\r\n"));

                    assertEquals("HTTP/1.1 501 Not Implemented", connection.statusLine(), coding);
                }
            }
        }
    }

    /** Checks clients that send everything before they read, as many do: they too receive the refusal of an old token or a wrong size. */
    @Test
    void aClientThatSendsAllBeforeReadingGetsTheReasonOfTheRefusal() throws IOException {
        var dila = Partner.of("demo-dila");
        var deposit = Deposit.announce(dila, Deposit.TOWN);
        var file = "Content-Length: " + 4_000_000;
        var path = deposit.attachmentPath();
        var old = Partner.withToken(Partner.address(), "old");
        for (var refused :
                Map.of(old, "401 Unauthorized", dila, "400 Bad Request").entrySet()) {
            try (var connection = new RawConnection()) {
                connection
                        .say(SlowSendersIT.authorized(refused.getKey(), "PUT", path, file))
                        .say("A".repeat(4_000_000));

                assertEquals("HTTP/1.1 " + refused.getValue(), connection.statusLine());
            }
        }
        dila.upload(path, Deposit.REQUEST).expect(204);
    }
}
