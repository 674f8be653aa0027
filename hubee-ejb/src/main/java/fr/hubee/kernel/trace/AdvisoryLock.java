package fr.hubee.kernel.trace;

import jakarta.persistence.EntityManager;

/**
 * Serialises creations of the same key on all nodes: the second creator then finds the existing object, and reports it.
 *
 * <p>A unique constraint would also work, but the database server would log the whole row on each violation.
 */
public final class AdvisoryLock {

    private AdvisoryLock() {}

    /**
     * Waits for the lock, and keeps it until the end of the transaction.
     *
     * @param what the name of the lock
     */
    public static void take(EntityManager entities, String what) {
        lock(entities, "pg_advisory_xact_lock", what);
    }

    /** Takes the lock in shared mode: waits only for an exclusive holder. */
    public static void share(EntityManager entities, String what) {
        lock(entities, "pg_advisory_xact_lock_shared", what);
    }

    private static void lock(EntityManager entities, String function, String what) {
        entities.createNativeQuery("select cast(" + function + "(hashtextextended(:what, 0)) as text)")
                .setParameter("what", what)
                .getSingleResult();
    }
}
