package fr.hubee.it.rights;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJBContext;
import jakarta.ejb.Stateless;
import java.util.concurrent.Callable;

/** Runs work in a transaction that is rolled back. */
@Stateless
@PermitAll
public class Undone {
    @Resource
    EJBContext context;

    /** The result of the work: a value, or a failure that was caught. */
    public record Outcome(Object value, Exception failure) {}

    public Outcome of(Callable<?> work) {
        try {
            return new Outcome(work.call(), null);
        } catch (Exception failure) {
            return new Outcome(null, failure);
        } finally {
            context.setRollbackOnly();
        }
    }
}
