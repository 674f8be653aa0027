package fr.hubee.journal.job;

import fr.hubee.kernel.shared.ColumnText;
import fr.hubee.kernel.shared.Conflict;
import fr.hubee.kernel.shared.UuidV7;
import fr.hubee.kernel.shared.Words;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One run of a job.
 *
 * <p>Life cycle: it waits; a node claims and holds it; then it has completed, failed, or was stopped by an
 * administrator. If its node's heartbeat stops, it is interrupted. Another run may restart an incomplete one where it
 * stopped; the hub does so automatically after an interruption, and a few times after a failure.
 */
@Entity
@Table(name = "job_run")
public class JobRun {
    /** Delays after the first failure, the second, and so on; after the last one, the job waits for its next slot. */
    private static final List<Duration> AGAIN_AFTER =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1));

    private static final int LONGEST_NOTE = 300;

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private Job job;

    @Enumerated(EnumType.STRING)
    private RunState state;

    @Enumerated(EnumType.STRING)
    private RunCause cause;

    private String askedBy;

    private Instant askedAt;

    private Instant slot;

    /** A column that a former release reads: runs have no parameters any more. */
    private String parameters = "{}";

    private UUID restarts;

    private int attempt;

    private String node;

    /** The engine's execution; until it has one, that of the run which it restarts. */
    private Long executionId;

    /** Beginning of the first run of a chain of restarts. */
    private Instant workBeganAt;

    private Instant startedAt;

    private Instant endedAt;

    private long done;

    private long skipped;

    private long failed;

    private boolean stopWanted;

    private String note;

    JobRun() {}

    private JobRun(Job job, RunCause cause, Instant slot, Instant now) {
        id = UuidV7.next();
        state = RunState.WAITING;
        attempt = 1;
        askedAt = now;
        this.job = job;
        this.cause = cause;
        this.slot = slot;
    }

    public static JobRun due(Job job, Instant slot, Instant now) {
        return new JobRun(job, RunCause.SCHEDULE, slot, now);
    }

    /** @param slot the last one that has come */
    static JobRun byHand(Job job, Instant slot, String who, Instant now) {
        var run = new JobRun(job, RunCause.HAND, slot, now);
        run.askedBy = who;
        return run;
    }

    /** A new run that restarts this one where it stopped. */
    JobRun again(Instant now) {
        var run = new JobRun(job, RunCause.RESTART, slot, now);
        run.restarts = id;
        run.executionId = executionId;
        run.attempt = attempt + 1;
        run.workBeganAt = workBeganAt;
        return run;
    }

    JobRun againByHand(String who, Instant now) {
        if (!state.isUnfinished()) {
            throw new Conflict(Words.text("journal.JobRun.isNotUnfinished"));
        }
        var run = again(now);
        run.attempt = 1;
        run.askedBy = who;
        return run;
    }

    public UUID id() {
        return id;
    }

    public Job job() {
        return job;
    }

    RunState state() {
        return state;
    }

    /** The moment that it runs for; empty for runs of a former release. */
    public Optional<Instant> slot() {
        return Optional.ofNullable(slot);
    }

    Optional<UUID> restarts() {
        return Optional.ofNullable(restarts);
    }

    /** Returns the execution of the engine or, before the run has its own, the one to restart; empty to begin a new one. */
    public Optional<Long> executionId() {
        return Optional.ofNullable(executionId);
    }

    Instant workBeganAt() {
        return workBeganAt;
    }

    boolean stopWanted() {
        return stopWanted;
    }

    /** Whether the hub must restart it automatically now. */
    boolean isToBeTakenUp(Instant now) {
        return switch (state) {
            case INTERRUPTED -> true;
            case FAILED -> attempt <= AGAIN_AFTER.size() && !now.isBefore(endedAt.plus(AGAIN_AFTER.get(attempt - 1)));
            case WAITING, RUNNING, COMPLETED, STOPPED -> false;
        };
    }

    void taken(String by, Instant now) {
        state = RunState.RUNNING;
        node = by;
        workBeganAt = workBeganAt == null ? now : workBeganAt;
    }

    void begins(Instant now) {
        startedAt = now;
    }

    boolean hasBegun() {
        return startedAt != null;
    }

    void executedAs(long execution) {
        executionId = execution;
    }

    void stop(Instant now) {
        if (!state.isActive()) {
            throw new Conflict(Words.text("journal.JobRun.isOver"));
        }
        stopWanted = true;
        if (state == RunState.WAITING) {
            end(RunState.STOPPED, null, now);
        }
    }

    void end(RunState last, String why, Instant now) {
        state = last;
        note = ColumnText.fit(why, LONGEST_NOTE);
        endedAt = now;
    }
}
