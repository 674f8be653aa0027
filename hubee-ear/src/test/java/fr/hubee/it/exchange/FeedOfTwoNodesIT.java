package fr.hubee.it.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.hubee.it.Wait;
import fr.hubee.it.server.OwnProxy;
import fr.hubee.it.server.OwnServer;
import fr.hubee.it.server.OwnSql;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import fr.hubee.launcher.DatabasePair;
import fr.hubee.launcher.HaProxy;
import fr.hubee.launcher.ServerProcess;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Events of two nodes, of which each is killed, drained or cut off while others write and read: by cursor, by stream and by webhook, who
 * follows gets what the history of the cases has, once and in its order.
 */
@EnabledIfSystemProperty(named = "hubee.long", matches = "true")
class FeedOfTwoNodesIT {
    private static final String TOWN = "demo-valbourg-etatcivil";

    /** The failures that are expected when a node or its database has just been killed. */
    private static final Set<String> OUTAGE = Set.of(FeedFollower.CUT, "502", "503");

    /** Holds whoever records an attempt to send, as long as somebody has the lock. */
    private static final String HELD = """
            create function hold() returns trigger language plpgsql as
              'begin perform pg_advisory_xact_lock_shared(21); return null; end';
            create trigger hold after insert on webhook_attempt for each statement execute function hold()""";

    private static final String WAITING =
            "select pid from pg_locks where locktype = 'advisory' and objid = 21 and not granted";

    /** The nodes that run, by address. */
    private final Map<String, ServerProcess> running = new HashMap<>();

    private OwnSql sql;

    private static OwnServer prepare(String name) throws Exception {
        return OwnServer.prepare(name, "400m")
                .set("HUBEE_NODE", "one")
                .set("HUBEE_KEY", "aW52ZW50ZWQgZm9yIHRoZSB0ZXN0cywgMzIgYnl0ZXM=")
                .set("HUBEE_DRAIN_SECONDS", "5")
                .set("HUBEE_TRUSTED_PROXIES", "127.0.0.1/32")
                .set("HUBEE_WEBHOOK_NETWORKS", "127.0.0.1")
                .set("HUBEE_CALLS_PER_SECOND", "100000")
                .set("HUBEE_EVENTS_PER_DAY", "100000");
    }

    /** Returns the messages of one party to the other, by case and in the order in which they were written. */
    private List<String> history(String writer) throws SQLException {
        return List.copyOf(sql.all("""
                select id from case_event where action_type = 'SENDING_MESSAGE' and transmitter_type = '%s'
                order by case_id, created_at, id""".formatted(writer)));
    }

    private void assertFollowed(Set<String> acknowledged, List<FeedFollower> ofTown, List<FeedFollower> ofDila)
            throws SQLException {
        var toTown = history("OSL");
        var toDila = history("SI");
        var written = new HashSet<>(toTown);
        written.addAll(toDila);
        assertTrue(written.containsAll(acknowledged), "what was acknowledged is there");
        for (var follower : ofTown) {
            assertEquals(toTown, Wait.until(follower::messages, got -> got.size() >= toTown.size()));
            follower.end();
        }
        for (var follower : ofDila) {
            assertEquals(toDila, Wait.until(follower::messages, got -> got.size() >= toDila.size()));
            follower.end();
        }
    }

