package fr.hubee.it.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ParisDaysTest {
    /** 23:46, a month after the change to winter time. */
    static final Instant LATE = Instant.parse("2026-11-24T22:46:00Z");

    @Test
    void aNumberOfDaysAgoIsTheSameNumberOfDaysOfParis() {
        assertEquals(LocalDate.of(2026, 9, 25), day(ParisDays.before(LATE, Period.ofDays(60))));
        assertNotEquals(LocalDate.of(2026, 9, 25), day(LATE.minus(Duration.ofDays(60))), "which is why");
    }

    @Test
    void aDayInSpringAndOneInAutumnHaveAnotherLength() {
        var spring = Instant.parse("2027-03-27T22:46:00Z");
        assertEquals(Duration.ofHours(23), Duration.between(spring, ParisDays.after(spring, Period.ofDays(1))));
        var autumn = Instant.parse("2026-10-24T21:46:00Z");
        assertEquals(Duration.ofHours(25), Duration.between(autumn, ParisDays.after(autumn, Period.ofDays(1))));
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneId.of("Europe/Paris"));
    }
}
