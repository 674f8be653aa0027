package fr.hubee.batch;

import fr.hubee.journal.job.RunQueue;
import fr.hubee.journal.job.RunQueue.HeartbeatResult;
import fr.hubee.journal.job.RunState;
import fr.hubee.kernel.database.OutageLog;
import fr.hubee.kernel.trace.OwnWork;
import fr.hubee.kernel.trace.WorkSpan;
import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.StepExecution;
import jakarta.batch.runtime.context.JobContext;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

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
        if (queue.heartbeat(context.run()) == HeartbeatResult.LOST) {
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
        var ended = state(job.getBatchStatus());
        try {
            queue.ended(context.run(), ended, failedSteps(ended, job.getExecutionId()));
        } catch (EJBException failure) {
            if (!outages.met(failure)) {
                throw failure;
            }
            // JobStarter records it at its next tick
        }
    }

    /** Returns the state of a run whose execution ends with that status. */
    static RunState state(BatchStatus status) {
        return switch (status) {
            case FAILED, ABANDONED -> RunState.FAILED;
            case STOPPING, STOPPED -> RunState.STOPPED;
            case STARTING, STARTED, COMPLETED -> RunState.COMPLETED;
        };
    }

    /** Returns the names of the steps that failed; none, unless the run has. */
    static List<String> failedSteps(RunState state, long execution) {
        if (state != RunState.FAILED) {
            return List.of();
        }
        return BatchRuntime.getJobOperator().getStepExecutions(execution).stream()
                .filter(step -> step.getBatchStatus() == BatchStatus.FAILED)
                .map(StepExecution::getStepName)
                .toList();
    }
}
