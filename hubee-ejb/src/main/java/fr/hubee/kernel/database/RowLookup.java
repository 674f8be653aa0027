package fr.hubee.kernel.database;

import jakarta.persistence.EntityManager;
import org.hibernate.LockMode;
import org.hibernate.Session;

/**
 * Reads a row by its key. {@code EntityManager.find} also returns null where the connection is lost in a transaction, which the pool marks for
 * rollback then: the row would be « not found ». The methods of the session throw that failure.
 */
public final class RowLookup {
    private RowLookup() {}

    /** @return null where there is no such row */
    public static <T> T find(EntityManager entities, Class<T> type, Object key) {
        return entities.unwrap(Session.class).get(type, key);
    }

    /**
     * Locks the row, too, until the transaction ends.
     *
     * @return null where there is no such row
     */
    public static <T> T findLocked(EntityManager entities, Class<T> type, Object key) {
        return entities.unwrap(Session.class).get(type, key, LockMode.PESSIMISTIC_WRITE);
    }
}
