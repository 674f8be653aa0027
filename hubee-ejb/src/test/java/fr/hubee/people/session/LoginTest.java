package fr.hubee.people.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class LoginTest {

    @Test
    void capitalsAndSpacesMakeNoDifference() {
        assertEquals(Login.of("ada@pontcarre.fr"), Login.of("  ADA@Pontcarre.FR\n"));
        assertNotEquals(
                Login.of("ada@pontcarre.fr").hash(),
                Login.of("eve@pontcarre.fr").hash());
    }

    @Test
    void nonsenseIsNobody() {
        assertEquals("", Login.of(null).text());
        assertEquals("", Login.of("a".repeat(321)).text());
        assertEquals("", Login.of("ada\0@pontcarre.fr").text());
    }
}
