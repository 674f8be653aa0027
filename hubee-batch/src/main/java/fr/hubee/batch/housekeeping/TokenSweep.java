package fr.hubee.batch.housekeeping;

import fr.hubee.token.TokenSweepService;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Forgets expired tokens and refused attempts. */
@Named
@Dependent
public class TokenSweep extends AbstractBatchlet {
    @Inject
    TokenSweepService tokens;

    @Override
    public String process() {
        return String.valueOf(tokens.forgetExpired());
    }
}
