package fr.hubee.exchange.feed;

import fr.hubee.clients.client.ApiClientChanges.SecretsEnded;
import fr.hubee.clients.client.ApiClientStore;
import fr.hubee.directory.subscription.SubscriptionEvent;
import fr.hubee.exchange.feed.WebhookEndpoint.Trouble;
import fr.hubee.exchange.feed.WebhookQueue.Receiver;
import fr.hubee.exchange.feed.WebhookWave.Delivery;
import fr.hubee.exchange.feed.WebhookWave.Outcome;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.Changes;
import fr.hubee.journal.job.HubStarted;
import fr.hubee.kernel.database.OutageLog;
import fr.hubee.kernel.database.RowByRow;
import fr.hubee.kernel.database.Transactions;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.settings.EncryptionSettings;
import fr.hubee.kernel.settings.PublicAddress;
import fr.hubee.kernel.trace.OncePerMinute;
import fr.hubee.kernel.trace.PeriodicTask;
import fr.hubee.kernel.trace.Rounds;
import io.cloudevents.jackson.JsonFormat;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Sends events to the endpoints, on each node: an endpoint is held by one node at a time. No thread waits for a receiver, and no transaction
 * is open meanwhile. A node that dies leaves its endpoints to the others, which send again what it had not settled.
 */
@ApplicationScoped
class WebhookRounds {
    private static final System.Logger LOG = System.getLogger(WebhookRounds.class.getName());

    private static final Duration EVERY = Duration.ofMillis(100);

    /** Rounds between two searches for what is due without a new event. */
    private static final int SEARCHED_EVERY = 10;

    /** Most endpoints to which this node sends; half of them may fail. */
    private static final int MOST = 1000;

    private static final int TAKEN_AT_ONCE = 100;
    private static final int STARTERS = 16;

    /** Longest wait for a thread that sends: within the lease, and what is sent afterwards too. */
    private static final Duration LONGEST_QUEUE = Duration.ofSeconds(10);

    private static final Counter ATTEMPTS = Counter.builder()
            .name("hubee_webhook_attempts_total")
            .help("Webhooks sent, by what came of it")
            .labelNames("outcome")
            .register();

    private static final Histogram DELIVERED = Histogram.builder()
            .name("hubee_webhook_delivered_seconds")
            .help("From an event to its acceptance, where the first attempt succeeded")
            .classicOnly()
            .classicUpperBounds(0.25, 0.5, 1, 2, 5, 10, 30, 60)
            .register();

    static {
        ATTEMPTS.initLabelValues("2xx");
    }

    /** The endpoints to which this node sends now, and whether they failed the last time. */
    private final Map<UUID, Boolean> held = new ConcurrentHashMap<>();

    private final Set<UUID> concerned = ConcurrentHashMap.newKeySet();
    private final Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
    private final PeriodicTask rounds = new PeriodicTask(EVERY, this::round, this::failed);
    private Map<UUID, Receiver> active = Map.of();
    private final Rounds settlements = new Rounds(1, this::failed);
    private final OncePerMinute refusals = new OncePerMinute();
    private Long seen;
    private int round;
    private ThreadPoolExecutor starters;
    private WebhookClient client;

    @Resource
    ManagedExecutorService executor;

    @Resource
    ManagedThreadFactory threads;

    @Inject
    LiveFeed live;

    @Inject
    WebhookQueue queue;

    @Inject
    WebhookSettings settings;

    @Inject
    EncryptionSettings encryption;

    @Inject
    PublicAddress publicAddress;

    @Inject
    ApiClientStore clients;

    @Inject
    Transactions transactions;

    @Inject
    OutageLog outages;

    @Inject
    Clock clock;

