package fr.hubee.statistics;

import fr.hubee.shared.OrganizationType;

/**
 * What happened to the télédossiers of a démarche in a period. Each is counted once for each, on the day of its first time.
 *
 * @param organizationType of their recipients; null in a sum over all
 * @param processCode null in a sum over all
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
