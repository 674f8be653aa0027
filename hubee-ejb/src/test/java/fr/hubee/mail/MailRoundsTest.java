package fr.hubee.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When mails that are posted have the relay asked for. */
@SuppressWarnings("UnnecessaryAssignment") // no container is there to inject
class MailRoundsTest {
    private final MailRounds rounds = new MailRounds();
    private final List<Runnable> started = new ArrayList<>();
    private final List<Runnable> later = new ArrayList<>();

    MailRoundsTest() {
        rounds.executor = noting(ManagedExecutorService.class, started);
        rounds.scheduler = noting(ManagedScheduledExecutorService.class, later);
    }

    @Test
    void aPostedMailLeavesAtOnce() {
        rounds.posted(new MailPosted());
        assertEquals(1, started.size());
    }

    @Test
    void aRelayThatIsDownIsAskedForOnceAPauseHoweverManyMailsArePosted() {
        rounds.pause(new RelayDown());
        rounds.posted(new MailPosted());
        rounds.pause(new RelayDown());
        rounds.posted(new MailPosted());
        assertEquals(0, started.size());

        assertEquals(1, later.size());
        later.get(0).run();
        assertEquals(1, started.size());
    }

    @Test
    void aPauseInWhichNothingIsPostedAsksForNothing() {
        rounds.posted(new MailPosted());
        rounds.pause(new RelayDown());
        later.get(0).run();
        assertEquals(1, started.size());
    }

    /** Runs nothing, and keeps what it is given to run. */
    private static <T> T noting(Class<T> executor, List<Runnable> given) {
        return executor.cast(Proxy.newProxyInstance(
                executor.getClassLoader(), new Class<?>[] {executor}, (proxy, method, arguments) -> {
                    given.add((Runnable) arguments[0]);
                    return null;
                }));
    }
}
