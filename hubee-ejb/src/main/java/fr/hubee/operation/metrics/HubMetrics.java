package fr.hubee.operation.metrics;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.hubee.exchange.notification.PortalReceptionService.CaseShown;
import fr.hubee.files.storage.BlobStore;
import fr.hubee.kernel.database.OutageLog;
import fr.hubee.kernel.database.Transactions;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * The metrics of the hub, for Prometheus. Everything is in the default registry, which classes of the web module use too. A database or a
 * store that does not answer delays a scrape by two seconds each at most, and fails none.
 */
@ApplicationScoped
public class HubMetrics {
    public static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final System.Logger LOG = System.getLogger(HubMetrics.class.getName());
    private static final PrometheusTextFormatWriter FORMAT = PrometheusTextFormatWriter.create();

    /** Bounds of the buckets; the bound of the objective is one of them. */
    private static final Histogram SHOWN = Histogram.builder()
            .name("hubee_portal_shown_seconds")
            .help("Until a case that was transmitted to a service of the portal is in its list")
            .classicOnly()
            .classicUpperBounds(2, 5, 10, 30, 60, 300)
            .register();

    @Resource
    ManagedExecutorService executor;

    @Inject
    ReadingRepository readings;

    @Inject
    Transactions transactions;

    @Inject
    BlobStore store;

    @Inject
    OutageLog outages;

    @Inject
    Clock clock;

    private RecentValue<HubGauges> database;
    private RecentValue<Long> freeBytes;

    @PostConstruct
    void begin() {
        database = new RecentValue<>(executor, TIMEOUT, () -> orEmpty(() -> transactions.call(readings::read)));
        freeBytes = new RecentValue<>(executor, TIMEOUT, () -> orEmpty(this::room));
    }

    private <T> Optional<T> orEmpty(Supplier<T> reading) {
        try {
            return Optional.ofNullable(reading.get());
        } catch (RuntimeException failure) {
            if (!outages.met(failure)) {
                LOG.log(Level.WARNING, "A metric could not be read: {0}", failure.toString());
            }
            return Optional.empty();
        }
    }

    private Long room() {
        try {
            var room = store.room();
            return room.isPresent() ? room.getAsLong() : null;
        } catch (IOException invalid) {
            throw new UncheckedIOException(invalid);
        }
    }

    void shown(@Observes(during = TransactionPhase.AFTER_SUCCESS) CaseShown event) {
        SHOWN.observe(
                Math.max(0, Duration.between(event.since(), clock.instant()).toMillis() / 1000.0));
    }

    public void write(OutputStream target) throws IOException {
        FORMAT.write(target, all());
    }

    private MetricSnapshots all() {
        var all = MetricSnapshots.builder();
        PrometheusRegistry.defaultRegistry.scrape().forEach(all::metricSnapshot);
        gauges().forEach(all::metricSnapshot);
        return all.build();
    }

    private MetricSnapshots gauges() {
        return HubGauges.of(
                database.get(), freeBytes.get().map(OptionalLong::of).orElseGet(OptionalLong::empty));
    }

    /** A value that is read on another thread on demand, when the last one is too old; the caller waits a little. */
    static final class RecentValue<T> {
        private static final Duration KEPT = Duration.ofSeconds(15);

        private final AsyncCache<Boolean, Optional<T>> last;
        private final Supplier<Optional<T>> source;
        private final Duration timeout;

        /** @param source fails never: it is empty instead, and so is the value until it is read again */
        RecentValue(Executor executor, Duration timeout, Supplier<Optional<T>> source) {
            this.last = Caffeine.newBuilder()
                    .executor(executor)
                    .expireAfterWrite(KEPT)
                    .buildAsync();
            this.source = source;
            this.timeout = timeout;
        }

        /** Returns the value; empty, too, when it takes too long: the next call may find it. */
        Optional<T> get() {
            try {
                return last.get(true, any -> source.get()).get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException | TimeoutException | RejectedExecutionException failure) {
                return Optional.empty();
            } catch (InterruptedException failure) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
    }
}
