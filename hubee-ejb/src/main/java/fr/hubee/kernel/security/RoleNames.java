package fr.hubee.kernel.security;

/**
 * The roles checked by services.
 *
 * <p>The roles of partners' software are the scopes of its tokens (specification §1.1). A person has the roles of her
 * account (§1.3), and the one of her type of actor (§1.2).
 */
public final class RoleNames {
    /** Software of an online-service operator. */
    public static final String OSL = "OSL";
    /** Software of an instructing service. */
    public static final String SI = "SI";
    /** The national administrator, and its software. */
    public static final String ADMIN = "ADMIN";
    /** DataPass, which creates subscriptions. */
    public static final String DATAPASS = "DATAPASS";
    /** Jobs, timers and startup. */
    public static final String BATCH = "BATCH";

    /** Any person signed in to the portal. */
    public static final String PERSON = "PERSON";
    /** The local administrator of an administration: looks after its people, its subscriptions and its software. */
    public static final String LOCAL = "LOCAL";
    /** The business administrator of an operator: sees its démarches, never their files. */
    public static final String BUSINESS = "BUSINESS";
    /** A software editor: sees the subscriptions that name it. */
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

    private RoleNames() {}
}
