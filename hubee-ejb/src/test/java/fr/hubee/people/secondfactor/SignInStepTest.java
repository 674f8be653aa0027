package fr.hubee.people.secondfactor;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.people.secondfactor.SignInStep.StepKind;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignInStepTest {
    static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    final SignInStep step = new SignInStep("hash", new UUID(0, 1), StepKind.MAIL, NOW);

    @Test
    void itIsOverAfterAQuarterOfAnHour() {
        assertTrue(step.isOpen(NOW.plusSeconds(15 * 60 - 1)));
        assertFalse(step.isOpen(NOW.plusSeconds(15 * 60)));
    }

    @Test
    void itIsOverAfterFiveTries() {
        for (int each = 0; each < 5; each++) {
            assertTrue(step.isOpen(NOW));
            step.countTry();
        }
        assertFalse(step.isOpen(NOW));
    }

    @Test
    void threeCodesAreSentAtMost() {
        for (int each = 0; each < 3; each++) {
            assertTrue(step.mayHaveAnotherCode());
            step.countCode();
        }
        assertFalse(step.mayHaveAnotherCode());
    }
}
