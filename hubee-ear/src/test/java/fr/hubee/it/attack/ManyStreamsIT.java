package fr.hubee.it.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.OverHttp;
import fr.hubee.it.Wait;
import fr.hubee.it.portal.Visitor;
import fr.hubee.it.server.OwnProxy;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.NewPerson;
import fr.hubee.it.world.Organizations;
import fr.hubee.it.world.Partner;
import fr.hubee.kernel.security.TokenText;
import fr.hubee.people.account.ActorType;
import fr.hubee.websecurity.PersonCookie;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Attack: an HTTP/2 connection asks for more than a whole server could answer, and reads nothing. */
class ManyStreamsIT extends OverHttp {
    static final int ANNOUNCED = 64;

    /** More than the server has threads. */
    static final int MANY = 430;

    /** The requests of one person that are at work, and those with the ones that wait. */
    static final int AT_WORK = 16;

    static final int OF_PERSON = AT_WORK + 64;

    /** Half of the server's threads. */
    static final int OF_PEOPLE = 200;

    private final ExecutorService callers = Executors.newCachedThreadPool();

    @AfterEach
    void endCallers() {
        callers.shutdown();
    }

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

    /** Checks people whose requests all wait for the database: software gets a token while they do. */
    @Test
    void requestsOfPeopleLeavePlacesForSoftware() throws Exception {
        var person = Visitor.of(NewPerson.camille(Organizations.DILA, ActorType.BUSINESS_ADMINISTRATOR))
                .openSession();
        List<CompletableFuture<Answer>> ofOne;
        List<CompletableFuture<Answer>> ofMany;
        try (var holder = Database.connect()) {
            holder.setAutoCommit(false);
            try (var hold = holder.createStatement()) {
                hold.execute("lock table person_session in access exclusive mode");
            }
            ofOne = Stream.generate(() -> page(person)).limit(MANY / 2).toList();
            Wait.until(() -> refused(ofOne), refused -> refused >= MANY / 2 - OF_PERSON);
            assertEquals(AT_WORK, Database.count("pg_locks where not granted"));
            Partner.askToken("demo-dila", Partner.secret("demo-dila")).expect(200);

            ofMany = Stream.generate(() -> page(TokenText.fresh())).limit(MANY).toList();
            Wait.until(() -> refused(ofMany), refused -> refused >= MANY - OF_PEOPLE);
            Partner.askToken("demo-dila", Partner.secret("demo-dila")).expect(200);
            assertTrue(ofMany.stream().anyMatch(each -> !each.isDone()), "the others wait");
            holder.rollback();
        }
        assertTrue(Stream.concat(ofOne.stream(), ofMany.stream())
                .map(CompletableFuture::join)
                .filter(answer -> answer.status() == 429)
                .allMatch(answer -> answer.header("Retry-After").equals("5")));
        Partner.send(Partner.to("/profil").header("Cookie", PersonCookie.NAME + "=" + person))
                .expect(200);
    }

    private CompletableFuture<Answer> page(String session) {
        var request = Partner.to("/profil").header("Cookie", PersonCookie.NAME + "=" + session);
        return CompletableFuture.supplyAsync(() -> Partner.send(request), callers);
    }

    private static long refused(List<CompletableFuture<Answer>> pages) {
        return pages.stream()
                .filter(each -> each.isDone() && each.join().status() == 429)
                .count();
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
