package fr.hubee.operation.metrics;

import fr.hubee.exchange.feed.FeedAge;
import fr.hubee.files.storage.BlobStore;
import fr.hubee.kernel.database.OutageLog;
import fr.hubee.kernel.database.Transactions;
import fr.hubee.kernel.shared.Paris;
import fr.hubee.kernel.trace.PeriodicTask;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Adds what this node has measured to its day, and reads the status of the hub, every quarter of a minute. */
@Startup
@Singleton
@DependsOn("DatabaseMigration") // its tables
@ConcurrencyManagement(ConcurrencyManagementType.BEAN) // a volatile field
@TransactionManagement(TransactionManagementType.BEAN)
public class HubStatusService {
    private static final System.Logger LOG = System.getLogger(HubStatusService.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(15);
    private static final int SHOWN_DAYS = 90;
    private static final int KEPT_DAYS = 400;

    /** Ages in seconds above which a part is late. */
    private static final Map<HubStatus.Part, Integer> LATE =
            new EnumMap<>(Map.of(HubStatus.Part.MAILS, 900, HubStatus.Part.SCANS, 900, HubStatus.Part.EVENTS, 60));

    private static final String AGES = """
            select (select cast(extract(epoch from cast(:now as timestamptz) - min(created_at)) as double precision)
                    from mail where state = 'WAITING'),
                (select cast(extract(epoch from cast(:now as timestamptz) - min(received_at)) as double precision)
                    from attachment where status = 'PENDING' and blob_key is not null),
                (""" + FeedAge.UNSEALED + ")";

    private final PeriodicTask rounds = new PeriodicTask(PAUSE, this::round, this::failed);
    private volatile HubStatus last = HubStatus.UNKNOWN;
    private StatusDay written;

    @Resource
    ManagedThreadFactory threads;

    @PersistenceContext
    EntityManager entities;

    @Inject
    Transactions transactions;

    @Inject
    BlobStore store;

    @Inject
    OutageLog outages;

    @Inject
    Clock clock;

    @PostConstruct
    void start() {
        written = StatusDay.measured(LocalDate.EPOCH, PrometheusRegistry.defaultRegistry);
        rounds.start(threads);
    }

    @PreDestroy
    void stop() {
        rounds.close();
    }

    /** Returns what was read last. */
    @PermitAll
    public HubStatus last() {
        return last;
    }

    private void round() {
        var today = LocalDate.ofInstant(clock.instant(), Paris.ZONE);
        var measured = StatusDay.measured(today, PrometheusRegistry.defaultRegistry);
        boolean stores = stores();
        transactions.run(() -> {
            write(measured.since(written));
            last = read(today, stores);
        });
        written = measured;
    }

    private boolean stores() {
        try {
            store.ask();
            return true;
        } catch (IOException failure) {
            outages.met(failure);
            return false;
        }
    }

    private void write(StatusDay more) {
        if (more.isEmpty()) {
            return;
        }
        entities.createNativeQuery("""
                        insert into status_day as s (day, calls, failed, timed, slow, shown, late)
                        values (:day, :calls, :failed, :timed, :slow, :shown, :late)
                        on conflict (day) do update set calls = s.calls + excluded.calls, failed = s.failed + excluded.failed,
                            timed = s.timed + excluded.timed, slow = s.slow + excluded.slow, shown = s.shown + excluded.shown,
                            late = s.late + excluded.late""")
                .setParameter("day", more.day())
                .setParameter("calls", more.calls())
                .setParameter("failed", more.failed())
                .setParameter("timed", more.timed())
                .setParameter("slow", more.slow())
                .setParameter("shown", more.shown())
                .setParameter("late", more.late())
                .executeUpdate();
        entities.createNativeQuery("delete from status_day where day < :oldest")
                .setParameter("oldest", more.day().minusDays(KEPT_DAYS))
                .executeUpdate();
        entities.createNativeQuery("delete from maintenance where ends_at < :oldest")
                .setParameter("oldest", clock.instant().minus(Duration.ofDays(KEPT_DAYS)))
                .executeUpdate();
    }

    private HubStatus read(LocalDate today, boolean stores) {
        var now = clock.instant();
        var ages = (Object[])
                entities.createNativeQuery(AGES).setParameter("now", now).getSingleResult();
        var parts = new EnumMap<HubStatus.Part, Boolean>(HubStatus.Part.class);
        int column = 0;
        for (var part : LATE.entrySet()) { // in the order of the columns
            var age = (Number) ages[column++];
            parts.put(part.getKey(), age == null || age.doubleValue() < part.getValue());
        }
        parts.put(HubStatus.Part.FILES, stores);
        return new HubStatus(true, now, parts, days(today), maintenance());
    }

    @SuppressWarnings("unchecked") // a native query
    private List<StatusDay> days(LocalDate today) {
        List<Object[]> rows = entities.createNativeQuery(
                        "select cast(day as text), calls, failed, timed, slow, shown, late from status_day where day > :first order by day desc")
                .setParameter("first", today.minusDays(SHOWN_DAYS))
                .getResultList();
        return rows.stream()
                .map(row -> new StatusDay(
                        LocalDate.parse((String) row[0]),
                        (Long) row[1],
                        (Long) row[2],
                        (Long) row[3],
                        (Long) row[4],
                        (Long) row[5],
                        (Long) row[6]))
                .toList();
    }

    @SuppressWarnings("unchecked") // a native query
    private List<Maintenance> maintenance() {
        List<Object[]> rows = entities.createNativeQuery(
                        "select id, starts_at, ends_at, text, announced_at from maintenance order by starts_at desc limit 50")
                .getResultList();
        return rows.stream()
                .map(row -> new Maintenance(
                        (UUID) row[0], (Instant) row[1], (Instant) row[2], (String) row[3], (Instant) row[4]))
                .toList();
    }

    private void failed(Throwable failure) {
        last = last.away();
        if (!outages.met(failure)) {
            LOG.log(Level.WARNING, "The status of the hub could not be read: {0}", failure.toString());
        }
    }
}
