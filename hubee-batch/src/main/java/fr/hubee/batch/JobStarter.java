package fr.hubee.batch;

import fr.hubee.journal.job.HubStarted;
import fr.hubee.journal.job.Job;
import fr.hubee.journal.job.JobRun;
import fr.hubee.journal.job.JobSettings;
import fr.hubee.journal.job.RunQueue;
import fr.hubee.journal.job.RunQueue.HeartbeatResult;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.trace.OncePerMinute;
import fr.hubee.kernel.trace.PeriodicTask;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobExecutionNotRunningException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.JobExecution;
import jakarta.ejb.EJBException;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Every few seconds, on each node: looks for due runs, starts them, and records that the runs of this node are alive.
 * Batch threads keep the identity of the thread that starts them, hence {@code RunAs}.
 */
@Singleton
@RunAs(RoleNames.BATCH)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobStarter {
    private static final System.Logger LOG = System.getLogger(JobStarter.class.getName());

    /**
     * The engine's own objects, which know their end. Its rows are not reliable: when the database is away at the end of an execution, they
     * say for ever that it runs.
     */
    private final Map<UUID, JobExecution> executions = new ConcurrentHashMap<>();

    @Resource
    ManagedThreadFactory threads;

    @Resource
    SessionContext itself;

    @Inject
    RunQueue queue;

    @Inject
    JobSettings settings;

    @Inject
    Clock clock;

    /** The container's would wait for an hour when the clock of the server is set back by an hour. */
    private PeriodicTask timer;

    /** An outage is logged once a minute. */
    private final OncePerMinute logged = new OncePerMinute();

    @PermitAll // at server start there is no caller
    public void begin(@Observes HubStarted event) {
        var withRole = itself.getBusinessObject(JobStarter.class);
        timer = new PeriodicTask(
                settings.lookEvery(),
                withRole::tick,
                failure -> LOG.log(Level.ERROR, "Jobs could not be looked at", failure));
        timer.start(threads);
    }

    @PreDestroy
    void stop() {
        if (timer != null) {
            timer.close();
        }
    }

    /** Permitted to all: it does only what is due. */
    @PermitAll
    public void tick() {
        try {
            if (settings.timers()) {
                Stream.of(Job.values()).forEach(queue::planDue);
            }
            poll();
            logged.over();
        } catch (EJBException | BatchRuntimeException gone) { // the database is away: what is due is found later
            logged.next(clock.instant())
                    .ifPresent(unsaid -> LOG.log(Level.WARNING, "Jobs cannot be looked at now: {0}", gone.toString()));
        }
    }

    /** Permitted to all: it starts only runs that are in the table. */
    @PermitAll
    public void poll() {
        sendHeartbeats();
        queue.planAgain();
        queue.take().forEach(this::start);
    }

    private void sendHeartbeats() {
        executions.forEach((run, execution) -> {
            var status = execution.getBatchStatus();
            switch (status) {
                case STARTING, STARTED, STOPPING -> sendHeartbeat(run, execution);
                case COMPLETED, STOPPED, FAILED, ABANDONED -> end(run, execution.getExecutionId(), status);
            }
        });
    }

    /** If the end cannot be recorded, the next tick records it. */
    private void end(UUID run, long execution, BatchStatus status) {
        var state = RunListener.state(status);
        queue.ended(run, state, RunListener.failedSteps(state, execution));
        executions.remove(run);
    }

    private void sendHeartbeat(UUID run, JobExecution execution) {
        if (queue.heartbeat(run, execution.getCreateTime().toInstant()) != HeartbeatResult.HELD) {
            stop(execution.getExecutionId());
        }
    }

    private static void stop(long execution) {
        try {
            BatchRuntime.getJobOperator().stop(execution);
        } catch (JobExecutionNotRunningException failure) {
            LOG.log(Level.DEBUG, "It ended by itself", failure);
        }
    }

    private void start(JobRun wanted) {
        try {
            long execution = begin(wanted);
            executions.put(wanted.id(), BatchRuntime.getJobOperator().getJobExecution(execution));
            queue.executed(wanted.id(), execution);
        } catch (BatchRuntimeException refused) {
            LOG.log(Level.ERROR, "The job " + wanted.job() + " does not start", refused);
            queue.refused(wanted.id());
        }
    }

    private static long begin(JobRun wanted) {
        var parameters = parameters(wanted);
        if (wanted.executionId().isPresent()) {
            try {
                return BatchRuntime.getJobOperator()
                        .restart(wanted.executionId().get(), parameters);
            } catch (BatchRuntimeException gone) { // the run continues anyway: finished work is not due any more
                LOG.log(Level.INFO, "The engine cannot go on with execution {0}: {1}", wanted.executionId(), gone);
            }
        }
        return BatchRuntime.getJobOperator().start(wanted.job().definition(), parameters);
    }

    private static Properties parameters(JobRun wanted) {
        var parameters = new Properties();
        parameters.setProperty(RunListener.RUN_ID, wanted.id().toString());
        // the table of runs, not the engine, says whether it still runs elsewhere
        parameters.setProperty("jberet.restart.mode", "force");
        return parameters;
    }
}
