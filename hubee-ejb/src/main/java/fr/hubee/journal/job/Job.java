package fr.hubee.journal.job;

import fr.hubee.kernel.shared.Paris;
import fr.hubee.kernel.shared.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The jobs; each has a definition in hubee-batch with the same name in lower case. */
public enum Job {
    DIGESTS,
    SUBSCRIPTIONS,
    ACCOUNTS,
    WATCH,
    HOUSEKEEPING,
    RETENTION,
    STORE_READING,
    STORE_MOVING,
    KEY_ROTATION;

    /** Hours in Paris: the first one for one digest a day, both for two (specification §6.7). */
    public static final List<LocalTime> DIGEST_TIMES = List.of(LocalTime.of(7, 0), LocalTime.of(13, 0));

    public String label() {
        return Words.label(this);
    }

    public String purpose() {
        return Words.label(this, "purpose");
    }

    /** Returns the newest slot that has come. A missed slot is caught up, and a run by hand is for it. */
    public Instant lastSlot(Instant now) {
        return last(times(), now);
    }

    public Instant nextSlot(Instant now) {
        return next(times(), now);
    }

    /** Times of the day in Paris. */
    private List<LocalTime> times() {
        return switch (this) {
            case DIGESTS -> DIGEST_TIMES;
            case SUBSCRIPTIONS -> List.of(LocalTime.of(0, 1));
            case ACCOUNTS -> List.of(LocalTime.of(5, 0));
            case WATCH -> List.of(LocalTime.of(6, 30));
            case HOUSEKEEPING -> everyHourAt(20);
            case RETENTION -> List.of(LocalTime.of(2, 0));
            case STORE_READING -> everyHourAt(45);
            case STORE_MOVING -> everyHourAt(50);
            case KEY_ROTATION -> everyHourAt(55);
        };
    }

    static List<LocalTime> everyHourAt(int minute) {
        return IntStream.range(0, 24)
                .mapToObj(hour -> LocalTime.of(hour, minute))
                .toList();
    }

    static Instant last(List<LocalTime> times, Instant now) {
        var today = now.atZone(Paris.ZONE).toLocalDate();
        return slots(times, today.minusDays(1), today)
                .filter(slot -> !slot.isAfter(now))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    static Instant next(List<LocalTime> times, Instant now) {
        var today = now.atZone(Paris.ZONE).toLocalDate();
        return slots(times, today, today.plusDays(1))
                .filter(slot -> slot.isAfter(now))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** A time that the clocks leave out is an hour later; one that comes twice counts once. */
    private static Stream<Instant> slots(List<LocalTime> times, LocalDate first, LocalDate second) {
        return Stream.of(first, second)
                .flatMap(day -> times.stream()
                        .map(time -> day.atTime(time).atZone(Paris.ZONE).toInstant()));
    }

    public String definition() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
