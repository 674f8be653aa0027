package fr.hubee.desk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.hubee.kernel.shared.InvalidRequest;
import org.junit.jupiter.api.Test;

class WatchDelayTest {
    @Test
    void threeThenNineDaysWhereNothingIsSet() {
        assertEquals(new WatchDelay(3, 9, null), WatchDelay.USUAL);
    }

    @Test
    void theSecondIsLongerThanTheFirst() {
        assertThrows(InvalidRequest.class, () -> new WatchDelay(3, 3, null));
        assertEquals(4, new WatchDelay(3, 4, null).second());
    }

    @Test
    void neitherIsZeroNorEndless() {
        assertThrows(InvalidRequest.class, () -> new WatchDelay(0, 9, null));
        assertThrows(InvalidRequest.class, () -> new WatchDelay(61, 90, null));
        assertThrows(InvalidRequest.class, () -> new WatchDelay(60, 91, null));
        assertEquals(90, new WatchDelay(60, 90, null).second());
    }

    @Test
    void theLawGivesADayToAYear() {
        assertThrows(InvalidRequest.class, () -> new WatchDelay(3, 9, 0));
        assertThrows(InvalidRequest.class, () -> new WatchDelay(3, 9, 366));
        assertEquals(365, new WatchDelay(3, 9, 365).legal());
    }
}
