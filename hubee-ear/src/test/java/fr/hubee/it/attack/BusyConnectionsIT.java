package fr.hubee.it.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.OverHttp;
import fr.hubee.it.Wait;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/**
 * Checks more calls than connections, all waiting for one row: they are answered 503 after three seconds, tokens are given, and the database is
 * not reported as away.
 */
class BusyConnectionsIT extends OverHttp {
    /** So many of the forty connections at least wait for the row; other work of the server uses a few. */
    private static final int ORDINARY = 32;

    private static final int CALLS = 45;

    private static final String METRICS_TOKEN = "a-token-that-the-tests-made-up-for-this";

    private static final String WAITING = "pg_locks where not granted";

    private final Partner town = Partner.of("demo-valbourg-etatcivil");

    private static Answer get(String path) {
        return Partner.send(Partner.to(path).header("Authorization", "Bearer " + METRICS_TOKEN));
    }

    private static String counted(String outage) {
        var line = "hubee_outage_failures_total{outage=\"" + outage + "\"} ";
        return get("/metrics")
                .text()
                .lines()
                .filter(each -> each.startsWith(line))
                .findFirst()
                .orElseThrow();
    }

    private static Answer askToken() {
        return Partner.askToken("demo-dila", Partner.secret("demo-dila"));
    }

    private static Connection holding(Deposit deposit) throws SQLException {
        var holder = Database.connect();
        holder.setAutoCommit(false);
        try (var hold = holder.createStatement()) {
            hold.execute("select 1 from cases where id = '%s' for update".formatted(deposit.caseId()));
        }
        return holder;
    }

    private List<CompletableFuture<Answer>> begin(ExecutorService callers, Deposit deposit) {
        var calls = new ArrayList<CompletableFuture<Answer>>();
        for (int each = 0; each < CALLS; each++) {
            calls.add(CompletableFuture.supplyAsync(
                    () -> town.patch(deposit.casePath(), "{\"status\": \"SI_RECEIVED\"}"), callers));
        }
        return calls;
    }

    @Test
    void tokensAreGivenAndTheOthersAreAnsweredThatTheRowIsBusy() throws Exception {
        var deposit = Deposit.complete(dila, Deposit.TOWN);
        var away = counted("database");
        var busy = counted("contention");
        var callers = Executors.newFixedThreadPool(CALLS);
        List<CompletableFuture<Answer>> calls;
        try (var holder = holding(deposit)) {
            calls = begin(callers, deposit);
            Wait.until(() -> Database.count(WAITING), waiting -> waiting >= ORDINARY);

            var token = askToken().expect(200);
            Partner.holding(token).get(deposit.path()).expect(200);
            get("/sante").expect(200);
            var first = (Answer) CompletableFuture.anyOf(calls.toArray(CompletableFuture[]::new))
                    .join();
            first.expect(503);
            assertEquals("5", first.header("Retry-After"));
            assertEquals("{\"errors\":[{\"code\":503,\"message\":\"Service Unavailable\"}]}", first.text());
            holder.rollback();
        }

        assertTrue(
                calls.stream()
                        .map(CompletableFuture::join)
                        .allMatch(answer -> answer.status() < 300 || answer.status() == 503),
                "each call was done, or may be repeated");
        assertEquals(away, counted("database"), "the database was there");
        assertNotEquals(busy, counted("contention"));
        callers.shutdown();
        town.get(deposit.casePath()).expect(200);
    }
}