    @Test
    void eachReaderGetsEachEventOnceAndInOrderThoughANodeAndThenTheDatabaseAreKilled() throws Exception {
        try (var one = prepare("feed-kills");
                var databases = DatabasePair.start(one.folder())) {
            databases.environment().forEach(one::set);
            sql = new OwnSql(databases.url());
            try (var first = one.start()) {
                var two = one.anotherNode("two");
                try (var second = two.start()) {
                    sql.define(FeedWriters.DAWDLE);
                    var dila = Partner.signIn(one.address(), "demo-dila");
                    var town = Partner.signIn(one.address(), TOWN);
                    var there = town.at(two.address());
                    var ofTown = List.of(
                            FeedFollower.polling(1, 25, town, there),
                            FeedFollower.polling(7, 25, there),
                            FeedFollower.polling(1000, 25, town, there),
                            FeedFollower.streaming(there),
                            FeedFollower.streaming(town, there));
                    var ofDila = List.of(
                            FeedFollower.polling(3, 25, dila, dila.at(two.address())),
                            FeedFollower.streaming(dila.at(two.address())));
                    var writers = new FeedWriters(List.of(dila, dila.at(two.address())), List.of(town, there));

                    first.kill();
                    writers.goesOn();
                    try (var again = one.start()) {
                        writers.goesOn();
                        databases.killPrimary();
                        databases.promote();
                        writers.goesOn();
                        assertTrue(again.isAlive() && second.isAlive());
                        var acknowledged = writers.stop();

                        assertFollowed(acknowledged, ofTown, ofDila);
                        assertTrue(writers.refused() > 0, "some were rolled back");
                        ofTown.forEach(each -> assertTrue(OUTAGE.containsAll(each.trouble())));
                    }
                }
            }
        }
    }

    @Test
    void whoeverWaitsOrStreamsThroughTheProxyLosesNothingWhateverIsLoadedAgainDrainedOrKilled() throws Exception {
        assumeTrue(HaProxy.installed().isPresent() || "true".equals(System.getenv("CI")), "HAProxy is not installed");
        var ports = OwnProxy.ports();
        try (var one = prepare("feed-proxy").set("HUBEE_PUBLIC_ADDRESS", OwnProxy.address(ports));
                var first = one.start()) {
            var two = one.anotherNode("two");
            try (var second = two.start();
                    var proxy = OwnProxy.start(ports, one, two)) {
                Wait.until(() -> proxy.sends("one") && proxy.sends("two"));
                sql = one.sql();
                var dila = Partner.signIn(proxy.client(), proxy.address(), "demo-dila");
                var town = Partner.signIn(proxy.client(), proxy.address(), TOWN);
                anEventIsKnownAtOnceWhereItDidNotHappen(town.at(two.address()), dila.at(one.address()));
                var streams = some(() -> FeedFollower.streaming(town));
                var ofTown = new ArrayList<>(streams);
                ofTown.addAll(some(() -> FeedFollower.polling(100, 30, town)));
                streams.get(0).awaitBeats(5); // longer than the proxy's patience of 60 seconds
                assertUndisturbed(ofTown);

                sql.define(FeedWriters.DAWDLE);
                var writers = new FeedWriters(List.of(dila), List.of(town));
                proxy.reload();
                writers.goesOn();
                assertUndisturbed(ofTown);

                int begun = requests(streams);
                assertEquals(0, one.drain().waitFor());
                assertFalse(proxy.sends("one"));
                first.stop();
                ofTown.forEach(FeedFollower::goesOn);
                assertUndisturbed(ofTown); // each stream has ended, and each poll been answered
                assertTrue(requests(streams) - begun <= streams.size(), "none begins again where it is ended again");
                try (var again = one.start()) {
                    Wait.until(() -> proxy.sends("one"));
                    proxy.crash();
                    ofTown.forEach(FeedFollower::goesOn);
                    Wait.until(() -> proxy.sends("one") && proxy.sends("two"));
                    second.kill();
                    writers.goesOn();
                    ofTown.forEach(FeedFollower::goesOn);
                    assertTrue(again.isAlive());

                    assertFollowed(writers.stop(), ofTown, List.of());
                    ofTown.forEach(each -> assertTrue(OUTAGE.containsAll(each.trouble())));
                }
            }
        }
    }

    private static void assertUndisturbed(List<FeedFollower> followers) {
        followers.forEach(each -> assertEquals(List.of(), each.trouble()));
    }

    private static void anEventIsKnownAtOnceWhereItDidNotHappen(Partner town, Partner dila) {
        var reader = new FeedIT.Reader(town);
        for (int each = 0; each < 10; each++) {
            var waiting = CompletableFuture.supplyAsync(() -> reader.waiting(30));
            var caseId = Deposit.complete(dila, Deposit.TOWN).caseId();
            long committed = System.nanoTime();
            assertTrue(waiting.join().text().contains(caseId), "the first answer after it has it");
            System.out.printf("Known on the other node after %d ms%n", (System.nanoTime() - committed) / 1_000_000);
            reader.next();
        }
    }

