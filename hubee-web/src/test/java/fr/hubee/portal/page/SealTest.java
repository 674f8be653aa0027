package fr.hubee.portal.page;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.portal.page.SealedViewsFactory.Seal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class SealTest {
    static final SecretKey MASTER = new SecretKeySpec(new byte[32], "AES");
    static final SecretKey KEY = PortalKeys.key(MASTER, "page", "session");
    static final byte[] STATE = "état de la page ".repeat(500).getBytes(StandardCharsets.UTF_8);

    @Test
    void whatIsSealedIsReadAgain() {
        assertArrayEquals(STATE, Seal.open(KEY, Seal.seal(KEY, STATE)).orElseThrow());
    }

    @Test
    void itIsShortAndSaysNothing() {
        var sealed = Seal.seal(KEY, STATE);

        assertTrue(sealed.length() < 400, sealed);
        assertFalse(sealed.contains(Base64.getUrlEncoder().encodeToString("état".getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void anotherSessionPurposeOrInstallationCannotOpenIt() {
        var sealed = Seal.seal(KEY, STATE);
        var elsewhere =
                new SecretKeySpec("another installation, another key".getBytes(StandardCharsets.UTF_8), 0, 32, "AES");

        assertEquals(Optional.empty(), Seal.open(PortalKeys.key(MASTER, "page", "another"), sealed));
        assertEquals(Optional.empty(), Seal.open(PortalKeys.key(MASTER, "form", "session"), sealed));
        assertEquals(Optional.empty(), Seal.open(PortalKeys.key(elsewhere, "page", "session"), sealed));
    }

    @Test
    void whatWasChangedOrIsNoneOfOursIsNotOpened() {
        var sealed = Seal.seal(KEY, STATE);
        var changed = sealed.substring(0, sealed.length() - 2) + (sealed.endsWith("AA") ? "BB" : "AA");

        for (var text : new String[] {changed, "", "a", "a.b.c.d.e", "eyJhbGciOiJub25lIn0..", sealed + "x"}) {
            assertEquals(Optional.empty(), Seal.open(KEY, text), text);
        }
    }
}
