package fr.hubee.subscription.overview;

/** By what the portal sorts its list of subscriptions. */
public enum SubscriptionSort {
    CREATED("s.id"),
    OPERATOR("osl.name"),
    PROCESS("s.processCode"),
    SUBSCRIBER("o.name"),
    DATAPASS("s.datapassId"),
    ACCESS_MODE("s.accessMode"),
    EDITOR("e.name"),
    STATUS("s.status"),
    ACTIVATED("s.activatedAt"),
    ENDED("s.endedAt");

    private final String path;

    SubscriptionSort(String path) {
        this.path = path;
    }

    /** The identifier comes last: no two pages show the same subscription. What has no value comes last too. */
    String clause(boolean descending) {
        return " order by " + path + (descending ? " desc" : "") + " nulls last, s.id";
    }
}
