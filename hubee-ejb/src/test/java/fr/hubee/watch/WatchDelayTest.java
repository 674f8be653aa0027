package fr.hubee.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.hubee.shared.InvalidRequest;
import org.junit.jupiter.api.Test;

class WatchDelayTest {
    @Test
    void threeThenNineDaysWhereNothingIsSet() {
        assertEquals(new WatchDelay(3, 9), WatchDelay.USUAL);
    }

    @Test
    void theSecondIsLongerThanTheFirst() {
        assertThrows(InvalidRequest.class, () -> new WatchDelay(3, 3));
        assertEquals(4, new WatchDelay(3, 4).second());
    }

    @Test
    void neitherIsZeroNorEndless() {
        assertThrows(InvalidRequest.class, () -> new WatchDelay(0, 9));
        assertThrows(InvalidRequest.class, () -> new WatchDelay(61, 90));
        assertThrows(InvalidRequest.class, () -> new WatchDelay(60, 91));
        assertEquals(90, new WatchDelay(60, 90).second());
    }
}
