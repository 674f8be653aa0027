package fr.hubee.desk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.desk.watch.WaitingOrder.Group;
import fr.hubee.desk.watch.WaitingOrder.Rank;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WaitingOrderTest {
    private static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");

    private final WaitingOrder order = new WaitingOrder(Map.of("PACS", 10, "AEC", 3));

    private Rank rank(String code, int daysAgo) {
        var at = NOON.minus(Duration.ofDays(daysAgo));
        return order.rank(code, at, at, new UUID(0, daysAgo));
    }

    @Test
    void theNextLegalDeadlineComesFirstThenWhatHasNoneByAge() {
        var pacs = rank("PACS", 8);
        var act = rank("AEC", 2);
        var older = rank("AUTRE", 40);
        var newer = rank("AUTRE", 1);

        assertEquals(
                List.of(act, pacs, older, newer),
                Stream.of(newer, older, pacs, act).sorted().toList());
    }

    @Test
    void eachLegalDelayIsReadApartAndWhatHasNoneTogether() {
        var groups = order.groups(Set.of("PACS", "AUTRE", "RCO"));

        assertEquals(List.of(new Group(Set.of("PACS"), 10), new Group(Set.of("AUTRE", "RCO"), null)), groups);
    }

    @Test
    void eachDemarcheIsReadFromTheArrivalThatHasTheSameDeadline() {
        var pacs = new Group(Set.of("PACS"), 10);
        var others = new Group(Set.of("AUTRE"), null);
        var act = rank("AEC", 2);
        var other = rank("AUTRE", 40);

        assertEquals(Optional.of(NOON.minus(Duration.ofDays(9))), pacs.from(act, true));
        assertEquals(Optional.of(other.since()), others.from(other, false));
        assertEquals(Optional.of(Instant.EPOCH), others.from(act, true), "all of them");
        assertEquals(Optional.empty(), others.from(act, false));
        assertEquals(Optional.empty(), pacs.from(other, true));
        assertTrue(pacs.from(other, false).orElseThrow().isAfter(NOON), "all of them");
    }
}
