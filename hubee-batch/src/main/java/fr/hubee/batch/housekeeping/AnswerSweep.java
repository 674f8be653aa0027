package fr.hubee.batch.housekeeping;

import fr.hubee.idempotency.IdempotentService;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Forgets answers kept for repeated requests. */
@Named
@Dependent
public class AnswerSweep extends AbstractBatchlet {
    @Inject
    IdempotentService answers;

    @Override
    public String process() {
        return String.valueOf(answers.forgetOld());
    }
}
