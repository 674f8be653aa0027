package fr.hubee.kernel.database;

import fr.hubee.kernel.trace.OncePerMinute;
import io.prometheus.metrics.core.metrics.Counter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Logs an outage once a minute, however many requests it affects, and counts these. */
@ApplicationScoped
public class OutageLog {
    private static final System.Logger LOG = System.getLogger(OutageLog.class.getName());

    private static final Counter FAILURES = Counter.builder()
            .name("hubee_outage_failures")
            .help("Requests and rounds that failed as something was away or used up")
            .labelNames("outage")
            .register();

    private final Map<Outage, OncePerMinute> kinds = new EnumMap<>(Outage.class);

    @Inject
    Clock clock;

    @Inject
    InvalidationLease lease;

    public OutageLog() {
        for (var kind : Outage.values()) {
            kinds.put(kind, new OncePerMinute());
            FAILURES.initLabelValues(label(kind));
        }
    }

    /** @return whether it was an outage; other failures are not logged */
    public boolean met(Throwable failure) {
        var outage = Outage.of(failure);
        outage.ifPresent(each -> met(each, failure));
        return outage.isPresent();
    }

    /**
     * Logs and counts the outage that a request has met. A request that waits in vain for a connection does not know the reason: the database
     * is unavailable when the heartbeat, which has its own connection, does not come back.
     *
     * @return empty for any other failure
     */
    public Optional<Outage> metByRequest(Throwable failure) {
        var outage =
                Outage.of(failure).map(seen -> seen == Outage.CONNECTIONS && !lease.isHeld() ? Outage.DATABASE : seen);
        outage.ifPresent(each -> met(each, failure));
        return outage;
    }

    public void met(Outage outage, Throwable failure) {
        FAILURES.labelValues(label(outage)).inc();
        kinds.get(outage)
                .next(clock.instant())
                .ifPresent(unsaid -> LOG.log(
                        Level.ERROR,
                        "{0} {1} ({2} more since the last such line)",
                        outage.code(),
                        last(failure),
                        unsaid));
    }

    private static String label(Outage outage) {
        return outage.name().toLowerCase(Locale.ROOT);
    }

    /** The root cause. */
    private static String last(Throwable failure) {
        var last = failure;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return last.toString();
    }
}
