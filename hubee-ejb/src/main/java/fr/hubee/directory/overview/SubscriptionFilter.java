package fr.hubee.directory.overview;

import fr.hubee.directory.subscription.SubscriptionStatus;
import fr.hubee.kernel.shared.OrganizationKey;

/**
 * Search criteria for a page of the portal; null matches anything.
 *
 * @param operator who owns the démarche
 * @param awaiting only those that the operator must accept or refuse; false for only the others
 * @param text part of the subscriber's name or SIRET
 * @param maxResult maximum number of results
 */
public record SubscriptionFilter(
        OrganizationKey operator,
        OrganizationKey subscriber,
        String processCode,
        SubscriptionStatus status,
        Boolean awaiting,
        String text,
        SubscriptionSort sort,
        boolean descending,
        int offset,
        int maxResult) {
    /** The first page without a filter. */
    public static final SubscriptionFilter ALL =
            new SubscriptionFilter(null, null, null, null, null, null, SubscriptionSort.PROCESS, false, 0, 25);

    private static final int LARGEST_PAGE = 1000;

    int size() {
        return Math.min(Math.max(maxResult, 1), LARGEST_PAGE);
    }
}
