package fr.hubee.journal.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobTest {
    private static final List<LocalTime> TWICE = List.of(LocalTime.of(13, 0), LocalTime.of(7, 0));

    @Test
    void aSlotIsATimeOfTheDayInParis() {
        assertEquals(Instant.parse("2026-11-24T06:00:00Z"), Job.last(TWICE, Instant.parse("2026-11-24T11:59:59Z")));
        assertEquals(Instant.parse("2026-11-24T12:00:00Z"), Job.last(TWICE, Instant.parse("2026-11-24T12:00:00Z")));
        assertEquals(Instant.parse("2026-07-14T05:00:00Z"), Job.last(TWICE, Instant.parse("2026-07-14T06:00:00Z")));
    }

    @Test
    void beforeTheFirstOfTheDayTheLastIsYesterdaysAndAfterTheLastTheNextIsTomorrows() {
        assertEquals(Instant.parse("2026-11-23T12:00:00Z"), Job.last(TWICE, Instant.parse("2026-11-24T05:59:59Z")));
        assertEquals(Instant.parse("2026-11-25T06:00:00Z"), Job.next(TWICE, Instant.parse("2026-11-24T12:00:00Z")));
        assertEquals(Instant.parse("2026-11-24T12:00:00Z"), Job.next(TWICE, Instant.parse("2026-11-24T06:00:00Z")));
    }

    @Test
    void aYearHasTwoSlotsADayWhateverTheClocksDo() {
        assertEquals(2 * 365, slots(TWICE).size());
    }

    @Test
    void aTimeThatDoesNotExistIsAnHourLaterAndOneThatComesTwiceCountsOnce() {
        var night = List.of(LocalTime.of(2, 30));

        assertEquals(Instant.parse("2027-03-28T01:30:00Z"), Job.last(night, Instant.parse("2027-03-28T02:00:00Z")));
        assertEquals(Instant.parse("2027-10-31T00:30:00Z"), Job.last(night, Instant.parse("2027-10-31T01:45:00Z")));
        assertEquals(365, slots(night).size());
    }

    @Test
    void everyHourIsEveryHour() {
        var hourly = Job.everyHourAt(20);

        assertEquals(Instant.parse("2026-11-24T22:20:00Z"), Job.last(hourly, Instant.parse("2026-11-24T23:19:00Z")));
        assertEquals(Instant.parse("2026-11-24T23:20:00Z"), Job.next(hourly, Instant.parse("2026-11-24T23:19:00Z")));
    }

    /** Returns all slots found by a check every ten minutes for a year. */
    private static List<Instant> slots(List<LocalTime> times) {
        var begin = Instant.parse("2026-12-31T23:00:00Z");
        var met = new ArrayList<Instant>();
        for (var now = begin;
                now.isBefore(Instant.parse("2027-12-31T23:00:00Z"));
                now = now.plus(Duration.ofMinutes(10))) {
            var last = Job.last(times, now);
            if (!last.isBefore(begin) && !met.contains(last)) {
                met.add(last);
            }
        }
        assertEquals(met.size(), new HashSet<>(met).size());
        return met;
    }
}
