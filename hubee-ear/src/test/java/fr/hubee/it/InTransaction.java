package fr.hubee.it;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import java.util.concurrent.Callable;

/** Lets a test do several things in one transaction, as a feature would. */
@Stateless
@PermitAll
public class InTransaction {
    @Resource
    SessionContext context;

    public <T> T call(Callable<T> work) throws Exception {
        return work.call();
    }

    public void commit(Runnable work) {
        work.run();
    }

    public void undo(Runnable work) {
        work.run();
        context.setRollbackOnly();
    }
}
