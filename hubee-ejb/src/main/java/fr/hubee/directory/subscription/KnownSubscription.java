package fr.hubee.directory.subscription;

import fr.hubee.kernel.shared.Paris;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;

/** The part of a subscription that the exchange must know, as it was committed. */
public record KnownSubscription(
        UUID id,
        SubscriptionStatus status,
        Instant activatedAt,
        AccessMode accessMode,
        NotificationFrequency notificationFrequency,
        String email) {
    /** The first day of service starts at 00:01, in Paris (specification §2.4). */
    private static final LocalTime START = LocalTime.of(0, 1);

    boolean receivesAt(Instant now) {
        return status == SubscriptionStatus.ACTIVE && (activatedAt == null || !now.isBefore(startOn(activatedAt)));
    }

    /** @param moment any moment of the first day of service */
    static Instant startOn(Instant moment) {
        return startOn(moment.atZone(Paris.ZONE).toLocalDate());
    }

    static Instant startOn(LocalDate day) {
        return day.atTime(START).atZone(Paris.ZONE).toInstant();
    }

    public boolean hasAddress() {
        return email != null && !email.isBlank();
    }
}
