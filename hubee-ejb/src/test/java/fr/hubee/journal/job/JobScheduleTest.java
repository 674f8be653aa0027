package fr.hubee.journal.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobScheduleTest {
    final JobSchedule twice = new JobSchedule(List.of(LocalTime.of(13, 0), LocalTime.of(7, 0)));

    @Test
    void aSlotIsATimeOfTheDayInParis() {
        assertEquals(Instant.parse("2026-11-24T06:00:00Z"), twice.last(Instant.parse("2026-11-24T11:59:59Z")));
        assertEquals(Instant.parse("2026-11-24T12:00:00Z"), twice.last(Instant.parse("2026-11-24T12:00:00Z")));
        assertEquals(Instant.parse("2026-07-14T05:00:00Z"), twice.last(Instant.parse("2026-07-14T06:00:00Z")));
    }

    @Test
    void beforeTheFirstOfTheDayTheLastIsYesterdaysAndAfterTheLastTheNextIsTomorrows() {
        assertEquals(Instant.parse("2026-11-23T12:00:00Z"), twice.last(Instant.parse("2026-11-24T05:59:59Z")));
        assertEquals(Instant.parse("2026-11-25T06:00:00Z"), twice.next(Instant.parse("2026-11-24T12:00:00Z")));
        assertEquals(Instant.parse("2026-11-24T12:00:00Z"), twice.next(Instant.parse("2026-11-24T06:00:00Z")));
    }

    @Test
    void aYearHasTwoSlotsADayWhateverTheClocksDo() {
        assertEquals(2 * 365, slots(twice).size());
    }

    @Test
    void aTimeThatDoesNotExistIsAnHourLaterAndOneThatComesTwiceCountsOnce() {
        var night = JobSchedule.everyDayAt(2, 30);

        assertEquals(Instant.parse("2027-03-28T01:30:00Z"), night.last(Instant.parse("2027-03-28T02:00:00Z")));
        assertEquals(Instant.parse("2027-10-31T00:30:00Z"), night.last(Instant.parse("2027-10-31T01:45:00Z")));
        assertEquals(365, slots(night).size());
    }

    @Test
    void everyHourIsEveryHour() {
        var hourly = JobSchedule.everyHourAt(20);

        assertEquals(Instant.parse("2026-11-24T22:20:00Z"), hourly.last(Instant.parse("2026-11-24T23:19:00Z")));
        assertEquals(Instant.parse("2026-11-24T23:20:00Z"), hourly.next(Instant.parse("2026-11-24T23:19:00Z")));
    }

    /** Returns all slots found by a check every ten minutes for a year. */
    private static List<Instant> slots(JobSchedule schedule) {
        var begin = Instant.parse("2026-12-31T23:00:00Z");
        var met = new ArrayList<Instant>();
        for (var now = begin;
                now.isBefore(Instant.parse("2027-12-31T23:00:00Z"));
                now = now.plus(Duration.ofMinutes(10))) {
            var last = schedule.last(now);
            if (!last.isBefore(begin) && !met.contains(last)) {
                met.add(last);
            }
        }
        assertEquals(met.size(), new HashSet<>(met).size());
        return met;
    }
}
