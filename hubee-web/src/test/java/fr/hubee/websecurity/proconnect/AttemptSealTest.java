package fr.hubee.websecurity.proconnect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class AttemptSealTest {
    static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");

    final AttemptSeal seal = new AttemptSeal(key(1));
    final Attempt attempt = Attempt.begin("/dossiers?etat=nouveau", true, true, NOON);

    static SecretKey key(int seed) {
        var bytes = new byte[32];
        bytes[0] = (byte) seed;
        return new SecretKeySpec(bytes, "AES");
    }

    @Test
    void whatWasSealedOnOneNodeIsReadOnAnother() {
        assertEquals(Optional.of(attempt), new AttemptSeal(key(1)).open(seal.seal(attempt), NOON));
    }

    @Test
    void itIsForgottenAfterTenMinutes() {
        assertEquals(Optional.of(attempt), seal.open(seal.seal(attempt), NOON.plusSeconds(599)));
        assertEquals(Optional.empty(), seal.open(seal.seal(attempt), NOON.plusSeconds(600)));
    }

    @Test
    void whatAnotherKeySealedOrSomebodyChangedIsNothing() {
        assertEquals(Optional.empty(), new AttemptSeal(key(2)).open(seal.seal(attempt), NOON));
        var text = seal.seal(attempt);
        int middle = text.length() / 2;
        char other = text.charAt(middle) == 'A' ? 'B' : 'A';
        assertEquals(Optional.empty(), seal.open(text.substring(0, middle) + other + text.substring(middle + 1), NOON));
        assertEquals(Optional.empty(), seal.open("", NOON));
        assertEquals(Optional.empty(), seal.open("a.b.c.d.e", NOON));
        assertEquals(Optional.empty(), seal.open(null, NOON));
    }

    @Test
    void nothingOfItIsShown() {
        var shown = attempt.toString() + seal.seal(attempt);

        assertFalse(shown.contains(attempt.state()) || shown.contains(attempt.verifier()), shown);
    }
}
