package fr.hubee.exchange.notification;

import static fr.hubee.exchange.folder.Example.NOON;
import static fr.hubee.exchange.folder.Example.OPERATOR;
import static fr.hubee.exchange.folder.Example.TOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import fr.hubee.exchange.notification.CaseHandover.MovedCases;
import fr.hubee.kernel.shared.UuidV7;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A queue is read from where the caller has stopped, the démarches of the priority first. */
class QueueQueryTest {
    static final UUID AFTER_ALL = new UUID(-1, -1);

    final QueueQuery first = new QueueQuery(10, Set.of(), Set.of("CERTDC"), true);

    static NotificationLine read(String processCode) {
        return new NotificationLine(
                UUID.fromString("00000000-0000-7000-8000-000000000001"),
                TOWN,
                OPERATOR,
                processCode,
                null,
                null,
                NOON,
                null,
                null);
    }

    @Test
    void theFirstQueryBeginsBeforeAllNotifications() {
        assertEquals(UuidV7.BEFORE_ALL, first.afterFirst());
        assertEquals(UuidV7.BEFORE_ALL, first.afterOthers());
    }

    @Test
    void afterANotificationOfThePriorityTheOthersAreAllToCome() {
        var line = read("CERTDC");
        var next = first.after(line, 5);

        assertEquals(new QueueQuery(5, Set.of(), Set.of("CERTDC"), true, line), next);
        assertEquals(line.id(), next.afterFirst());
        assertEquals(UuidV7.BEFORE_ALL, next.afterOthers());
    }

    @Test
    void afterAnotherNotificationThePriorityIsOver() {
        var line = read("EtatCivil");
        var next = first.after(line, 5);

        assertEquals(AFTER_ALL, next.afterFirst());
        assertEquals(line.id(), next.afterOthers());
    }

    @Test
    void aNotificationKeepsItsRecipientAndItsDemarche() {
        var notification = new Notification(TOWN, OPERATOR, "EtatCivil", null, null, NOON);
        var other = new Notification(TOWN, OPERATOR, "EtatCivil", null, null, NOON);

        assertEquals(TOWN, notification.recipient());
        assertEquals("EtatCivil", notification.processCode());
        assertNotEquals(other.id(), notification.id());
    }

    @Test
    void theCasesOfAMergeAreCountedOverAllDemarches() {
        var moved = new MovedCases(
                new TreeMap<>(Map.of("CERTDC", 2L, "EtatCivil", 3L)), 1, 0, new TreeMap<>(Map.of("CERTDC", 4L)));

        assertEquals(5, moved.allReturning());
        assertEquals(4, moved.allArrived());
    }
}
