package fr.hubee.directory.subscription;

import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.Paris;
import fr.hubee.kernel.shared.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The first day of a subscription's service, which starts at 00:01, in Paris (specification §2.4). */
final class ServiceDay {
    private static final LocalTime START = LocalTime.of(0, 1);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.FRENCH);

    private ServiceDay() {}

    /** @param moment any moment of the day */
    static Instant startOn(Instant moment) {
        return start(moment.atZone(Paris.ZONE).toLocalDate());
    }

    /**
     * The start of a chosen day.
     *
     * @throws InvalidRequest when it is not between today and one year from today
     */
    static Instant chosen(LocalDate day, Instant now) {
        var today = now.atZone(Paris.ZONE).toLocalDate();
        var last = today.plusYears(1);
        if (day == null) {
            throw new InvalidRequest(Words.text("directory.subscription.noDay"));
        }
        if (day.isBefore(today)) {
            throw new InvalidRequest(Words.text("directory.subscription.pastDay", DAY.format(today)));
        }
        if (day.isAfter(last)) {
            throw new InvalidRequest(Words.text("directory.subscription.farDay", DAY.format(last)));
        }
        return start(day);
    }

    private static Instant start(LocalDate day) {
        return day.atTime(START).atZone(Paris.ZONE).toInstant();
    }
}
