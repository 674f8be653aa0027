package fr.hubee.portal.frame;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.portal.frame.OwnPagesOnly.Origins;
import java.net.URI;
import org.junit.jupiter.api.Test;

class OriginsTest {
    static final Origins OURS = Origins.of(URI.create("https://hubee.example"), "http://10.0.0.3:8080");
    static final String OWN = "https://hubee.example";

    @Test
    void aBrowserThatSaysWhichSiteAsksIsBelieved() {
        assertTrue(OURS.made("same-origin", OWN, null));
        assertTrue(OURS.made("same-origin", null, null));
        for (var site : new String[] {"cross-site", "same-site", "none", ""}) {
            assertFalse(OURS.made(site, null, OWN + "/teledossiers"), site);
        }
        assertFalse(OURS.made("same-origin", "https://evil.example", null));
    }

    @Test
    void theOthersSayTheOriginOfThePage() {
        assertTrue(OURS.made(null, OWN, null));
        assertTrue(OURS.made(null, "HTTPS://HubEE.example:443", null));
        assertTrue(OURS.made(null, "http://10.0.0.3:8080", null));
        for (var origin : new String[] {
            "null", "", "http://hubee.example", "https://hubee.example.evil.example", "https://hubee.example:8443", "%"
        }) {
            assertFalse(OURS.made(null, origin, OWN + "/teledossiers"), origin);
        }
    }

    @Test
    void orElseItsAddress() {
        assertTrue(OURS.made(null, null, OWN + "/teledossier?id=1"));
        assertFalse(OURS.made(null, null, "https://evil.example/?" + OWN));
        assertFalse(OURS.made(null, null, null));
    }

    @Test
    void anAddressThatIsNoneIsNobodysOwn() {
        var without = Origins.of(URI.create("https://hubee.example"), "http://null");
        assertTrue(without.made(null, OWN, null));
        assertFalse(Origins.of(URI.create("https://hubee.example"), "http:// ").made(null, "", null));
    }
}
