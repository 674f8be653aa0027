package fr.hubee.desk.digest;

import static fr.hubee.desk.digest.ReminderKind.IDLE_60;
import static fr.hubee.desk.digest.ReminderKind.IDLE_90;

import fr.hubee.kernel.shared.Paris;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Idle accounts: reminders after 60 and 90 days, closed after 120, but not before 30 days after the last reminder. Days
 * are counted in Paris time.
 *
 * @param since the last sign-in, creation or reactivation, whichever is latest
 * @param sent when each reminder for that date was sent
 */
record IdlePolicy(Instant since, Map<ReminderKind, Instant> sent) {
    static final int FIRST = 60;
    static final int SECOND = 90;
    static final int CLOSED = 120;

    /** The reminder due now; of two missed ones, the last. */
    Optional<ReminderKind> reminder(Instant now) {
        if (isPast(SECOND, now)) {
            return sent.containsKey(IDLE_90) ? Optional.empty() : Optional.of(IDLE_90);
        }
        return isPast(FIRST, now) && !sent.containsKey(IDLE_60) ? Optional.of(IDLE_60) : Optional.empty();
    }

    boolean isToBeClosed(Instant now) {
        var warned = sent.get(IDLE_90);
        return isPast(CLOSED, now)
                && warned != null
                && !after(warned, CLOSED - SECOND).isAfter(now);
    }

    /** Returns when it will be closed, if a reminder is sent now. */
    Instant closesAt(Instant now) {
        var byAge = after(since, CLOSED);
        var byReminder = after(now, CLOSED - SECOND);
        return byAge.isAfter(byReminder) || !isPast(SECOND, now) ? byAge : byReminder;
    }

    private boolean isPast(int days, Instant now) {
        return !after(since, days).isAfter(now);
    }

    private static Instant after(Instant date, int days) {
        return date.atZone(Paris.ZONE).plusDays(days).toInstant();
    }
}