    private static List<FeedFollower> some(Supplier<FeedFollower> each) {
        return Stream.generate(each).limit(6).toList();
    }

    private static int requests(List<FeedFollower> followers) {
        return followers.stream().mapToInt(FeedFollower::requests).sum();
    }

    @Test
    void whatANodeHadSentOrHadToSendWhenItWasKilledIsSentByTheOtherOneInOrder() throws Exception {
        try (var one = prepare("feed-webhooks");
                var receiver = new WebhooksIT.Receiver()) {
            one.set("HUBEE_PUBLIC_ADDRESS", one.address()); // each event has it: so it is known who sent it
            try (var first = one.start()) {
                var two = one.anotherNode("two");
                try (var second = two.set("HUBEE_PUBLIC_ADDRESS", two.address()).start()) {
                    sql = one.sql();
                    running.putAll(Map.of(one.address(), first, two.address(), second));
                    var dila = Partner.signIn(one.address(), "demo-dila");
                    WebhooksIT.proven(dila.atFeed(), receiver);

                    receiver.answers = new CompletableFuture<>();
                    var unanswered = deposits(dila);
                    var left = killSender(receiver, unanswered).equals(one.address()) ? two : one;
                    receiver.answers.complete(null);
                    assertTheOtherSends(receiver, unanswered, left.address());

                    try (var again = (left == one ? two : one).start();
                            var holder = one.database()) {
                        running.put((left == one ? two : one).address(), again);
                        sql.define(HELD);
                        execute(holder, "select pg_advisory_lock(21)");
                        var unrecorded = deposits(dila.at(left.address()));
                        sql.await(1, "select count(*) from (" + WAITING + ") theirs");
                        var killed = killSender(receiver, unrecorded);
                        sql.all("select pg_terminate_backend(pid) from (" + WAITING + ") theirs");
                        execute(holder, "select pg_advisory_unlock(21)");
                        assertTheOtherSends(
                                receiver,
                                unrecorded,
                                running.keySet().iterator().next());
                        assertTrue(
                                receiver.of(unrecorded.get(0).caseId()).size() > 2, "it was sent twice by " + killed);
                    }
                }
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<Deposit> deposits(Partner dila) {
        return IntStream.range(0, 8)
                .mapToObj(each -> Deposit.complete(dila, Deposit.TOWN))
                .toList();
    }

    /** @return the address of the node that sends events of the first of these deposits */
    private String killSender(WebhooksIT.Receiver receiver, List<Deposit> deposits) {
        var source = receiver.awaited(deposits.get(0)).event().path("source").asText();
        var address = source.replaceFirst("/teledossiers/v1$", "");
        running.remove(address).kill();
        return address;
    }

    /** Checks that the node that is left sends all events of these cases: those that were sent before, and one that follows. */
    private void assertTheOtherSends(WebhooksIT.Receiver receiver, List<Deposit> deposits, String left)
            throws SQLException {
        var town = Partner.signIn(left, TOWN);
        deposits.forEach(each -> each.move(town, "IN_PROGRESS").expect(201));
        sql.change("update webhook_endpoint set leased_until = now()"); // a minute is over
        for (var each : deposits) {
            var got = Wait.until(
                    () -> receiver.of(each.caseId()),
                    all -> all.stream().anyMatch(event -> event.type().contains("status")));
            var ids = got.stream()
                    .map(event -> event.headers().get("Webhook-id").get(0))
                    .toList();
            var inOrder = IntStream.range(0, ids.size())
                    .filter(at -> at == 0 || !ids.get(at).equals(ids.get(at - 1)))
                    .mapToObj(at -> got.get(at).type())
                    .toList();
            assertEquals(List.of("fr.hubee.case.complete.v1", "fr.hubee.case.status.v1"), inOrder);
        }
    }
}
