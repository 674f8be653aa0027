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
        entities.createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(:what, 0)) as text)")
                .setParameter("what", what)
                .getSingleResult();
    }
}
