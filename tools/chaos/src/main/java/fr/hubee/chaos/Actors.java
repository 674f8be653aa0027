package fr.hubee.chaos;

import fr.hubee.chaos.History.Endpoint;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** All who work. */
final class Actors {
    private static final Duration LONGEST_END = Duration.ofMinutes(4);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Hub hub;
    private final Map<String, String> secrets;
    private final long seed;
    private final History history;
    private final ExecutorService threads = Executors.newCachedThreadPool(Actors::thread);
    private final Map<String, Software> towns = new HashMap<>();
    private final List<Future<?>> depositors = new ArrayList<>();
    private final List<Future<?>> readers = new ArrayList<>();
    private final List<StreamReading> streams = new ArrayList<>();
    private final List<Receiver> receivers = new ArrayList<>();
    private AdministratorWork administrator;
    private MergeWork merges;
    private NightWork night;
    private Software reading;
    private volatile boolean depositing = true;
    private volatile boolean polling = true;

    private Actors(Hub hub, Map<String, String> secrets, long seed, History history) {
        this.hub = hub;
        this.secrets = secrets;
        this.seed = seed;
        this.history = history;
    }

    /**
     * Lets those begin who work with the release before, too.
     *
     * @param secrets of the software, by its name
     */
    static Actors begin(Hub hub, Map<String, String> secrets, long seed, History history)
            throws IOException, GeneralSecurityException {
        var actors = new Actors(hub, secrets, seed, history);
        for (var town : Town.values()) {
            if (town.hasSoftware()) {
                actors.town(town);
            }
        }
        actors.operator();
        return actors;
    }

    /** Lets those join who need this release: whoever follows events, and works in the portal. */
    void join() throws IOException, GeneralSecurityException, InterruptedException, SQLException {
        for (var town : Town.values()) {
            if (town.hasSoftware()) {
                follow(town);
            }
        }
        followAsOperator();
        agents();
        administrators();
    }

    private void town(Town town) throws IOException, GeneralSecurityException {
        var code = town.branchCode();
        towns.put(code, software(town.clientId()));
        var work = new TownWork(software(town.clientId()), history, town, seed, seed + "-" + code);
        reads(work::step);
    }

    private void follow(Town town) throws IOException, GeneralSecurityException, InterruptedException, SQLException {
        var code = town.branchCode();
        var endpoint = new Endpoint("receiver of " + code, code, town != Town.CLAIRMONT);
        receivers.add(Receiver.start(software(town.clientId()), endpoint, history, seed));
        try (var database = hub.database()) {
            var log = new StateReader(database, towns, reading).logs();
            history.joined(endpoint, log.getOrDefault(code, List.of()));
        }
        var feed = new FeedReading(software(town.clientId()), history.reader("reader of " + code, code), 10);
        reads(feed::step);
        var stream = new StreamReading(software(town.clientId()), history.reader("stream of " + code, code));
        streams.add(stream);
        reads(stream::step);
    }

    private void operator() throws IOException, GeneralSecurityException {
        var operator = "demo-dila";
        reading = software(operator);
        for (int each = 0; each < 3; each++) {
            var work = new OperatorWork(software(operator), history, seed + each, seed + "-o" + each);
            depositors.add(threads.submit(() -> repeat(work::step, true)));
        }
        var queue = new OperatorWork(software(operator), history, seed, seed + "-q");
        reads(queue::read);
    }

    private void followAsOperator() throws IOException, GeneralSecurityException {
        var operator = "demo-dila";
        for (int each = 0; each < 2; each++) {
            var reader = history.reader("reader " + each + " of the operator", OperatorWork.PARTY);
            var reading = new FeedReading(software(operator), reader, 7 + 40 * each);
            reads(reading::step);
        }
    }

    private void agents() throws IOException, GeneralSecurityException, InterruptedException {
        for (var name : List.of("solene.kermarrec", "mireille.aubertin")) {
            var person = person(name + "@saint-aubrin-le-vieux.example");
            var work = new AgentWork(person, history, Town.SAINT_AUBRIN, seed + readers.size(), seed + "-" + name);
            depositors.add(threads.submit(() -> repeat(work::step, true)));
        }
    }

    private Person person(String email) throws IOException, GeneralSecurityException, InterruptedException {
        var person = new Person(hub.client(), hub.address(), hub.mails(), email, history);
        person.accept();
        return person;
    }

    private void administrators() throws IOException, GeneralSecurityException, InterruptedException {
        administrator = new AdministratorWork(software("demo-admin"), history, Town.MONTFERROL);
        depositors.add(threads.submit(() -> repeat(administrator::step, true)));
        var claire = person("claire.montaudran@hubee.example");
        merges = new MergeWork(claire, Town.DEUX_CHATEAUX, Town.SAINT_AUBRIN);
        depositors.add(threads.submit(() -> repeat(merges::step, true)));
        night = new NightWork(claire.tab(), hub, history);
        depositors.add(threads.submit(() -> repeat(night::step, true)));
    }

    private Software software(String clientId) throws IOException, GeneralSecurityException {
        return new Software(hub.client(), hub.address(), clientId, secrets.get(clientId), history);
    }

    /** An actor that still waits for its answer holds up nobody. */
    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "actor");
        thread.setDaemon(true);
        return thread;
    }

    private interface Step {
        void take() throws InterruptedException;
    }

    private void reads(Step step) {
        readers.add(threads.submit(() -> repeat(step, false)));
    }

    private Void repeat(Step step, boolean deposits) throws InterruptedException {
        while (deposits ? depositing : polling) {
            step.take();
            Thread.sleep(PAUSE.toMillis());
        }
        return null;
    }

    /** Returns software of the operator that only reads. */
    Software reading() {
        return reading;
    }

    /** Returns an export of the journal. */
    byte[] journal() throws InterruptedException {
        return merges.journal();
    }

    /** Returns the software of the towns, by branch code. */
    Map<String, Software> towns() {
        return Map.copyOf(towns);
    }

    /** Lets all calls end, all queues be read, and all readers reach the end of the log. */
    void end(StateReader state) throws InterruptedException, SQLException, ExecutionException, IOException {
        depositing = false;
        for (var each : depositors) {
            each.get();
        }
        administrator.activate();
        merges.undo();
        long end = System.nanoTime() + LONGEST_END.toNanos();
        int quiet = 0;
        while (quiet < 3 && System.nanoTime() < end) {
            Thread.sleep(3_000);
            quiet = state.isQuiet() && areAtTheEnd(state) ? quiet + 1 : 0;
            if (quiet == 0) {
                night.step();
            }
        }
        polling = false;
        for (var each : streams) {
            each.quit();
        }
        for (var each : readers) {
            each.get();
        }
        receivers.forEach(Receiver::close);
        threads.shutdownNow();
    }

    private boolean areAtTheEnd(StateReader state) throws SQLException {
        var logs = state.logs();
        return history.readers().values().stream()
                        .allMatch(reader -> reader.events().size() >= size(logs, reader.party()))
                && history.delivered().keySet().stream()
                        .filter(Endpoint::good)
                        .allMatch(each -> history.missed(each, logs.getOrDefault(each.party(), List.of()))
                                .isEmpty());
    }

    private static int size(Map<String, List<String>> logs, String party) {
        return logs.getOrDefault(party, List.of()).size();
    }
}