    /** Without a key of the hub nothing is signed, so there are no endpoints. */
    void begin(@Observes HubStarted event) {
        if (encryption.key().isPresent()) {
            starters = new ThreadPoolExecutor(
                    STARTERS, STARTERS, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), threads);
            starters.allowCoreThreadTimeOut(true);
            client = new WebhookClient(
                    settings,
                    new WebhookAddresses(settings, SystemDefaultDnsResolver.INSTANCE),
                    WebhookClient.LONGEST,
                    clock);
            rounds.start(threads);
        }
    }

    @PreDestroy
    void stop() {
        rounds.close();
        if (client != null) {
            client.close();
            starters.shutdownNow();
        }
    }

    private void round() {
        boolean searches = round++ % SEARCHED_EVERY == 0;
        if (searches) {
            search();
        }
        boolean more = searches;
        do {
            live.known().ifPresent(head -> note(head.position())); // whoever has much to get holds up nobody
            more = (more || !concerned.isEmpty()) && sendSome();
        } while (more && !rounds.isEnded());
    }

    /** Finds out which endpoints are there; one that is new, resumes, changes, or ends its rest is concerned. */
    private void search() {
        var now = transactions.call(queue::active).stream().collect(Collectors.toMap(Receiver::id, each -> each));
        now.values().stream()
                .filter(each -> !each.equals(active.get(each.id())))
                .forEach(each -> concerned.add(each.id()));
        concerned.retainAll(now.keySet());
        active = now;
        live.follow(!active.isEmpty());
    }

    /** Finds out whom new events concern. Who is held by now stays noted. */
    private void note(long head) {
        if (seen == null || head < seen) {
            concerned.addAll(active.keySet());
        } else if (head > seen && !active.isEmpty()) {
            live.since(seen).ifPresentOrElse(this::note, () -> concerned.addAll(active.keySet()));
        }
        seen = head;
    }

    private void note(List<FeedLine> lines) {
        var codes = lines.stream()
                .collect(Collectors.groupingBy(
                        FeedLine::recipient, Collectors.mapping(FeedLine::processCode, Collectors.toSet())));
        active.values().stream()
                .filter(each ->
                        !Collections.disjoint(each.processCodes(), codes.getOrDefault(each.organization(), Set.of())))
                .forEach(each -> concerned.add(each.id()));
    }

    /** @return whether there may be more */
    private boolean sendSome() {
        var free = concerned.stream().filter(id -> !held.containsKey(id)).toList();
        int most = Math.min(TAKEN_AT_ONCE - starters.getQueue().size(), MOST - held.size());
        if (most <= 0) {
            return false; // those that are taken come first
        }
        boolean failing = held.values().stream().filter(falters -> falters).count() < MOST / 2;
        var taken = transactions.call(() -> queue.take(free, most, failing));
        if (!taken.isEmpty()) {
            taken.forEach(endpoint -> concerned.remove(endpoint.id()));
            transactions.call(() -> queue.next(taken)).forEach(this::send);
        }
        return taken.size() == most;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // its failure is logged
    private void send(WebhookWave wave) {
        var endpoint = wave.endpoint();
        held.put(endpoint.id(), endpoint.falters());
        long asked = System.nanoTime();
        CompletableFuture.supplyAsync(() -> begin(wave, asked), starters)
                .thenCompose(answers -> CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                        .thenAccept(all -> ended(
                                wave,
                                answers.stream().map(CompletableFuture::join).toList())))
                .exceptionally(failure -> {
                    held.remove(endpoint.id()); // its lease ends, and it is tried again
                    failed(failure);
                    return null;
                });
    }

    /** Begins to send, on one thread for an endpoint: a name server that does not answer holds no other one. */
    private List<CompletableFuture<WebhookAnswer>> begin(WebhookWave wave, long asked) {
        if (System.nanoTime() - asked > LONGEST_QUEUE.toNanos()) {
            throw new RejectedExecutionException("too many webhooks wait for a thread");
        }
        var endpoint = wave.endpoint();
        var keys = endpoint.keys(encryption.key().orElseThrow(), clock.instant());
        return wave.sent().stream()
                .map(each -> client.send(endpoint.address(), each.id().toString(), keys, body(endpoint, each)))
                .toList();
    }

    private void ended(WebhookWave wave, List<WebhookAnswer> answers) {
        boolean agrees = false;
        for (int i = 0; i < answers.size(); i++) {
            var delivery = wave.sent().get(i);
            var answer = answers.get(i);
            count(delivery, answer);
            agrees |= delivery.isProof() && answer.succeeded() && answer.is(challenge(wave.endpoint(), delivery));
        }
        outcomes.add(wave.settle(answers, agrees, clock.instant()));
        settlements.ask(executor, this::settle);
    }

    private void count(Delivery delivery, WebhookAnswer answer) {
        ATTEMPTS.labelValues(answer.outcome()).inc();
        if (answer.succeeded() && delivery.isEvent() && delivery.attempts() == 0) {
            long age = Duration.between(delivery.occurredAt(), clock.instant()).toMillis();
            DELIVERED.observe(Math.max(0, age) / 1000.0);
        }
    }

    private void settle() {
        var ended = Stream.generate(outcomes::poll).takeWhile(Objects::nonNull).toList();
        settle(ended);
        for (var each : ended) {
            held.remove(each.endpoint().id());
            if (each.goesOn()) {
                concerned.add(each.endpoint().id());
            }
        }
    }

    private void settle(List<Outcome> ended) {
        try {
            RowByRow.write(ended, some -> transactions.run(() -> record(some)), this::failed);
        } catch (RuntimeException failure) { // their leases end, and they are sent again
            failed(failure);
        }
    }

    private void record(List<Outcome> ended) {
        var states = queue.settle(ended);
        for (var outcome : ended) {
            var endpoint = outcome.endpoint();
            var state = states.get(endpoint.id());
            if (state == null) {
                LOG.log(
                        Level.WARNING,
                        "Endpoint {0} is gone, or took longer than its lease",
                        endpoint.id().toString());
            } else if (outcome.ended().proves()) {
                queue.sendGivenUp(endpoint.id(), clock.instant());
            } else if (outcome.ends() && state == endpoint.state()) {
                tell(endpoint, Caller.HUB);
            }
        }
    }

    /** Ends the endpoints of a client with its former secret: they may be those of a former editor. */
    void end(@Observes SecretsEnded event) {
        end(event.clientId(), event.end(), event.caller());
    }

    /** Ends the endpoints of a subscription whose software is another editor's from now on. */
    void end(@Observes SubscriptionEvent.EditorChanged event) {
        clients.ofSubscription(event.subscriptionId())
                .ifPresent(client -> end(client.clientId(), clock.instant(), event.caller()));
    }

    private void end(String clientId, Instant end, Caller caller) {
        queue.ofClient(clientId, LockModeType.PESSIMISTIC_WRITE).stream()
                .filter(endpoint -> endpoint.endAt(end, clock.instant()))
                .forEach(endpoint -> tell(endpoint, caller));
    }

    /** Tells that it gets nothing more. */
    private void tell(WebhookEndpoint endpoint, Caller caller) {
        if (endpoint.state() == WebhookEndpoint.State.PAUSED) {
            var changes = Changes.of("state", endpoint.state());
            queue.tell(endpoint, Trouble.PAUSED, AuditAction.ENDPOINT_CHANGED, changes, caller);
        } else {
            var changes = Changes.of("address", endpoint.origin());
            queue.tell(endpoint, Trouble.DISABLED, AuditAction.ENDPOINT_DISABLED, changes, caller);
        }
    }

    private byte[] body(WebhookEndpoint endpoint, Delivery delivery) {
        var source = URI.create(publicAddress.uri() + "/teledossiers/v1");
        var data = data(endpoint, delivery);
        var event =
                FeedLine.event(delivery.id(), delivery.type(), delivery.caseId(), delivery.occurredAt(), data, source);
        return new JsonFormat().serialize(event);
    }

    private String data(WebhookEndpoint endpoint, Delivery delivery) {
        if (delivery.isEvent()) {
            return delivery.data();
        }
        return delivery.isProof() ? "{\"challenge\":\"" + challenge(endpoint, delivery) + "\"}" : "{}";
    }

    /** Another address is asked for another answer. */
    private String challenge(WebhookEndpoint endpoint, Delivery delivery) {
        return WebhookKey.challenge(encryption.key().orElseThrow(), delivery.id() + " " + endpoint.address());
    }

    private void failed(Throwable failure) {
        if (!outages.met(failure)) {
            refusals.next(clock.instant())
                    .ifPresent(unsaid ->
                            LOG.log(Level.WARNING, "Webhooks could not be sent now (" + unsaid + " more)", failure));
        }
    }
}
