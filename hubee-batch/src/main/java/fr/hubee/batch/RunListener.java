package fr.hubee.batch;

import fr.hubee.journal.job.JobRun;
import fr.hubee.journal.job.RunQueue;
import fr.hubee.journal.job.RunState;
import fr.hubee.kernel.database.OutageLog;
import fr.hubee.kernel.trace.OwnWork;
import fr.hubee.kernel.trace.WorkSpan;
import jakarta.batch.api.chunk.listener.ItemWriteListener;
import jakarta.batch.api.listener.JobListener;
import jakarta.batch.api.listener.StepListener;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.StepExecution;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/**
 * Listener of every job and of each of its steps: rejects an execution that {@link JobStarter} did not start, and records at once how the
 * run ended. The trace of a run has its steps and their chunks, not the items, of which there may be many.
 */
@Named
@Dependent
public class RunListener implements JobListener, StepListener, ItemWriteListener {
    /** The parameter of an execution: the id of the run. */
    static final String RUN_ID = "run";

    @Inject
    JobContext job;

    @Inject
    StepContext step;

    @Inject
    RunQueue queue;

    @Inject
    OutageLog outages;

    @Inject
    OwnWork work;

    /** The job, or its step: the engine makes a listener for each, on the same thread. */
    private WorkSpan running;

    private WorkSpan chunk;

    /** Returns the run of a job, for its steps. */
    static JobRun run(JobContext job) {
        return (JobRun) job.getTransientUserData();
    }

    @Override
    public void beforeJob() {
        var parameters = BatchRuntime.getJobOperator().getParameters(job.getExecutionId());
        var id = parameters == null ? null : parameters.getProperty(RUN_ID);
        if (id == null) {
            throw new IllegalStateException(
                    "The job " + job.getJobName() + " is started by the portal or its timer only");
        }
        job.setTransientUserData(queue.begun(UUID.fromString(id)));
        running = work.run(job.getJobName(), UUID.fromString(id));
    }

    @Override
    public void afterJob() {
        if (run(job) == null) {
            return;
        }
        try {
            note();
        } finally {
            end(job.getBatchStatus() == BatchStatus.FAILED);
        }
    }

    private void note() {
        var ended = state(job.getBatchStatus());
        try {
            queue.ended(run(job).id(), ended, failedSteps(ended, job.getExecutionId()));
        } catch (EJBException failure) {
            if (!outages.met(failure)) {
                throw failure;
            }
            // JobStarter records it at its next tick
        }
    }

    @Override
    public void beforeStep() {
        running = WorkSpan.part("step " + step.getStepName());
    }

    @Override
    public void afterStep() {
        end(step.getBatchStatus() == BatchStatus.FAILED || ServiceCall.FAILED.equals(step.getExitStatus()));
    }

    private void end(boolean failed) {
        if (failed) {
            running.failed();
        }
        running.close();
    }

    @Override
    public void beforeWrite(List<Object> items) {
        chunk = WorkSpan.part("chunk").with("hubee.items", items.size());
    }

    @Override
    public void afterWrite(List<Object> items) {
        chunk.close();
    }

    @Override
    public void onWriteError(List<Object> items, Exception failure) {
        chunk.failed();
        chunk.close();
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
