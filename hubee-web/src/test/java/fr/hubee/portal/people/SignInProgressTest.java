package fr.hubee.portal.people;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignInProgressTest {

    @Test
    void theEndOfALockIsShownInParisAndNeverTooEarly() {
        var told = SignInProgress.lockedUntil(Instant.parse("2026-11-25T10:15:01Z"));

        assertTrue(told.contains("11\u00a0h\u00a016"), told);
    }
}
