package fr.hubee.desk.digest;

import static fr.hubee.desk.digest.ReminderRepository.ReminderKind.IDLE_60;
import static fr.hubee.desk.digest.ReminderRepository.ReminderKind.IDLE_90;
import static fr.hubee.desk.digest.ReminderRepository.ReminderKind.PASSWORD_14;
import static fr.hubee.desk.digest.ReminderRepository.ReminderKind.PASSWORD_3;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.desk.digest.ReminderService.IdlePolicy;
import fr.hubee.desk.digest.ReminderService.PasswordReminderPolicy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReminderPolicyTest {
    /** The clocks go back in between: a day is a day of Paris. */
    static final Instant SINCE = Instant.parse("2026-10-01T08:00:00Z");

    static Instant day(int number) {
        return SINCE.atZone(ZoneId.of("Europe/Paris")).plusDays(number).toInstant();
    }

    @Test
    void theFirstReminderIsAfterSixtyDaysAndTheSecondAfterNinety() {
        var never = new IdlePolicy(SINCE, Map.of());
        assertEquals(Optional.empty(), never.reminder(day(60).minusMillis(1)));
        assertEquals(Optional.of(IDLE_60), never.reminder(day(60)));

        var once = new IdlePolicy(SINCE, Map.of(IDLE_60, day(60)));
        assertEquals(Optional.empty(), once.reminder(day(90).minusMillis(1)));
        assertEquals(Optional.of(IDLE_90), once.reminder(day(90)));

        var twice = new IdlePolicy(SINCE, Map.of(IDLE_60, day(60), IDLE_90, day(90)));
        assertEquals(Optional.empty(), twice.reminder(day(110)));
    }

    @Test
    void ofTwoThatWereMissedOnlyTheSecondIsSent() {
        assertEquals(Optional.of(IDLE_90), new IdlePolicy(SINCE, Map.of()).reminder(day(200)));
    }

    @Test
    void itIsClosedAfterAHundredAndTwentyDays() {
        var warned = new IdlePolicy(SINCE, Map.of(IDLE_90, day(90)));

        assertFalse(warned.isToBeClosed(day(120).minusMillis(1)));
        assertTrue(warned.isToBeClosed(day(120)));
    }

    @Test
    void neverBeforeThirtyDaysAfterTheSecondReminder() {
        assertFalse(new IdlePolicy(SINCE, Map.of()).isToBeClosed(day(400)));

        var late = new IdlePolicy(SINCE, Map.of(IDLE_90, day(200)));
        assertFalse(late.isToBeClosed(day(230).minusMillis(1)));
        assertTrue(late.isToBeClosed(day(230)));
    }

    @Test
    void aReminderSaysUntilWhenThereIsTime() {
        var policy = new IdlePolicy(SINCE, Map.of());

        assertEquals(day(120), policy.closesAt(day(60)));
        assertEquals(day(120), policy.closesAt(day(90)));
        assertEquals(day(230), policy.closesAt(day(200)));
    }

    @Test
    void aPasswordThatEndsIsRemindedOfFourteenAndThreeDaysBefore() {
        var none = new PasswordReminderPolicy(day(100), Set.of());
        assertEquals(Optional.empty(), none.reminder(day(86).minusMillis(1)));
        assertEquals(Optional.of(PASSWORD_14), none.reminder(day(86)));
        assertEquals(Optional.of(PASSWORD_3), none.reminder(day(97)));
        assertEquals(Optional.empty(), none.reminder(day(100)));

        var once = new PasswordReminderPolicy(day(100), Set.of(PASSWORD_14));
        assertEquals(Optional.empty(), once.reminder(day(96)));
        assertEquals(Optional.of(PASSWORD_3), once.reminder(day(97)));
    }
}
