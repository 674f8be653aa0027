package fr.hubee.exchange.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.hubee.exchange.folder.FolderGate.CheckPlaces;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.TooManyRequests;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FolderGateTest {
    private static final OrganizationKey SLOW = Example.OPERATOR;
    private static final OrganizationKey OTHER = Example.TOWN;

    private final CheckPlaces places = new CheckPlaces(Duration.ZERO);

    private void takeAll(OrganizationKey operator) {
        for (int each = 0; each < CheckPlaces.OF_OPERATOR; each++) {
            places.take(operator);
        }
    }

    @Test
    void checksOfOneOperatorTakeNoPlaceOfAnother() {
        takeAll(SLOW);

        var refused = assertThrows(TooManyRequests.class, () -> places.take(SLOW));
        assertEquals("Other deposits are being checked", refused.getMessage());
        takeAll(OTHER);
    }

    @Test
    void aCheckThatHasEndedLeavesItsPlace() {
        takeAll(SLOW);
        places.leave(SLOW);

        places.take(SLOW);

        assertThrows(TooManyRequests.class, () -> places.take(SLOW));
    }

    @Test
    void aSmallFileHasTwoSecondsAndALargeOneMore() {
        assertEquals(Duration.ofSeconds(2), FolderGate.longest(1000));
        assertEquals(Duration.ofSeconds(10), FolderGate.longest(32 * 1024 * 1024));
    }
}
