package fr.hubee.directory.subscription;

import fr.hubee.kernel.shared.FrenchOrder;
import fr.hubee.kernel.shared.OrganizationKey;

/**
 * Search criteria for a page of the portal; null matches anything.
 *
 * @param operator who owns the démarche
 * @param awaiting only those that the operator must accept or refuse; false for only the others
 * @param text part of the subscriber's name or SIRET
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

    public enum SubscriptionSort {
        CREATED("s.id"),
        OPERATOR(FrenchOrder.of("osl.name")),
        PROCESS(FrenchOrder.of("s.processCode")),
        SUBSCRIBER(FrenchOrder.of("o.name")),
        DATAPASS("s.datapassId"),
        ACCESS_MODE("s.accessMode"),
        EDITOR(FrenchOrder.of("e.name")),
        STATUS("s.status"),
        ACTIVATED("s.activatedAt"),
        ENDED("s.endedAt");

        private final String path;

        SubscriptionSort(String path) {
            this.path = path;
        }

        /** The identifier is the last criterion, so that pages never overlap. Nulls come last. */
        String clause(boolean descending) {
            return " order by " + path + (descending ? " desc" : "") + " nulls last, s.id";
        }
    }
}
