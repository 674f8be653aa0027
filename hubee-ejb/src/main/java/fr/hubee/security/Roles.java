package fr.hubee.security;

/**
 * The roles that services ask for.
 *
 * <p>Those of partners are the scopes of their tokens (specification §1.1). A person has those that her account was
 * given (§1.3), and what her type of actor brings (§1.2).
 */
public final class Roles {
    /** An online-service operator's software. */
    public static final String OSL = "OSL";
    /** An instructing service's software. */
    public static final String SI = "SI";
    /** The national administrator, and its software. */
    public static final String ADMIN = "ADMIN";
    /** DataPass, which creates subscriptions. */
    public static final String DATAPASS = "DATAPASS";
    /** Jobs and timers; start-up work too. */
    public static final String BATCH = "BATCH";

    /** Whoever is signed in at the portal. */
    public static final String PERSON = "PERSON";
    /** The business administrator of an operator: its démarches, never their files. */
    public static final String BUSINESS = "BUSINESS";
    /** A software editor: the subscriptions that name it. */
    public static final String EDITOR = "EDITOR";

    /** « Consultation des télédossiers ». */
    public static final String READ_FOLDERS = "READ_FOLDERS";
    /** « Gestion des télédossiers ». */
    public static final String MANAGE_FOLDERS = "MANAGE_FOLDERS";
    /** « Consultation des utilisateurs ». */
    public static final String READ_USERS = "READ_USERS";
    /** « Gestion des utilisateurs ». */
    public static final String MANAGE_USERS = "MANAGE_USERS";
    /** « Consultation des abonnements ». */
    public static final String READ_SUBSCRIPTIONS = "READ_SUBSCRIPTIONS";
    /** « Gestion des abonnements ». */
    public static final String MANAGE_SUBSCRIPTIONS = "MANAGE_SUBSCRIPTIONS";

    private Roles() {}
}
