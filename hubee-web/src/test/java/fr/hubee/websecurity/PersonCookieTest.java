package fr.hubee.websecurity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.settings.PublicAddress;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PersonCookieTest {

    @Test
    void itTravelsOverHttpsOnlyWhereThePortalIsThere() {
        assertTrue(PersonCookie.cookie(
                        PersonCookie.NAME,
                        "token",
                        Duration.ofSeconds(-1),
                        new PublicAddress(URI.create("https://hubee.example")))
                .getSecure());
        assertFalse(PersonCookie.cookie(
                        PersonCookie.NAME,
                        "token",
                        Duration.ofSeconds(-1),
                        new PublicAddress(URI.create("http://localhost:8080")))
                .getSecure());
    }

    @Test
    void noScriptReadsItAndNoOtherSitePostsWithIt() {
        var cookie = PersonCookie.cookie(
                PersonCookie.NAME, "token", Duration.ZERO, new PublicAddress(URI.create("https://hubee.example")));

        assertTrue(cookie.isHttpOnly());
        assertEquals("Lax", cookie.getAttribute("SameSite"));
        assertEquals("/", cookie.getPath());
        assertEquals(0, cookie.getMaxAge());
    }
}
