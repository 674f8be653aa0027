package fr.hubee.clients.bench;

import fr.hubee.kernel.database.RowByRow;
import fr.hubee.kernel.database.Transactions;
import fr.hubee.kernel.security.PartnerInfo;
import fr.hubee.kernel.shared.FailureText;
import fr.hubee.kernel.trace.OncePerMinute;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Sees the calls of software that runs a scenario, and spoils some. It costs the others one look into an empty map. */
@ApplicationScoped
public class BenchWatch {
    /** The partner's calls say this of themselves: they are not the software's. */
    static final String PARTNER = "HubEE test bench";

    private static final System.Logger LOG = System.getLogger(BenchWatch.class.getName());

    private static final int MOST = 10_000;
    private static final int AT_ONCE = 200;

    private final BlockingQueue<SeenCall> waiting = new ArrayBlockingQueue<>(MOST);
    private final OncePerMinute losses = new OncePerMinute();

    /** By client; refreshed some times a second. */
    private volatile Map<String, UUID> running = Map.of();

    @Inject
    BenchRepository bench;

    @Inject
    Transactions transactions;

    @Inject
    Clock clock;

    /** Returns the run of a client; null for nearly all. */
    public UUID runOf(String client) {
        return running.get(client);
    }

    /** Whether the call is one of the bench itself, which reads with the rights of the software. */
    public static boolean isOwn(PartnerInfo software) {
        return software != null && PARTNER.equals(software.applicationName());
    }

    /** Keeps what the software says of itself, and returns the case of the notification that it deletes; null for another call. */
    public UUID begin(UUID run, PartnerInfo software, String method, String path) {
        return transactions.call(() -> {
            if (software != null) {
                bench.software(run, software);
            }
            return SoftwareAct.ACKNOWLEDGE.is(method, path) ? caseOf(path.substring(path.lastIndexOf('/') + 1)) : null;
        });
    }

    private UUID caseOf(String notification) {
        try {
            return bench.caseOf(UUID.fromString(notification)).orElse(null);
        } catch (IllegalArgumentException invalid) {
            return null;
        }
    }

    /** Returns the answer that the call gets instead of its own; empty for none. */
    public Optional<SpoiledAnswer> spoiled(UUID run, String method, String path) {
        return transactions.call(
                () -> bench.spoiled(run).filter(answer -> answer.isFor(method, path) && bench.takeOne(run)));
    }

    /** Notes that a client has got a new token: the former one may be the one that expired. */
    public void renewed(String client, String path) {
        var run = running.get(client);
        if (run != null) {
            transactions.run(() -> bench.endExpiry(run));
            note(new SeenCall(run, clock.instant(), clock.instant(), "POST", path, null, 200, 0, null, false, 0));
        }
    }

    /** Takes a call that has ended; it is written a moment later. No call waits for it: what does not fit is forgotten. */
    public void note(SeenCall call) {
        if (!waiting.offer(call)) {
            lost("too many wait for the database");
        }
    }

    private void lost(String why) {
        losses.next(clock.instant())
                .ifPresent(unsaid ->
                        LOG.log(Level.WARNING, "A call of a scenario is not written: {0} ({1} more)", why, unsaid));
    }

    boolean isRunning(UUID run) {
        return running.containsValue(run);
    }

    boolean isIdle() {
        return running.isEmpty() && waiting.isEmpty();
    }

    /** @return whether any scenario waits or runs */
    boolean refresh() {
        return transactions.call(() -> {
            running = bench.running();
            return !running.isEmpty() || bench.isAwaited();
        });
    }

    /** Writes what waits; while the database is away, it stays. */
    void write() {
        while (!waiting.isEmpty()) {
            var next = waiting.stream().limit(AT_ONCE).toList();
            RowByRow.write(
                    next,
                    calls -> transactions.run(() -> calls.forEach(bench::see)),
                    refused -> lost(FailureText.of(refused)));
            next.forEach(ended -> waiting.poll());
        }
    }
}
