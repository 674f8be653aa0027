package fr.hubee.it.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.OverHttp;
import fr.hubee.it.Wait;
import fr.hubee.it.server.OwnProxy;
import fr.hubee.it.world.Partner;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Attack: an HTTP/2 connection asks for more than a whole server could answer, and reads nothing. */
class ManyStreamsIT extends OverHttp {
    static final int ANNOUNCED = 64;

    /** More than the server has threads. */
    static final int MANY = 430;

    static final String LONG = "/openapi";
    static final int LITTLE = 1000;
    static final int WHOLE = 65_535;

    static RawHttp2 connect(int window) throws Exception {
        return new RawHttp2(Partner.tlsPort(), window);
    }

    static void another() {
        Partner.send(Partner.to("/connexion")).expect(200);
    }

    /** Checks that all announced streams begin and are cut after half a minute, and that others never wait for them. */
    @Test
    void whatNobodyReadsIsCutAndHoldsNobodyUp() throws Exception {
        try (var connection = connect(LITTLE)) {
            Wait.until(() -> connection.announced() == ANNOUNCED);
            for (int each = 0; each < ANNOUNCED; each++) {
                assertTrue(connection.get(LONG));
            }
            Wait.until(() -> connection.count(RawHttp2.HEADERS) == ANNOUNCED);
            another();
            assertEquals(0, connection.count(RawHttp2.RESET));

            Wait.until(() -> connection.count(RawHttp2.RESET) >= ANNOUNCED);
            another();
        }
    }

    /** Checks that a client that reads its answers has no limit on their number. */
    @Test
    void aClientThatReadsItsAnswersIsNeverDisconnected() throws Exception {
        try (var connection = connect(WHOLE)) {
            for (int each = 1; each <= MANY; each++) {
                int asked = each;
                assertTrue(connection.get("/sante"));
                if (asked % (ANNOUNCED / 2) == 0 || asked == MANY) {
                    Wait.until(() -> connection.count(RawHttp2.HEADERS) == asked);
                }
            }
            assertEquals(0, connection.count(RawHttp2.RESET));
        }
    }

    @Test
    void aClientThatOpensMoreStreamsThanAnnouncedIsDisconnected() throws Exception {
        try (var connection = connect(LITTLE)) {
            for (int each = 0; each < MANY && connection.get(LONG); each++) {
                assertTrue(connection.count(RawHttp2.HEADERS) <= ANNOUNCED);
            }

            Wait.until(connection::isClosed);
            assertTrue(connection.count(RawHttp2.HEADERS) <= ANNOUNCED);
            another();
        }
    }

    /** Checks requests that are cancelled before their answer: the server would begin them all. */
    @Test
    void aClientThatResetsAllItsStreamsIsDisconnected() throws Exception {
        try (var connection = connect(WHOLE)) {
            for (int each = 0; each < 100 * MANY && connection.get(LONG) && connection.reset(); each++) {
                Thread.onSpinWait();
            }

            Wait.until(connection::isClosed);
            another();
        }
    }

    @Test
    void theShippedProxyBeginsNoMoreEither() throws Exception {
        var ports = OwnProxy.ports();
        try (var proxy = OwnProxy.start(ports, URI.create(Partner.address()).getAuthority());
                var connection = new RawHttp2(ports.https(), LITTLE)) {
            for (int each = 0; each < MANY && connection.get(LONG); each++) {
                assertTrue(connection.count(RawHttp2.HEADERS) <= ANNOUNCED);
            }

            Wait.until(() -> connection.count(RawHttp2.RESET) >= MANY - ANNOUNCED);
            assertTrue(connection.count(RawHttp2.HEADERS) <= ANNOUNCED);
            assertTrue(proxy.address().endsWith(":" + ports.https()));
            another();
        }
    }
}
