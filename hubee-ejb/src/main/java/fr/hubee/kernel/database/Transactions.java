package fr.hubee.kernel.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * Runs a part of a service in a short transaction. The service itself has none ({@code NOT_SUPPORTED}), since it also
 * waits for byte transfers or hash computations. An open transaction is joined. Any exception rolls it back.
 */
@ApplicationScoped
public class Transactions {

    /** @param <X> the checked exception that it may throw; inferred when there is none */
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
