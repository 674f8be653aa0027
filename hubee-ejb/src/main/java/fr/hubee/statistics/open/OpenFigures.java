package fr.hubee.statistics.open;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What is published.
 *
 * @param counted the last day that is counted; null before the first count
 * @param months of months that are over, the newest first
 * @param names of all démarches, by their codes
 */
public record OpenFigures(LocalDate counted, List<OpenMonth> months, Map<String, String> names) {
    static final OpenFigures NONE = new OpenFigures(null, List.of(), Map.of());
}
