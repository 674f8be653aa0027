package fr.hubee.statistics.open;

import java.time.Duration;
import java.time.YearMonth;

/**
 * One démarche in one month that is over. A number from one to four is null: it could lead to a person.
 *
 * @param pickUpsMeasured whether {@code byPerson} and {@code bySoftware} were measured for the whole month; null where not
 * @param halfFinishedIn the half of those that were finished took less, since their transmission; null where fewer than
 *     five were finished
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
