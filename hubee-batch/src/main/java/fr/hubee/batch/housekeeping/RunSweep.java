package fr.hubee.batch.housekeeping;

import fr.hubee.batch.step.Sweep;
import fr.hubee.job.JobSweepService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Forgets runs of jobs that ended long ago. */
@Named
@Dependent
public class RunSweep extends Sweep {
    @Inject
    JobSweepService runs;

    @Override
    protected long sweep() {
        return runs.forgetOld();
    }
}
