package fr.hubee.shared;

import jakarta.persistence.EntityManager;

/**
 * Who creates something with a key of its own waits for whoever creates the same, on any node: then the second finds
 * what the first has made, and is told so.
 *
 * <p>A violated constraint would tell it too, but the server writes the whole row to the journal when that happens.
 */
public final class Turn {

    private Turn() {}

    /**
     * Waits, and keeps the turn until the end of the transaction.
     *
     * @param what names the thing
     */
    public static void await(EntityManager entities, String what) {
        lock(entities, "pg_advisory_xact_lock", what);
    }

    /** Waits only for whoever has the turn alone, and lets others share it: for one of many that somebody changes. */
    public static void share(EntityManager entities, String what) {
        lock(entities, "pg_advisory_xact_lock_shared", what);
    }

    private static void lock(EntityManager entities, String function, String what) {
        entities.createNativeQuery("select cast(" + function + "(hashtextextended(:what, 0)) as text)")
                .setParameter("what", what)
                .getSingleResult();
    }
}
