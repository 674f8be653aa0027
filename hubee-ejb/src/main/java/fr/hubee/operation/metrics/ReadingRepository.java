package fr.hubee.operation.metrics;

import fr.hubee.exchange.feed.FeedAge;
import fr.hubee.journal.job.Job;
import fr.hubee.journal.seal.SealAge;
import fr.hubee.journal.seal.SealSettings;
import fr.hubee.journal.seal.StampSettings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the metrics with one statement each; none may take long. */
@Dependent
class ReadingRepository {
    /** Labels are bounded: there are 35,000 organisations. */
    private static final int MOST_ORGANIZATIONS = 50;

    private static final Duration RECENT = Duration.ofHours(1);
    private static final Duration LATE = Duration.ofDays(1);

    @PersistenceContext
    EntityManager entities;

    @Inject
    SealSettings seal;

    @Inject
    StampSettings stamps;

    @Inject
    Clock clock;

    HubGauges read() {
        entities.createNativeQuery("set local statement_timeout = '5s'").executeUpdate();
        var now = clock.instant();
        var gauges = new HubGauges();
        readPickUps(now, gauges);
        readQueues(now, gauges);
        readJobs(now, gauges);
        readMails(now, gauges);
        readScans(now, gauges);
        readFeed(now, gauges);
        gauges.arrivals(arrivals());
        gauges.clockAhead(clockAhead());
        gauges.sealAge(sealAge());
        witnessAge().ifPresent(gauges::witnessAge);
        stampAge().ifPresent(gauges::stampAge);
        masterKeyAge(now).ifPresent(gauges::masterKeyAge);
        return gauges;
    }

    private void readPickUps(Instant now, HubGauges gauges) {
        rows(entities.createNativeQuery("""
                        select p.process_code, p.who, count(*), percentile_cont(0.5) within group (order by p.took),
                            percentile_cont(0.95) within group (order by p.took)
                        from (
                            select c.process_code, 'person' as who,
                                cast(extract(epoch from c.picked_up_by_person_at - c.transmitted_at) as double precision) as took
                            from cases c where c.picked_up_by_person_at >= :since
                            union all
                            select c.process_code, 'software',
                                cast(extract(epoch from c.picked_up_by_software_at - c.transmitted_at) as double precision)
                            from cases c where c.picked_up_by_software_at >= :since) p
                        group by 1, 2""").setParameter("since", now.minus(RECENT)))
                .forEach(row -> gauges.pickUps(
                        (String) row[0],
                        (String) row[1],
                        number(row[2]).longValue(),
                        seconds(row[3]),
                        seconds(row[4])));
    }

    private void readQueues(Instant now, HubGauges gauges) {
        long entries = 0;
        long late = 0;
        var oldest = new ArrayList<HubGauges.Queue>();
        for (var row : rows(entities.createNativeQuery("""
                        with queue as (
                            select organization_type || '-' || company_register || '-' || branch_code as organization,
                                min(created_at) as since, count(*) as entries
                            from notification group by 1)
                        select organization, cast(extract(epoch from cast(:now as timestamptz) - since) as double precision),
                            cast(sum(entries) over () as bigint), count(*) filter (where since < :late) over ()
                        from queue order by since limit :most""")
                        .setParameter("now", now)
                        .setParameter("late", now.minus(LATE))
                        .setParameter("most", MOST_ORGANIZATIONS))
                .toList()) {
            oldest.add(new HubGauges.Queue((String) row[0], seconds(row[1])));
            entries = number(row[2]).longValue();
            late = number(row[3]).longValue();
        }
        gauges.unread(entries, late, oldest);
    }

    private void readJobs(Instant now, HubGauges gauges) {
        var failed = new HashMap<String, Long>();
        rows(entities.createNativeQuery("select job, count(*) from job_failure group by job"))
                .forEach(row -> failed.put((String) row[0], number(row[1]).longValue()));
        var known = new HashMap<String, Object[]>();
        rows(entities.createNativeQuery("""
                        select job, max(slot) filter (where state = 'COMPLETED'),
                            cast(extract(epoch from cast(:now as timestamptz) - max(ended_at) filter (where state = 'COMPLETED'))
                                as double precision),
                            count(*) filter (where state in ('WAITING', 'RUNNING'))
                        from job_run group by job""").setParameter("now", now)).forEach(row -> known.put((String) row[0], row));
        for (var job : Job.values()) {
            var row = known.getOrDefault(job.name(), new Object[] {null, null, null, 0L});
            var due = job.lastSlot(now);
            var done = (Instant) row[1];
            boolean answered = done != null && !done.isBefore(due);
            gauges.job(
                    job,
                    answered ? 0 : (double) Duration.between(due, now).toSeconds(),
                    row[2] == null ? OptionalDouble.empty() : OptionalDouble.of(seconds(row[2])),
                    number(row[3]).longValue() > 0,
                    failed.getOrDefault(job.name(), 0L));
        }
    }

