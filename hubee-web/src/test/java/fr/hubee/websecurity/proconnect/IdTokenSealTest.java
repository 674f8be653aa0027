package fr.hubee.websecurity.proconnect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import fr.hubee.websecurity.proconnect.ProConnectSignIn.IdTokenSeal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IdTokenSealTest {
    final IdTokenSeal seal = new IdTokenSeal(AttemptSealTest.key(1));

    @Test
    void itIsKeptAsLongAsASessionMayLast() {
        var text = seal.seal("a.b.c", AttemptSealTest.NOON).orElseThrow();

        assertFalse(text.contains("a.b.c"));
        assertEquals(Optional.of("a.b.c"), seal.open(text, AttemptSealTest.NOON.plusSeconds(1)));
        assertEquals(Optional.empty(), seal.open(text, AttemptSealTest.NOON.plus(Duration.ofHours(12))));
    }

    @Test
    void anAttemptIsNotTakenForIt() {
        var attempt = Attempt.begin("/", false, false, AttemptSealTest.NOON);
        var text = new AttemptSeal(AttemptSealTest.key(1)).seal(attempt);

        assertEquals(Optional.empty(), seal.open(text, AttemptSealTest.NOON));
    }

    @Test
    void whatNoBrowserWouldKeepIsNotKept() {
        assertEquals(Optional.empty(), seal.seal("a".repeat(4_000), AttemptSealTest.NOON));
    }
}
