package fr.hubee.desk.statistics;

import fr.hubee.kernel.shared.OrganizationType;
import java.time.LocalDate;

/**
 * The numbers of télédossiers of a démarche in a period. Each télédossier is counted once per measure, on the day when it first reached it.
 *
 * @param organizationType of their recipients; null in a total
 * @param processCode null in a total
 * @param byPerson first in the hands of a person of their service, in the portal; null when none of the period was
 *     counted
 * @param bySoftware first in the hands of their service's software; null in the same case
 * @param finished handled, or closed without a refusal
 */
public record Figures(
        String processCode,
        OrganizationType organizationType,
        Counted received,
        Counted byPerson,
        Counted bySoftware,
        Counted finished,
        Counted refused) {

    /**
     * One day of a period; zeros when nothing happened.
     *
     * @param byPerson and {@code bySoftware} are null for a day when they were not counted yet
     */
    public record DayFigures(
            LocalDate day, long received, Long byPerson, Long bySoftware, long finished, long refused) {}
}
