package fr.hubee.exchange.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.kernel.database.Invalidation;
import fr.hubee.kernel.database.Invalidation.Subject;
import fr.hubee.kernel.database.InvalidationLease;
import fr.hubee.kernel.database.NodeCache;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The memory of empty queues, and when it is cleared. */
@SuppressWarnings("UnnecessaryAssignment") // no container is there to inject
class EmptyQueuesTest {
    private static final OrganizationKey TOWN = town("99101");
    private static final OrganizationKey OTHER_TOWN = town("99102");
    private static final String BIRTHS = "EtatCivil";
    private static final String CENSUS = "recensementCitoyen";

    private final EmptyQueues queues = new EmptyQueues();
    private final List<NotificationLine> waiting = new ArrayList<>();

    private boolean held = true;
    private int asked;

    /** Runs while the database is queried. */
    private Runnable meanwhile = () -> {};

    /** Runs right after the lease was found to be held. */
    private Runnable afterTheLease = () -> {};

    EmptyQueuesTest() {
        queues.empty = new NodeCache<>(new InvalidationLease() {
            @Override
            public boolean isHeld() {
                boolean before = held;
                afterTheLease.run();
                return before;
            }
        });
    }

    @Test
    void theDatabaseIsAskedOnceForAnEmptyQueue() {
        poll(TOWN, BIRTHS);
        poll(TOWN, BIRTHS);
        assertEquals(1, asked);
    }

    @Test
    void whatWaitsIsReadEachTime() {
        waiting.add(line());
        poll(TOWN, BIRTHS);
        assertEquals(waiting, poll(TOWN, BIRTHS));
        assertEquals(2, asked);
    }

    @Test
    void eachQueueAndEachDemarcheIsKnownByItself() {
        poll(TOWN, BIRTHS);
        poll(OTHER_TOWN, BIRTHS);
        poll(TOWN, CENSUS);
        poll(TOWN, BIRTHS, "CERTDC");
        assertEquals(4, asked);
    }

    @Test
    void demarchesThatWereFoundEmptyOneByOneAreEmptyTogether() {
        poll(TOWN, BIRTHS);
        poll(TOWN, CENSUS);
        poll(TOWN, BIRTHS, CENSUS);
        assertEquals(2, asked);
    }

    @Test
    void aQueueThatGrewIsReadAgainAndNoOther() {
        poll(TOWN, BIRTHS);
        poll(OTHER_TOWN, BIRTHS);
        grows(TOWN);
        waiting.add(line());
        assertEquals(waiting, poll(TOWN, BIRTHS));
        poll(OTHER_TOWN, BIRTHS);
        assertEquals(3, asked);
    }

    @Test
    void aQueueThatGrowsWhileItIsReadIsNotRemembered() {
        meanwhile = () -> grows(TOWN);
        poll(TOWN, BIRTHS);
        poll(TOWN, BIRTHS);
        assertEquals(2, asked);
    }

    @Test
    void withoutALeaseNothingIsAnsweredFromMemory() {
        poll(TOWN, BIRTHS);
        held = false;
        poll(TOWN, BIRTHS);
        assertEquals(2, asked);
    }

    @Test
    void withoutALeaseNothingIsRemembered() {
        held = false;
        poll(TOWN, BIRTHS);
        held = true;
        poll(TOWN, BIRTHS);
        assertEquals(2, asked);
    }

    @Test
    void aLostConnectionForgetsEverything() {
        poll(TOWN, BIRTHS);
        poll(OTHER_TOWN, BIRTHS);
        loseTheConnection();
        held = true;
        poll(TOWN, BIRTHS);
        poll(OTHER_TOWN, BIRTHS);
        assertEquals(4, asked);
    }

    @Test
    void nothingIsRememberedWhenTheConnectionIsLostMeanwhile() {
        meanwhile = this::loseTheConnection;
        poll(TOWN, BIRTHS);
        meanwhile = () -> {};
        held = true;
        poll(TOWN, BIRTHS);
        assertEquals(2, asked);
    }

    @Test
    void norWhenItIsLostAndFoundAgainJustBeforeTheQuery() {
        afterTheLease = () -> {
            loseTheConnection();
            held = true;
        };
        poll(TOWN, BIRTHS);
        afterTheLease = () -> {};
        poll(TOWN, BIRTHS);
        assertEquals(2, asked);
    }

    private List<NotificationLine> poll(OrganizationKey town, String... codes) {
        return queues.read(town, Set.of(codes), () -> {
            asked++;
            meanwhile.run();
            return List.copyOf(waiting);
        });
    }

    private void grows(OrganizationKey town) {
        queues.forget(new Invalidation(Subject.NOTIFICATION_QUEUE, town.toString()));
    }

    private void loseTheConnection() {
        held = false;
        queues.forget(new Invalidation(Subject.NOTIFICATION_QUEUE, null));
    }

    private static OrganizationKey town(String branch) {
        return new OrganizationKey(OrganizationType.SI, "99000101800011", branch);
    }

    private static NotificationLine line() {
        return new NotificationLine(
                new UUID(0, 1), TOWN, OTHER_TOWN, BIRTHS, new UUID(0, 2), null, Instant.EPOCH, null, null);
    }
}
