package fr.hubee.statistics;

import fr.hubee.shared.OrganizationType;

/**
 * What happened to the télédossiers of a démarche in a period. Each télédossier is counted once per measure, on the day
 * of its first time.
 *
 * @param organizationType of their recipients; null in a total
 * @param processCode null in a total
 * @param pickedUp fetched by their service
 * @param finished handled, or closed without a refusal
 */
public record Figures(
        String processCode,
        OrganizationType organizationType,
        Counted received,
        Counted pickedUp,
        Counted finished,
        Counted refused) {}
