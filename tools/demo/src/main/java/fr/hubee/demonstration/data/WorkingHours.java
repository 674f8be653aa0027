package fr.hubee.demonstration.data;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Random;

/** Working hours: weekdays, in daytime. */
final class WorkingHours {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalTime OPENING = LocalTime.of(8, 30);
    private static final LocalTime CLOSING = LocalTime.of(17, 30);

    private WorkingHours() {}

    /** The first working moment from there, plus a few minutes. */
    static Instant from(Instant earliest, Random random) {
        var moment = earliest.atZone(PARIS);
        while (!isOpen(moment)) {
            boolean later = moment.toLocalTime().isAfter(OPENING);
            moment = (later ? moment.plusDays(1) : moment).with(OPENING);
            if (!isOpen(moment)) {
                moment = moment.plusDays(1).with(LocalTime.MIN);
            }
        }
        return moment.toInstant().plus(Duration.ofSeconds(random.nextInt(2_400)));
    }

    private static boolean isOpen(ZonedDateTime moment) {
        var time = moment.toLocalTime();
        boolean weekday = moment.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
        return weekday && !time.isBefore(OPENING) && time.isBefore(CLOSING);
    }
}
