package fr.hubee.kernel.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.database.ConnectionPlaces.NoFreeConnection;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConnectionPlacesTest {

    @Test
    void aFifthOfThePoolIsKeptAndThreeAtLeast() {
        assertEquals(32, ConnectionPlaces.ordinary(40));
        assertEquals(80, ConnectionPlaces.ordinary(100));
        assertEquals(5, ConnectionPlaces.ordinary(8));
        assertEquals(1, ConnectionPlaces.ordinary(2));
    }

    @Test
    void whoFindsNoPlaceIsAnsweredSoAndFindsTheNextOne() throws Exception {
        var places = new ConnectionPlaces(2, Duration.ofMillis(1));
        places.take();
        places.take();
        assertThrows(NoFreeConnection.class, places::take);

        places.leave();

        places.take();
    }

    @Test
    void whatGoesFirstIsKnownWhileItLastsAlsoWhenItFails() {
        assertFalse(ConnectionPlaces.goesFirst());
        assertTrue(ConnectionPlaces.<Boolean, RuntimeException>first(ConnectionPlaces::goesFirst));
        assertThrows(
                IllegalStateException.class,
                () -> ConnectionPlaces.first(() -> {
                    throw new IllegalStateException();
                }));
        assertFalse(ConnectionPlaces.goesFirst());
    }
}