    private void readMails(Instant now, HubGauges gauges) {
        var row = rows(entities.createNativeQuery("""
                        select (select count(*) from mail where state = 'WAITING'),
                            (select cast(extract(epoch from cast(:now as timestamptz) - min(created_at)) as double precision)
                                from mail where state = 'WAITING'),
                            (select count(*) from mail where state = 'GIVEN_UP')""").setParameter("now", now))
                .findFirst()
                .orElseThrow();
        gauges.mails(number(row[0]).longValue(), orNone(row[1]), number(row[2]).longValue());
    }

    private void readScans(Instant now, HubGauges gauges) {
        var row = rows(entities.createNativeQuery("""
                        select count(*), cast(extract(epoch from cast(:now as timestamptz) - min(received_at)) as double precision)
                        from attachment where status = 'PENDING' and blob_key is not null""").setParameter("now", now))
                .findFirst()
                .orElseThrow();
        gauges.scans(number(row[0]).longValue(), orNone(row[1]));
    }

    private void readFeed(Instant now, HubGauges gauges) {
        var unsealed = entities.createNativeQuery(FeedAge.UNSEALED)
                .setParameter("now", now)
                .getSingleResult();
        var late = (Object[]) entities.createNativeQuery(FeedAge.UNDELIVERED)
                .setParameter("now", now)
                .getSingleResult();
        var endpoints = rows(entities.createNativeQuery(FeedAge.ENDPOINTS))
                .collect(Collectors.toMap(
                        row -> (String) row[0], row -> number(row[1]).longValue()));
        gauges.feed(orNone(unsealed), orNone(late[0]), orNone(late[1]), endpoints);
    }

    /** Returns the number of arrivals, without those that wait for their service to choose an access mode. */
    private long arrivals() {
        return number(entities.createNativeQuery("""
                        select count(*) from portal_arrival a join cases c on c.id = a.case_id
                        where c.access_mode is not null""").getSingleResult()).longValue();
    }

    private OptionalDouble masterKeyAge(Instant now) {
        var age = entities.createNativeQuery(
                        "select cast(extract(epoch from cast(:now as timestamptz) - max(since)) / 86400 as double precision) from master_key")
                .setParameter("now", now)
                .getSingleResult();
        return age == null ? OptionalDouble.empty() : OptionalDouble.of(seconds(age));
    }

    private double sealAge() {
        return seconds(entities.createNativeQuery(SealAge.SEALED).getSingleResult());
    }

    private OptionalDouble witnessAge() {
        return seal.witness().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        seconds(entities.createNativeQuery(SealAge.WITNESSED).getSingleResult()));
    }

    /** Returns the age of the newest head that is stamped; while none is, of the oldest one. */
    private OptionalDouble stampAge() {
        if (stamps.address().isEmpty()) {
            return OptionalDouble.empty();
        }
        var age = entities.createNativeQuery("""
                        select cast(extract(epoch from clock_timestamp()
                            - coalesce((select max(at) from journal_stamp), min(at))) as double precision)
                        from journal_head""").getSingleResult();
        return age == null ? OptionalDouble.empty() : OptionalDouble.of(seconds(age));
    }

    /** Exact to half the time that the answer takes. */
    private double clockAhead() {
        var before = clock.instant();
        var there = (Instant) entities.createNativeQuery("select clock_timestamp()", Instant.class)
                .getSingleResult();
        var middle = before.plus(Duration.between(before, clock.instant()).dividedBy(2));
        return Duration.between(there, middle).toMillis() / 1000.0;
    }

    @SuppressWarnings("unchecked") // native queries
    private static Stream<Object[]> rows(Query query) {
        return ((List<Object[]>) query.getResultList()).stream();
    }

    private static Number number(Object value) {
        return (Number) value;
    }

    /** Returns the age of what waits; 0 when nothing does. */
    private static double orNone(Object age) {
        return age == null ? 0 : seconds(age);
    }

    /** Clocks of several machines differ a little: nothing is younger than now. */
    private static double seconds(Object value) {
        return Math.max(0, number(value).doubleValue());
    }
}
