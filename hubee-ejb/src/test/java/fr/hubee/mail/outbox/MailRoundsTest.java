package fr.hubee.mail.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.hubee.kernel.shared.OutageLog;
import fr.hubee.kernel.trace.Asker;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** Tests when posted mails start a connection to the relay. */
@SuppressWarnings("UnnecessaryAssignment") // no container is there to inject
class MailRoundsTest {
    private static final RelayDown DOWN = new RelayDown("nobody listens");

    private final MailRounds rounds = new MailRounds();
    private final List<Runnable> started = new ArrayList<>();
    private final List<Runnable> later = new ArrayList<>();

    MailRoundsTest() {
        rounds.executor = noting(ManagedExecutorService.class, started);
        rounds.scheduler = noting(ManagedScheduledExecutorService.class, later);
        rounds.sending = new MailSendingService() {
            @Override
            public int sendDue(Asker asker) {
                rounds.pause(new RelayDown("as in all of these tests"));
                return 0;
            }
        };
        rounds.clock = Clock.systemUTC();
    }

    @Test
    void aPostedMailLeavesAtOnce() {
        rounds.posted(new MailPosted());
        assertEquals(1, started.size());
    }

    @Test
    void aRelayThatIsDownIsAskedForOnceAPauseHoweverManyMailsArePosted() {
        rounds.pause(DOWN);
        rounds.posted(new MailPosted());
        rounds.pause(DOWN);
        rounds.posted(new MailPosted());
        assertEquals(0, started.size());

        assertEquals(1, later.size());
        later.get(0).run();
        assertEquals(1, started.size());
    }

    /** Whatever the failure was, even its own. */
    @Test
    void aMailThatMetARelayThatIsDownIsTriedAfterEachPauseForHalfAMinuteThenEachMinute() {
        rounds.posted(new MailPosted());
        for (int pause = 0; pause < 15; pause++) {
            started.get(pause).run();
            later.get(pause).run();
            assertEquals(pause + 2, started.size());
        }
        started.get(15).run();
        later.get(15).run();
        assertEquals(16, started.size());
    }

    @Test
    void aPauseBeforeWhichNothingWasPostedAsksForNothing() {
        rounds.pause(DOWN);
        later.get(0).run();
        assertEquals(0, started.size());
    }

    @Test
    void aPauseThatCannotBePlannedKeepsNoMail() {
        rounds.scheduler = refusing(ManagedScheduledExecutorService.class);
        assertThrows(RejectedExecutionException.class, () -> rounds.pause(DOWN));

        rounds.posted(new MailPosted());
        assertEquals(1, started.size());
    }

    @Test
    void aThreadThatIsNotThereKeepsNoLaterMail() {
        rounds.outages = new OutageLog();
        rounds.executor = refusing(ManagedExecutorService.class);
        for (int each = 0; each < 10; each++) {
            rounds.posted(new MailPosted());
        }

        rounds.executor = noting(ManagedExecutorService.class, started);
        rounds.posted(new MailPosted());
        assertEquals(1, started.size());
    }

    private static <T> T refusing(Class<T> executor) {
        return executor.cast(Proxy.newProxyInstance(
                executor.getClassLoader(), new Class<?>[] {executor}, (proxy, method, arguments) -> {
                    throw new RejectedExecutionException("no thread");
                }));
    }

    /** Runs nothing, and keeps the given tasks. */
    private static <T> T noting(Class<T> executor, List<Runnable> given) {
        return executor.cast(Proxy.newProxyInstance(
                executor.getClassLoader(), new Class<?>[] {executor}, (proxy, method, arguments) -> {
                    given.add((Runnable) arguments[0]);
                    return null;
                }));
    }
}
