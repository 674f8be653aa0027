package fr.hubee.people.account;

import fr.hubee.kernel.shared.FrenchOrder;

/** Sort columns of the list of accounts. */
public enum AccountSort {
    ACTIVE("a.active"),
    LAST_NAME(FrenchOrder.of("a.identity.lastName")),
    FIRST_NAME(FrenchOrder.of("a.identity.firstName")),
    TYPE("a.actorType"),
    ORGANIZATION(FrenchOrder.of("o.name"));

    private final String path;

    AccountSort(String path) {
        this.path = path;
    }

    /** Returns the order: then by name; the identifier is last, so that pages never overlap. */
    String clause(boolean descending) {
        return " order by " + path + (descending ? " desc" : "") + ", " + LAST_NAME.path + ", " + FIRST_NAME.path
                + ", a.id";
    }
}
