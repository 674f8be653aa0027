package fr.hubee.websecurity;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class UploadPlacesTest {
    final UploadPlaces places = new UploadPlaces(4);

    @Test
    void oneCallerHasHalfOfThePlaces() {
        assertTrue(places.take("dila"));
        assertTrue(places.take("dila"));
        assertFalse(places.take("dila"));
        assertTrue(places.take("caf"));
    }

    @Test
    void thereAreNoMoreThanThereAre() {
        places.take("dila");
        places.take("dila");
        places.take("caf");
        places.take("caf");

        assertFalse(places.take("ants"));
    }

    @Test
    void whoHasLeftMayComeBack() {
        places.take("dila");
        places.take("dila");
        places.leave("dila");

        assertTrue(places.take("dila"));
        assertFalse(places.take("dila"));
    }
}
