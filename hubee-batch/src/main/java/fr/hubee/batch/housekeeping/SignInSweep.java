package fr.hubee.batch.housekeeping;

import fr.hubee.batch.step.Sweep;
import fr.hubee.signin.SignInSweepService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Forgets sessions, links, codes and failures that are over. */
@Named
@Dependent
public class SignInSweep extends Sweep {
    @Inject
    SignInSweepService signIns;

    @Override
    protected long sweep() {
        return signIns.forgetExpired();
    }
}
