package fr.hubee.account;

/** Sort columns of the list of accounts. */
public enum AccountSort {
    ACTIVE("a.active"),
    LAST_NAME("lower(a.identity.lastName)"),
    FIRST_NAME("lower(a.identity.firstName)"),
    TYPE("a.actorType"),
    ORGANIZATION("lower(o.name)");

    private final String path;

    AccountSort(String path) {
        this.path = path;
    }

    /** Then by name; the identifier is last, so that pages never overlap. */
    String clause(boolean descending) {
        return " order by " + path + (descending ? " desc" : "")
                + ", lower(a.identity.lastName), lower(a.identity.firstName), a.id";
    }
}
