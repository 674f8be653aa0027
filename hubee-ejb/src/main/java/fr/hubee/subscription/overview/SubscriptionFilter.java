package fr.hubee.subscription.overview;

import fr.hubee.shared.OrganizationKey;
import fr.hubee.subscription.SubscriptionStatus;

/**
 * Which subscriptions a page of the portal asks for; null, or false, where it does not matter.
 *
 * @param operator who owns the démarche
 * @param toValidate only those that the operator has to accept or refuse
 * @param text within the subscriber's name or SIRET
 * @param maxResult how many, at most
 */
public record SubscriptionFilter(
        OrganizationKey operator,
        String processCode,
        SubscriptionStatus status,
        boolean toValidate,
        String text,
        SubscriptionSort sort,
        boolean descending,
        int offset,
        int maxResult) {
    /** The first ones, whatever they are. */
    public static final SubscriptionFilter ALL =
            new SubscriptionFilter(null, null, null, false, null, SubscriptionSort.PROCESS, false, 0, 25);

    private static final int LARGEST_PAGE = 1000;

    int size() {
        return Math.min(Math.max(maxResult, 1), LARGEST_PAGE);
    }
}
