package fr.hubee.batch.housekeeping;

import fr.hubee.batch.step.Sweep;
import fr.hubee.idempotency.IdempotentService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Forgets answers kept for repeated requests. */
@Named
@Dependent
public class AnswerSweep extends Sweep {
    @Inject
    IdempotentService answers;

    @Override
    protected long sweep() {
        return answers.forgetOld();
    }
}
