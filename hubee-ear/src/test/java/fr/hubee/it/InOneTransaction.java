package fr.hubee.it;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import java.util.concurrent.Callable;

/** Lets a test call what lives in the transaction of whoever calls it. */
@Stateless
@PermitAll
public class InOneTransaction {

    public <T> T call(Callable<T> work) throws Exception {
        return work.call();
    }
}
