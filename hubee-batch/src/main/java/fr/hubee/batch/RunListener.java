package fr.hubee.batch;

import fr.hubee.journal.job.RunGrip;
import fr.hubee.journal.job.RunQueue;
import fr.hubee.journal.job.RunState;
import fr.hubee.kernel.database.OutageLog;
import fr.hubee.kernel.trace.OwnWork;
import fr.hubee.kernel.trace.WorkSpan;
import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Listener of every job: rejects an execution that {@link JobStarter} did not start, and records at once how the run ended. */
@Named
@Dependent
public class RunListener extends AbstractJobListener {
    @Inject
    RunContext context;

    @Inject
    JobContext job;

    @Inject
    RunQueue queue;

    @Inject
    OutageLog outages;

    @Inject
    OwnWork work;

    /** The steps run on the thread of the job: their log has the run's identifier, their spans are below this one. */
    private WorkSpan running;

    @Override
    public void beforeJob() {
        if (queue.hold(context.run()) == RunGrip.LOST) {
            throw new IllegalStateException("The run belongs to another node");
        }
        running = work.run(job.getJobName(), context.run());
    }

    @Override
    public void afterJob() {
        try {
            note();
        } finally {
            end();
        }
    }

    private void end() {
        if (running != null) {
            if (job.getBatchStatus() == BatchStatus.FAILED) {
                running.failed();
            }
            running.close();
        }
    }

    private void note() {
        var ended = switch (job.getBatchStatus()) {
            case FAILED, ABANDONED -> RunState.FAILED;
            case STOPPING, STOPPED -> RunState.STOPPED;
            case STARTING, STARTED, COMPLETED -> RunState.COMPLETED;
        };
        var note = ended == RunState.FAILED ? Ending.failedSteps(job.getExecutionId()) : null;
        try {
            queue.ended(context.run(), ended, note);
        } catch (EJBException failure) {
            if (!outages.met(failure)) {
                throw failure;
            }
            // JobStarter records it at its next tick
        }
    }
}
