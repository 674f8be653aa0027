package fr.hubee.kernel.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.Transactional;
import jakarta.transaction.TransactionalException;

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

    private final Begun begun;

    /** Begins and ends none: for its proxy, and for tests without a container. */
    public Transactions() {
        this(new Begun());
    }

    /** @param begun of the container, which begins and ends the transaction */
    @Inject
    Transactions(Begun begun) {
        this.begun = begun;
    }

    /** @throws TransactionalException when the answer to the commit was lost: nobody knows whether it was done */
    public <T, X extends Exception> T call(Work<T, X> work) throws X {
        try {
            return begun.call(work);
        } catch (Exception failure) {
            requireDeclared(failure);
            throw failure;
        }
    }

    /** @throws TransactionalException as {@link #call} */
    public <X extends Exception> void run(Task<X> task) throws X {
        call(() -> {
            task.run();
            return null;
        });
    }

    /** The interceptor of the container throws these, which are checked, from methods that do not declare them. */
    private static void requireDeclared(Exception failure) {
        if (failure instanceof HeuristicMixedException || failure instanceof HeuristicRollbackException) {
            throw new TransactionalException("The answer to a commit was lost", failure);
        }
    }

    /** The transaction alone. */
    @ApplicationScoped
    static class Begun {
        @Transactional(rollbackOn = Exception.class)
        <T, X extends Exception> T call(Work<T, X> work) throws X {
            return work.run();
        }
    }
}
