package fr.hubee.batch.housekeeping;

import fr.hubee.signin.SignInSweepService;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Forgets sessions, links, codes and failures that are over. */
@Named
@Dependent
public class SignInSweep extends AbstractBatchlet {
    @Inject
    SignInSweepService signIns;

    @Override
    public String process() {
        return String.valueOf(signIns.forgetExpired());
    }
}
