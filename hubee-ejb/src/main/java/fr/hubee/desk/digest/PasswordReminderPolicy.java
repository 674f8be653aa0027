package fr.hubee.desk.digest;

import static fr.hubee.desk.digest.ReminderKind.PASSWORD_14;
import static fr.hubee.desk.digest.ReminderKind.PASSWORD_3;

import fr.hubee.kernel.shared.Paris;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Reminders before a password expires: 14 days and 3 days before, once each, never afterwards.
 *
 * @param ends when it expires
 * @param sent the reminders already sent for this password
 */
record PasswordReminderPolicy(Instant ends, Set<ReminderKind> sent) {
    static final int FIRST = 14;
    static final int SECOND = 3;

    Optional<ReminderKind> reminder(Instant now) {
        if (!now.isBefore(ends)) {
            return Optional.empty();
        }
        if (!now.isBefore(before(SECOND))) {
            return unless(PASSWORD_3);
        }
        return now.isBefore(before(FIRST)) ? Optional.empty() : unless(PASSWORD_14);
    }

    private Optional<ReminderKind> unless(ReminderKind kind) {
        return sent.contains(kind) ? Optional.empty() : Optional.of(kind);
    }

    private Instant before(int days) {
        return ends.atZone(Paris.ZONE).minusDays(days).toInstant();
    }
}
