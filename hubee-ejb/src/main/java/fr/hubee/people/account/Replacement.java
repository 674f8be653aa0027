package fr.hubee.people.account;

import fr.hubee.kernel.shared.UuidV7;
import fr.hubee.people.identity.NewReplacement;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A replacement of an absent person by another one, from a first to a last day in Paris, both included; or until somebody ends it. It gives
 * no right by itself: see {@link ReplacementPolicy}.
 */
@Entity
public class Replacement {
    @Id
    private UUID id;

    private UUID absentId;
    private UUID deputyId;
    private LocalDate firstDay;
    private LocalDate lastDay;
    private Instant createdAt;
    private Instant endedAt;

    Replacement() {}

    Replacement(UUID absent, NewReplacement wanted, Instant now) {
        id = UuidV7.next();
        absentId = absent;
        deputyId = wanted.deputy();
        firstDay = wanted.firstDay();
        lastDay = wanted.lastDay();
        createdAt = now;
    }

    void end(Instant now) {
        endedAt = now;
    }

    boolean isOver(LocalDate today) {
        return endedAt != null || today.isAfter(lastDay);
    }

    boolean isRunning(LocalDate today) {
        return !isOver(today) && !today.isBefore(firstDay);
    }

    /** Whether it has a day in common with these, which count too. */
    boolean overlaps(LocalDate first, LocalDate last) {
        return endedAt == null && !first.isAfter(lastDay) && !last.isBefore(firstDay);
    }

    UUID id() {
        return id;
    }

    UUID absentId() {
        return absentId;
    }

    UUID deputyId() {
        return deputyId;
    }

    LocalDate firstDay() {
        return firstDay;
    }

    LocalDate lastDay() {
        return lastDay;
    }
}
