package fr.hubee.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntPredicate;

/** A thousand towns with software, to which events are written; when each was committed, and when it reached whom. */
final class PushTowns {
    static final int TOWNS = 1000;

    /** Writers of events, each with a connection: one commit waits for the disk. */
    private static final int WRITERS = 4;

    private static final String MAKE = """
            insert into organization (organization_type, company_register, branch_code, name, postal_code, territory, status,
              created_at, version)
            select 'SI', (70000000000000 + n)::text, '77372', 'Commune ' || n, '77135', 'Pontcarré', 'Actif', now(), 0
            from generate_series(0, %1$d) n;
            insert into api_client (client_id, scope, organization_type, company_register, branch_code, process_codes, created_at,
              version)
            select 'push-' || n, 'SI', 'SI', (70000000000000 + n)::text, '77372', '{EtatCivil}', now(), 0 from generate_series(0, %1$d) n;
            insert into api_client_secret (id, client_id, secret_hash, created_at)
            select gen_random_uuid(), client_id, 'none', now() from api_client where client_id like 'push-%%';
            insert into access_token (token_hash, client_id, secret_id, expires_at)
            select encode(sha256(convert_to(client_id, 'UTF8')), 'hex'), client_id, id, now() + interval '1 hour'
            from api_client_secret where client_id like 'push-%%'""".formatted(TOWNS - 1);

    private static final String ADD = """
            insert into feed_unsealed (id, aggregateid, type, payload, occurred_at, organization_type, company_register,
              branch_code, process_code)
            values (?, gen_random_uuid(), 'fr.hubee.case.received.v1',
              '{"caseId": "00000000-0000-0000-0000-000000000000", "processCode": "EtatCivil", "status": "HUBEE_NOTIFIED"}',
              clock_timestamp(), 'SI', (70000000000000 + ?)::text, '77372', 'EtatCivil')""";

    private final Bed bed;
    private final Map<UUID, Announced> told = new ConcurrentHashMap<>();
    private final Map<Integer, List<UUID>> order = new ConcurrentHashMap<>();
    private final Queue<Arrival> arrivals = new ConcurrentLinkedQueue<>();

    /** @param committed as {@code System.nanoTime} */
    private record Announced(int town, long committed) {}

    private record Arrival(UUID event, long at) {}

    /**
     * The time from the commit of each event to its first arrival.
     *
     * @param millis shortest first
     * @param missing events that did not arrive
     * @param again arrivals of an event after its first one
     */
    record Delays(List<Double> millis, long missing, long again) {
        double percentile(double percent) {
            return millis.get((int) Math.min(millis.size() - 1.0, millis.size() * percent / 100));
        }
    }

    private PushTowns(Bed bed) {
        this.bed = bed;
    }

    static PushTowns make(Bed bed) throws SQLException {
        try (var connection = bed.connect();
                var statement = connection.createStatement()) {
            statement.execute(MAKE);
        }
        return new PushTowns(bed);
    }

    /** Returns the token of the software of a town. */
    static String token(int town) {
        return "push-" + town;
    }

    /** Forgets the events until now. */
    void forget() {
        told.clear();
        order.clear();
        arrivals.clear();
    }

    /** Returns the events of a town, in the order of the log while one writer writes. */
    List<UUID> events(int town) {
        return order.getOrDefault(town, List.of());
    }

    void arrived(UUID event) {
        arrivals.add(new Arrival(event, System.nanoTime()));
    }

    /** Writes events to the towns in turn, each in a transaction of its own, and returns the slowest one in milliseconds. */
    double write(int perSecond, double seconds) throws InterruptedException {
        int writers = perSecond < 100 ? 1 : WRITERS;
        var slowest = new ConcurrentLinkedQueue<Double>();
        var threads = new ArrayList<Thread>();
        long begun = System.nanoTime();
        for (int writer = 0; writer < writers; writer++) {
            int first = writer;
            var thread = new Thread(() -> slowest.add(write(begun, first, writers, perSecond, seconds)));
            thread.start();
            threads.add(thread);
        }
        for (var thread : threads) {
            thread.join();
        }
        return slowest.stream().mapToDouble(each -> each).max().orElseThrow();
    }

    private double write(long begun, int first, int step, int perSecond, double seconds) {
        double slowest = 0;
        try (var connection = bed.connect();
                var adding = connection.prepareStatement(ADD)) {
            for (int each = first; each < perSecond * seconds; each += step) {
                long due = begun + TimeUnit.SECONDS.toNanos(each) / perSecond;
                LockSupport.parkNanos(due - System.nanoTime());
                long asked = System.nanoTime();
                var id = UUID.randomUUID();
                int town = each * 7 % TOWNS;
                order.computeIfAbsent(town, any -> new CopyOnWriteArrayList<>()).add(id);
                adding.setObject(1, id);
                adding.setInt(2, town);
                adding.executeUpdate();
                long committed = System.nanoTime();
                told.put(id, new Announced(town, committed));
                slowest = Math.max(slowest, (committed - asked) / 1e6);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return slowest;
    }

    /** Returns the delays of the events of some towns. */
    Delays delays(IntPredicate towns) {
        var first = new ConcurrentHashMap<UUID, Long>();
        arrivals.forEach(each -> first.merge(each.event(), each.at(), Math::min));
        var millis = told.entrySet().stream()
                .filter(each -> towns.test(each.getValue().town()) && first.containsKey(each.getKey()))
                .map(each -> (first.get(each.getKey()) - each.getValue().committed()) / 1e6)
                .sorted()
                .toList();
        long wanted =
                told.values().stream().filter(each -> towns.test(each.town())).count();
        long all = arrivals.stream()
                .filter(each -> told.containsKey(each.event())
                        && towns.test(told.get(each.event()).town()))
                .count();
        return new Delays(millis, wanted - millis.size(), all - millis.size());
    }

    /** Returns the delays of all arrivals, shortest first. */
    List<Double> allDelays() {
        return arrivals.stream()
                .map(each -> (each.at() - told.get(each.event()).committed()) / 1e6)
                .sorted()
                .toList();
    }
}
