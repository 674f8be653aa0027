package fr.hubee.operation.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Maintenance that the national administrator has announced to everybody. */
public record Maintenance(UUID id, Instant startsAt, Instant endsAt, String text, Instant announcedAt) {
    private static final Duration NEAR = Duration.ofDays(2);

    /** Whether the portal tells it on each page: it begins within two days, or goes on. */
    public boolean isNear(Instant now) {
        return now.isBefore(endsAt) && !now.isBefore(startsAt.minus(NEAR));
    }

    public boolean isOver(Instant now) {
        return !now.isBefore(endsAt);
    }
}
