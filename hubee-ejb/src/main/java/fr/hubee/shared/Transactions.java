package fr.hubee.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * Opens a short transaction for a part of what a service does. The service itself has none ({@code NOT_SUPPORTED}), since it
 * also waits: for bytes that travel, or for a secret that is hashed. Where a transaction is open already, the work joins it.
 * Any exception of the work undoes it.
 */
@ApplicationScoped
public class Transactions {

    /** @param <X> the checked exception that it may throw; inferred where there is none */
    @FunctionalInterface
    public interface Work<T, X extends Exception> {
        T run() throws X;
    }

    /** The same, without a result. */
    @FunctionalInterface
    public interface Task<X extends Exception> {
        void run() throws X;
    }

    @Transactional(rollbackOn = Exception.class)
    public <T, X extends Exception> T call(Work<T, X> work) throws X {
        return work.run();
    }

    @Transactional(rollbackOn = Exception.class)
    public <X extends Exception> void run(Task<X> task) throws X {
        task.run();
    }
}
