package fr.hubee.clients.bench;

import fr.hubee.clients.bench.BenchRun.State;
import fr.hubee.kernel.database.OutageLog;
import fr.hubee.kernel.database.Transactions;
import fr.hubee.kernel.trace.OncePerMinute;
import fr.hubee.kernel.trace.PeriodicTask;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Runs the scenarios that wait, each on a thread of its own, and writes the calls that were seen. It does nothing where there is no bench. */
@Startup
@Singleton
@DependsOn("DatabaseMigration") // without its tables nothing can run
@DenyAll
@TransactionManagement(TransactionManagementType.BEAN) // each statement is a transaction
public class BenchRounds {
    private static final System.Logger LOG = System.getLogger(BenchRounds.class.getName());

    private static final Duration PAUSE = Duration.ofMillis(200);

    /** A node looks for scenarios that often while none waits or runs. */
    private static final Duration IDLE = Duration.ofSeconds(1);

    /** After this time without a sign of life, the node of a run has gone. */
    private static final Duration LEFT = Duration.ofSeconds(30);

    private final OncePerMinute failures = new OncePerMinute();
    private final PeriodicTask rounds = new PeriodicTask(PAUSE, this::round, this::failed);

    /** The runs of this node. */
    private final Map<UUID, Thread> own = new ConcurrentHashMap<>();

    private Instant looked = Instant.EPOCH;

    @Resource
    ManagedThreadFactory threads;

    @Inject
    BenchSettings settings;

    @Inject
    ScenarioCatalog scenarios;

    @Inject
    BenchWatch watch;

    @Inject
    BenchRepository bench;

    @Inject
    Instance<ScenarioPlay> plays;

    @Inject
    Transactions transactions;

    @Inject
    OutageLog outages;

    @Inject
    Clock clock;

    @PostConstruct
    void start() {
        if (settings.on()) {
            LOG.log(
                    Level.WARNING,
                    "The test bench is on, with {0} scenarios: this hub must not be in production",
                    scenarios.all().size());
            rounds.start(threads);
        }
    }

    @PreDestroy
    void stop() {
        own.values().forEach(Thread::interrupt);
        rounds.close();
    }

    private void round() {
        var now = clock.instant();
        if (watch.isIdle() && now.isBefore(looked.plus(IDLE)) && !now.isBefore(looked)) {
            return;
        }
        looked = now;
        watch.write();
        boolean awaited = watch.refresh();
        own.forEach((run, thread) -> {
            if (!watch.isRunning(run)) { // it was stopped
                thread.interrupt();
            }
        });
        if (awaited) {
            transactions.run(() -> {
                own.keySet().forEach(run -> bench.beat(run, now));
                bench.left(now.minus(LEFT)).forEach(run -> {
                    bench.failHere(run, BenchText.of("NODE_LEFT"), now);
                    bench.end(run, State.FAILED, now);
                });
            });
            transactions.call(() -> bench.claim(now)).ifPresent(this::begin);
            watch.refresh();
        }
    }

    private void begin(BenchRun run) {
        var thread = threads.newThread(() -> {
            try {
                plays.get().run(run);
            } finally {
                own.remove(run.id());
            }
        });
        own.put(run.id(), thread);
        thread.start();
    }

    private void failed(Throwable failure) {
        if (!outages.met(failure)) {
            failures.next(clock.instant())
                    .ifPresent(unsaid -> LOG.log(
                            Level.WARNING, "The test bench failed: {0} ({1} more)", failure.toString(), unsaid));
        }
    }
}
