package fr.hubee.it.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.Wait;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Software that deposits folders and software that fetches them, until the test stops both. */
final class ProxyTraffic {
    private static final int MORE = 20;

    private static final int TOO_MANY_REQUESTS = 429;

    private final Partner sender;
    private final Partner receiver;
    private final ExecutorService callers = Executors.newFixedThreadPool(2);
    private final AtomicInteger done = new AtomicInteger();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean over;

    ProxyTraffic(Partner sender, Partner receiver) {
        this.sender = sender;
        this.receiver = receiver;
    }

    ProxyTraffic begin() {
        callers.execute(() -> repeat(this::deposit));
        callers.execute(() -> repeat(this::poll));
        goesOn();
        return this;
    }

    private void repeat(Runnable work) {
        while (!over) {
            try {
                work.run();
                done.incrementAndGet();
            } catch (RuntimeException | AssertionError failure) {
                failures.add(failure);
            }
        }
    }

    private void deposit() {
        var deposit = Deposit.complete(sender, Deposit.TOWN);
        read(deposit.casePath()).expect(200);
    }

    private void poll() {
        read("/notifications?maxResult=10").expect(200);
    }

    /** Reads a path, and tries again as long as the rate limit refuses it. */
    private Answer read(String path) {
        var last = new AtomicReference<Answer>();
        Wait.until(() -> {
            last.set(receiver.get(path));
            return last.get().status() != TOO_MANY_REQUESTS;
        });
        return last.get();
    }

    /** Waits until some more folders were handled. */
    void goesOn() {
        int wanted = done.get() + MORE;
        Wait.until(() -> done.get() >= wanted || !failures.isEmpty());
    }

    /** Returns the number of handled folders. */
    int done() {
        return done.get();
    }

    void nothingHasFailed() throws InterruptedException {
        over = true;
        callers.shutdown();
        assertTrue(callers.awaitTermination(3, TimeUnit.MINUTES));
        assertEquals(
                "", String.join("\n", failures.stream().map(Throwable::toString).toList()));
    }
}
