package fr.hubee.clients.client;

import fr.hubee.kernel.shared.FrenchOrder;

/** Sort columns of the list of clients. */
public enum ApiClientSort {
    CLIENT("c.clientId"),
    ORGANIZATION(FrenchOrder.of("o.name")),
    SCOPE("c.scope"),
    LAST_USE("u.usedAt"),
    CREATED("c.createdAt"),
    REVOKED("c.revokedAt");

    private final String path;

    ApiClientSort(String path) {
        this.path = path;
    }

    /** The identifier is last, so that pages never overlap; credentials never used come last. */
    String clause(boolean descending) {
        return " order by " + path + (descending ? " desc" : "") + " nulls last, c.clientId";
    }
}
