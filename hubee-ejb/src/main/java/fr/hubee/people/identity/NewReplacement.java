package fr.hubee.people.identity;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A new replacement, as typed; null where nothing was chosen.
 *
 * @param lastDay the last day on which the deputy has the rights of the absent person
 */
public record NewReplacement(UUID deputy, LocalDate firstDay, LocalDate lastDay) {
    /** The fields of a replacement in its form, in their order. */
    public enum ReplacementField {
        DEPUTY,
        FIRST_DAY,
        LAST_DAY
    }
}
