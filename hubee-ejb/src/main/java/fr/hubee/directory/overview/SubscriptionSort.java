package fr.hubee.directory.overview;

import fr.hubee.kernel.shared.FrenchOrder;

/** Sort columns of the portal's list of subscriptions. */
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
