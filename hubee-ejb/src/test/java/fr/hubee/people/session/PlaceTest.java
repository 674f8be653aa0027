package fr.hubee.people.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.people.session.Places.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceTest {

    private static List<String> around(String address) {
        return Place.around(address).stream().map(Place::text).toList();
    }

    @Test
    void theNetworkOfAnAddressIsIts24OrIts64() {
        assertEquals(List.of("192.0.2.77", "192.0.2.0/24"), around("192.0.2.77"));
        assertEquals(
                List.of("2001:db8:1:2:aaaa:bbbb:cccc:dddd", "2001:db8:1:2:0:0:0:0/64"),
                around("2001:db8:1:2:aaaa:bbbb:cccc:dddd"));
    }

    @Test
    void whatIsNoAddressIsNotLookedUp() {
        assertEquals(List.of("evil.example", "unknown network"), around("evil.example"));
        assertEquals(List.of("unknown", "unknown network"), around(null));
    }
}
