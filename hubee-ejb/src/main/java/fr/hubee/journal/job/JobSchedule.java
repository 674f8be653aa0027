package fr.hubee.journal.job;

import fr.hubee.kernel.shared.Paris;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The schedule of a job: the same times each day, in Paris. Each of these moments is a slot, executed by one run.
 *
 * <p>When clocks go forward, a skipped time moves one hour later; when they go back, the first occurrence counts.
 */
public record JobSchedule(List<LocalTime> times) {

    public JobSchedule {
        if (times.isEmpty()) {
            throw new IllegalArgumentException("never due");
        }
        times = times.stream().sorted().distinct().toList();
    }

    public static JobSchedule everyDayAt(int hour, int minute) {
        return new JobSchedule(List.of(LocalTime.of(hour, minute)));
    }

    public static JobSchedule everyHourAt(int minute) {
        return new JobSchedule(IntStream.range(0, 24)
                .mapToObj(hour -> LocalTime.of(hour, minute))
                .toList());
    }

    public Instant last(Instant now) {
        var today = now.atZone(Paris.ZONE).toLocalDate();
        return Stream.of(today.minusDays(1), today)
                .flatMap(this::slots)
                .filter(slot -> !slot.isAfter(now))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    public Instant next(Instant now) {
        var today = now.atZone(Paris.ZONE).toLocalDate();
        return Stream.of(today, today.plusDays(1))
                .flatMap(this::slots)
                .filter(slot -> slot.isAfter(now))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Stream<Instant> slots(LocalDate day) {
        return times.stream().map(time -> day.atTime(time).atZone(Paris.ZONE).toInstant());
    }
}
