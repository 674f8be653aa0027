package fr.hubee.journal.job;

import static java.util.stream.Collectors.toMap;

import fr.hubee.kernel.database.Conditions;
import fr.hubee.kernel.database.RowLookup;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.Page;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@Dependent
class JobRepository {
    private static final String LINE = """
            select new fr.hubee.journal.job.RunLine(r.id, r.job, r.state, r.cause, r.askedBy, r.askedAt, r.slot,
                r.restarts, r.attempt, r.node, r.startedAt, r.endedAt, r.done, r.skipped, r.failed, r.stopWanted, r.note)
            from JobRun r""";

    private static final List<RunState> ACTIVE = List.of(RunState.WAITING, RunState.RUNNING);

    private static final List<Job> KNOWN = List.of(Job.values());

    @PersistenceContext
    EntityManager entities;

    void add(JobRun run) {
        entities.persist(run);
        entities.flush();
    }

    JobRun require(UUID id) {
        return Optional.ofNullable(RowLookup.find(entities, JobRun.class, id)).orElseThrow(() -> NotFound.of("JobRun"));
    }

    Optional<JobRun> findForUpdate(UUID id) {
        return Optional.ofNullable(RowLookup.findLocked(entities, JobRun.class, id));
    }

    JobRun requireForUpdate(UUID id) {
        return findForUpdate(id).orElseThrow(() -> NotFound.of("JobRun"));
    }

