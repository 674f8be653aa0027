package fr.hubee.batch;

import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** Reads the keys of due items for its step, as {@link StepWork} finds them. */
@Named
@Dependent
public class DueReader extends KeyReader<Serializable> {
    @Inject
    StepContext step;

    @Inject
    StepWork work;

    @Override
    @SuppressWarnings("unchecked") // the key to continue from is one that this reader returned
    protected List<Serializable> next(Serializable after, int maxResult) {
        return ((DueKeys<Serializable>) work.due(step.getStepName())).next(after, maxResult);
    }
}
