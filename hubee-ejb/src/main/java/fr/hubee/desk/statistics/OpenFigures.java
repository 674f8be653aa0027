package fr.hubee.desk.statistics;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/**
 * The published figures.
 *
 * @param until the last day of the newest month; null before the first
 * @param months the newest first
 * @param names of all démarches, by their codes
 */
public record OpenFigures(LocalDate until, List<OpenMonth> months, Map<String, String> names) {
    static final OpenFigures NONE = new OpenFigures(null, List.of(), Map.of());

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
}