    /** Returns the run that nothing has followed. Identifiers have the time of a node's clock, which may have been ahead. */
    Optional<JobRun> newest(Job job) {
        return entities.createQuery("""
                        select r from JobRun r where r.job = :job and not exists (select 1 from JobRun n where n.restarts = r.id)
                        order by case when r.state in (:active) then 0 else 1 end, r.id desc""", JobRun.class)
                .setParameter("job", job)
                .setParameter("active", ACTIVE)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The slot of the last scheduled run; runs started by hand are not counted. */
    Optional<Instant> lastSlot(Job job) {
        return Optional.ofNullable(entities.createQuery(
                        "select max(r.slot) from JobRun r where r.job = :job and r.cause = :cause", Instant.class)
                .setParameter("job", job)
                .setParameter("cause", RunCause.SCHEDULE)
                .getSingleResult());
    }

    /** Returns the waiting runs, of jobs of this release only: a newer release that runs too may know more. */
    List<JobRun> waiting() {
        return entities.createQuery(
                        "select r from JobRun r where r.state = fr.hubee.journal.job.RunState.WAITING and r.job in (:known)"
                                + " order by r.id",
                        JobRun.class)
                .setParameter("known", KNOWN)
                .getResultList();
    }

    /** Interrupts runs whose node sent no heartbeat for that long, by the database clock. */
    int interruptSilent(Duration silence, String note, Instant now) {
        return entities.createNativeQuery("""
                        update job_run set state = 'INTERRUPTED', ended_at = :now, note = :note
                        where state = 'RUNNING' and heard_at < clock_timestamp() - make_interval(secs => :silence)""")
                .setParameter("now", now)
                .setParameter("note", note)
                .setParameter("silence", (double) silence.toSeconds())
                .executeUpdate();
    }

    /**
     * Counts items, and is a heartbeat.
     *
     * @return whether this node still holds the run
     */
    boolean count(UUID run, long done, long skipped, long failed) {
        return entities.createNativeQuery("""
                                update job_run
                                set done = done + :done, skipped = skipped + :skipped, failed = failed + :failed,
                                    heard_at = clock_timestamp()
                                where id = :run and state = 'RUNNING'""")
                        .setParameter("done", done)
                        .setParameter("skipped", skipped)
                        .setParameter("failed", failed)
                        .setParameter("run", run)
                        .executeUpdate()
                == 1;
    }

    void noteFailure(Job job, FailedItem failed, Instant now) {
        entities.createNativeQuery("""
                        insert into job_failure (job, item, reason, first_at, last_at, attempts)
                        values (:job, left(:item, 320), left(:reason, 300), :now, :now, 1)
                        on conflict (job, item) do update
                        set reason = excluded.reason, last_at = excluded.last_at, attempts = job_failure.attempts + 1""")
                .setParameter("job", job.name())
                .setParameter("item", failed.item())
                .setParameter("reason", failed.reason())
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Deletes the failures that did not occur again since that date. */
    int forgetFailuresBefore(Job job, Instant date) {
        return entities.createNativeQuery("delete from job_failure where job = :job and last_at < :date")
                .setParameter("job", job.name())
                .setParameter("date", date)
                .executeUpdate();
    }

    /** Returns the waiting or running run of each of these jobs, and the last that ended. */
    List<RunLine> activeAndLastEnded(List<Job> jobs) {
        var ids = entities.createNativeQuery("""
                        select r.id from unnest(cast(:jobs as text[])) as j (job) cross join lateral (
                            (select id from job_run where job = j.job and state in ('WAITING', 'RUNNING'))
                            union all
                            (select id from job_run where job = j.job and state not in ('WAITING', 'RUNNING')
                             order by id desc limit 1)) as r""", UUID.class)
                .setParameter("jobs", jobs.stream().map(Job::name).toArray(String[]::new))
                .getResultList();
        return entities.createQuery(LINE + " where r.id in (:ids)", RunLine.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    boolean isActive(Job job) {
        return entities.createQuery(
                                "select count(r) from JobRun r where r.job = :job and r.state in (:active)", Long.class)
                        .setParameter("job", job)
                        .setParameter("active", ACTIVE)
                        .getSingleResult()
                > 0;
    }

    RunLine line(UUID id) {
        return entities.createQuery(LINE + " where r.id = :id", RunLine.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> NotFound.of("JobRun"));
    }

    Page<RunLine> page(Job job, int offset, int maxResult) {
        var asked = job == null ? KNOWN : List.of(job);
        var conditions = new Conditions().and("r.job in (:jobs)", "jobs", asked);
        var items = conditions
                .bind(entities.createQuery(LINE + conditions.where() + " order by r.id desc", RunLine.class))
                .setFirstResult(offset)
                .setMaxResults(maxResult)
                .getResultList();
        var count =
                conditions.bind(entities.createQuery("select count(r) from JobRun r" + conditions.where(), Long.class));
        return new Page<>(items, offset, count.getSingleResult());
    }

    /** Returns the number of failed items by the name of their job; jobs without any are left out. */
    @SuppressWarnings("unchecked") // rows of that class
    Map<String, Long> countFailures() {
        List<Tuple> rows = entities.createNativeQuery("select job, count(*) from job_failure group by job", Tuple.class)
                .getResultList();
        return rows.stream().collect(toMap(row -> row.get(0, String.class), row -> row.get(1, Long.class)));
    }

    @SuppressWarnings("unchecked") // rows of that class
    List<FailureLine> failures(Job job, String after, int maxResult) {
        return entities.createNativeQuery("""
                        select item, reason, first_at, last_at, attempts from job_failure
                        where job = :job and item > :after order by item""", FailureLine.class)
                .setParameter("job", job.name())
                .setParameter("after", after == null ? "" : after)
                .setMaxResults(maxResult)
                .getResultList();
    }

    /** Deletes the engine's data of deleted runs. Recent executions stay: their run may not refer to them yet. */
    void removeExecutionsOfNobody() {
        var old = "select e.jobexecutionid from job_execution e where e.starttime < now() - interval '1 day'"
                + " and not exists (select 1 from job_run r where r.execution_id = e.jobexecutionid)";
        entities.createNativeQuery("delete from partition_execution where stepexecutionid in"
                        + " (select s.stepexecutionid from step_execution s where s.jobexecutionid in (" + old + "))")
                .executeUpdate();
        entities.createNativeQuery("delete from step_execution where jobexecutionid in (" + old + ")")
                .executeUpdate();
        entities.createNativeQuery("delete from job_execution where jobexecutionid in (" + old + ")")
                .executeUpdate();
        // the engine inserts an instance before its execution: keep recent instances
        entities.createNativeQuery("""
                        delete from job_instance i where not exists
                            (select 1 from job_execution e where e.jobinstanceid = i.jobinstanceid)
                        and i.jobinstanceid < (select min(e.jobinstanceid) from job_execution e
                            where e.createtime >= now() - interval '1 day')""").executeUpdate();
    }

    /** Keeps the newest run of each job, which holds the last slot. */
    int removeEndedBefore(Instant date) {
        return entities.createQuery("""
                        delete from JobRun r where r.endedAt < :date
                            and exists (select 1 from JobRun newer where newer.job = r.job and newer.id > r.id)""").setParameter("date", date).executeUpdate();
    }
}
