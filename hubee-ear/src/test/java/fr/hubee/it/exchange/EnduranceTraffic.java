package fr.hubee.it.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** An operator deposits, a town handles, and a person uses the portal, again and again. Each answer must be the expected one. */
final class EnduranceTraffic {
    private static final int CALLERS = 4;

    private final String address;

    EnduranceTraffic(String address) {
        this.address = address;
    }

    /**
     * Returns when all callers have ended.
     *
     * @param rounds of each caller
     */
    void run(int rounds) throws Exception {
        var pool = Executors.newFixedThreadPool(CALLERS);
        try {
            var callers = new ArrayList<Callable<Void>>();
            for (int each = 0; each < CALLERS; each++) {
                callers.add(() -> call(rounds));
            }
            for (var ended : pool.invokeAll(callers)) {
                ended.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private Void call(int rounds) {
        for (int round = 0; round < rounds; round++) {
            // a token ends after an hour
            var dila = Partner.signIn(address, "demo-dila");
            var town = Partner.signIn(address, "demo-valbourg-etatcivil");
            live(dila, town);
            assertStatus(200, Partner.send(HttpRequest.newBuilder(URI.create(address + "/connexion"))));
        }
        return null;
    }

    private static void live(Partner dila, Partner town) {
        var deposit = Deposit.complete(dila, Deposit.TOWN);
        assertStatus(200, town.get(deposit.casePath()));
        assertStatus(200, town.get(deposit.casePath() + "/attachments/" + deposit.attachmentId()));
        assertStatus(201, deposit.move(town, "SI_RECEIVED"));
        assertStatus(201, deposit.move(town, "REFUSED"));
        assertStatus(200, dila.get("/notifications?maxResult=5"));
        assertStatus(404, dila.get("/folders/" + deposit.caseId()));
        assertStatus(204, dila.patch(deposit.path(), "{\"globalStatus\": \"CLOSED\"}"));
    }

    private static void assertStatus(int expected, Answer answer) {
        assertEquals(expected, answer.status(), answer::toString);
    }
}
