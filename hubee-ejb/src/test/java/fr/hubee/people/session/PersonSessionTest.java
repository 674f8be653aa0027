package fr.hubee.people.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.people.session.PersonSession.SignInMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PersonSessionTest {
    static final Instant OPENED = Instant.parse("2026-11-25T08:00:00Z");
    static final Duration IDLE = Duration.ofMinutes(60);

    final PersonSession session = new PersonSession("hash", new UUID(0, 1), SignInMethod.PASSWORD, null, OPENED);

    @Test
    void itEndsAnHourAfterItsLastUse() {
        assertTrue(session.isOpen(IDLE, OPENED.plus(IDLE).minusMillis(1)));
        assertFalse(session.isOpen(IDLE, OPENED.plus(IDLE)));
    }

    @Test
    void itEndsAfterTwelveHoursHoweverItIsUsed() {
        var late = OPENED.plus(Duration.ofHours(11)).plus(Duration.ofMinutes(59));
        assertEquals(OPENED.plus(Duration.ofHours(12)), session.endAfter(late, IDLE));
    }

    @Test
    void aUseIsNotedOnceAMinute() {
        assertFalse(session.isUseToNote(OPENED.plusSeconds(59)));
        assertTrue(session.isUseToNote(OPENED.plusSeconds(60)));
    }
}
