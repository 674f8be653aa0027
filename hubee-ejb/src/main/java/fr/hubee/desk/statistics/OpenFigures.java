package fr.hubee.desk.statistics;

import java.time.LocalDate;
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
}
