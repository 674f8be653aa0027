package fr.hubee.mail.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.database.OutageLog;
import fr.hubee.kernel.trace.Requester;
import fr.hubee.mail.outbox.MailRounds.MailPosted;
import fr.hubee.mail.outbox.MailRounds.RelayDown;
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
    private static final RelayDown DOWN = new RelayDown("nobody listens", false);

    private final MailRounds rounds = new MailRounds();
    private final List<Runnable> started = new ArrayList<>();
    private final List<Runnable> later = new ArrayList<>();
    private boolean awaited;
    private int sent;

    MailRoundsTest() {
        rounds.executor = noting(ManagedExecutorService.class, started);
        rounds.scheduler = noting(ManagedScheduledExecutorService.class, later);
        rounds.sending = new MailSendingService() {
            @Override
            public int sendDue(Requester requester) {
                if (sent == 0) {
                    rounds.pause(new RelayDown("as in all of these tests", awaited));
                }
                return sent;
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

    /** For ten minutes of pauses, by one attempt after each. */
    @Test
    void aRelayThatIsDownIsTriedAfterEachPauseWhileSomebodyWaitsForAMail() {
        awaited = true;
        rounds.posted(new MailPosted());
        for (int pause = 0; pause < 300; pause++) {
            started.get(pause).run();
            assertEquals(pause + 1, later.size());
            later.get(pause).run();
            assertEquals(pause + 2, started.size());
        }
    }

    /** The minute's round finds a mail that another server, or this one before it was restarted, could not send. */
    @Test
    void theMinutesRoundThatMeetsARelayThatIsDownBeginsThePausesToo() {
        awaited = true;
        rounds.start();
        started.get(0).run();
        later.get(0).run();
        assertEquals(2, started.size());
    }

    @Test
    void aMailThatNobodyWaitsForIsTriedAfterThePauseThenEachMinute() {
        rounds.posted(new MailPosted());
        started.get(0).run();
        later.get(0).run();
        started.get(1).run();
        later.get(1).run();
        assertEquals(2, started.size());
    }

    @Test
    void onceNobodyWaitsAnyMoreTheMinuteIsEnough() {
        awaited = true;
        rounds.posted(new MailPosted());
        started.get(0).run();
        later.get(0).run();
        awaited = false;
        started.get(1).run();
        later.get(1).run();
        assertEquals(2, started.size());
    }

    @Test
    void aRelayIsDownUntilItHasTakenAMail() {
        assertFalse(rounds.isRelayDown());
        rounds.posted(new MailPosted());
        started.get(0).run();
        assertTrue(rounds.isRelayDown());

        sent = 1;
        later.get(0).run();
        started.get(1).run();
        assertFalse(rounds.isRelayDown());
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
