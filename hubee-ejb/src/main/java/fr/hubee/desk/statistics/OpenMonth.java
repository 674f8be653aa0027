package fr.hubee.desk.statistics;

import java.time.Duration;
import java.time.YearMonth;

/**
 * The published figures of one démarche in one past month. A null value is not published.
 *
 * @param pickUpsMeasured whether {@code byPerson} and {@code bySoftware} were measured for the whole month
 * @param halfFinishedIn the half of those that were finished took less, since their transmission; null with {@code finished}
 */
public record OpenMonth(
        YearMonth month,
        String processCode,
        Long received,
        boolean pickUpsMeasured,
        Long byPerson,
        Long bySoftware,
        Long finished,
        Long refused,
        Duration halfFinishedIn) {}
