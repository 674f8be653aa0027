package fr.hubee.desk.statistics;

import java.time.LocalDate;

/**
 * One day of a period; zeros when nothing happened.
 *
 * @param byPerson and {@code bySoftware} are null for a day when they were not counted yet
 */
public record DayFigures(LocalDate day, long received, Long byPerson, Long bySoftware, long finished, long refused) {

    DayFigures withoutPickUps() {
        return new DayFigures(day, received, null, null, finished, refused);
    }
}
