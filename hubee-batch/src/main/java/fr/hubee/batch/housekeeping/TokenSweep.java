package fr.hubee.batch.housekeeping;

import fr.hubee.batch.step.Sweep;
import fr.hubee.token.TokenSweepService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Forgets expired tokens and refused attempts. */
@Named
@Dependent
public class TokenSweep extends Sweep {
    @Inject
    TokenSweepService tokens;

    @Override
    protected long sweep() {
        return tokens.forgetExpired();
    }
}
