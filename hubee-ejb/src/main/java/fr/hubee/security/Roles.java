package fr.hubee.security;

/** The roles that services ask for; those of partners are the scopes of their tokens (specification §1.1). */
public final class Roles {
    /** An online-service operator's software. */
    public static final String OSL = "OSL";
    /** An instructing service's software. */
    public static final String SI = "SI";
    /** The national administrator's software. */
    public static final String ADMIN = "ADMIN";
    /** DataPass, which creates subscriptions. */
    public static final String DATAPASS = "DATAPASS";
    /** Jobs and timers; start-up work too. */
    public static final String BATCH = "BATCH";

    private Roles() {}
}
