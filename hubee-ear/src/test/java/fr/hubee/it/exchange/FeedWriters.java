package fr.hubee.it.exchange;

import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.Wait;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Both parties of a few cases, who add messages on all servers, until they are told to stop. */
final class FeedWriters {
    /** Lets transactions end late, in another order than they began, and some of them be rolled back. */
    static final String DAWDLE = """
            create function dawdle() returns trigger language plpgsql as $$ begin
              perform pg_sleep(case when random() < 0.1 then 0.2 else random() * 0.02 end);
              if random() < 0.1 then raise exception 'rolled back'; end if;
              return null;
            end $$;
            create constraint trigger dawdle after insert on case_event deferrable initially deferred
            for each row execute function dawdle()""";

    private static final int WRITERS = 16;

    /** Few: those who write to one wait for one another. */
    private static final int CASES = 6;

    private static final int MORE = 60;

    private final List<Partner> dila;
    private final List<Partner> town;
    private final List<Deposit> cases;
    private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean over;

    /** Begins to write, where these parties have their servers in the same order. */
    FeedWriters(List<Partner> dila, List<Partner> town) {
        this.dila = dila;
        this.town = town;
        cases = IntStream.range(0, CASES)
                .mapToObj(each -> Deposit.complete(dila.get(0), Deposit.TOWN))
                .toList();
        IntStream.range(0, WRITERS).forEach(writer -> threads.execute(() -> write(writer)));
        goesOn();
    }

    private void write(int writer) {
        var random = new Random(writer);
        var servers = writer % 2 == 0 ? dila : town;
        for (int step = 0; !over; step++) {
            var message = """
                    {"actionType": "SENDING_MESSAGE", "author": "Mairie", "message": "%d %d", "notification": true}""".formatted(writer, step);
            try {
                var answer = servers.get(random.nextInt(servers.size()))
                        .post(cases.get(random.nextInt(CASES)).casePath() + "/events", message);
                if (answer.status() == 201) {
                    acknowledged.add(answer.field("id"));
                } else {
                    refused.incrementAndGet();
                }
            } catch (UncheckedIOException gone) {
                refused.incrementAndGet(); // it may have been written, or not
            }
        }
    }

    /** Returns when some more have been written. */
    void goesOn() {
        int before = acknowledged.size();
        Wait.until(() -> acknowledged.size() >= before + MORE);
    }

    /** @return the entries of the history that were acknowledged */
    Set<String> stop() throws InterruptedException {
        over = true;
        threads.shutdown();
        assertTrue(threads.awaitTermination(3, TimeUnit.MINUTES));
        return acknowledged;
    }

    /** Returns how many did not succeed. */
    int refused() {
        return refused.get();
    }
}
