package fr.hubee.chaos;

import fr.hubee.chaos.History.Delivered;
import fr.hubee.chaos.History.Deposit;
import fr.hubee.chaos.History.Endpoint;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** An operator and three towns that work one after the other, for a while, until each has read all that waits for it. */
final class Workday implements Closeable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long SEED = 33;

    private final URI hub;
    private final Map<String, String> secrets;
    private final History history = new History();
    private final OperatorWork operator;
    private final Map<String, Software> software = new TreeMap<>();
    private final List<TownWork> towns = new ArrayList<>();
    private final List<Receiver> receivers = new ArrayList<>();
    private final Map<String, FeedReading> readings = new TreeMap<>();

    /** @param secrets of the software, by its name */
    Workday(URI hub, Map<String, String> secrets) {
        this.hub = hub;
        this.secrets = secrets;
        this.operator = operator("day", history);
    }

    private OperatorWork operator(String name, History told) {
        return new OperatorWork(software("demo-dila", told), told, SEED, name);
    }

    private Software software(String clientId, History told) {
        return new Software(HttpClient.newHttpClient(), hub, clientId, secrets.get(clientId), told);
    }

    /** Lets the towns register what receives their webhooks. */
    void begin() throws IOException, InterruptedException {
        for (var town : Town.values()) {
            if (town.hasSoftware()) {
                var code = town.branchCode();
                software.put(code, software(town.clientId(), history));
                towns.add(new TownWork(software.get(code), history, town, SEED, "town-" + code));
                receivers.add(Receiver.start(
                        software.get(code), new Endpoint("receiver of " + code, code, true), history, SEED));
                readings.put(code, new FeedReading(software.get(code), history.reader("reader of " + code, code), 50));
            }
        }
    }

    History history() {
        return history;
    }

    Map<String, Software> software() {
        return Map.copyOf(software);
    }

    /** Returns software of the operator that only reads. */
    Software reading() {
        return software("demo-dila", new History());
    }

    /** Deposits, handles and answers, until no queue has anything. */
    void work(int deposits, StateReader state) throws InterruptedException, SQLException {
        for (int each = 0; each < deposits; each++) {
            operator.step();
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        boolean quiet = false;
        while (!quiet && System.nanoTime() < end) {
            quiet = true;
            for (var town : towns) {
                quiet &= town.step();
            }
            operator.read();
            quiet &= state.isQuiet();
        }
        var logs = state.logs();
        await(() -> hasDelivered(logs));
        if (!quiet || !hasDelivered(logs)) {
            throw new IllegalStateException("The hub is not quiet after " + PATIENCE.toMinutes() + " minutes");
        }
    }

    /** Reads the feed of each town to its end. */
    void read(StateReader state) throws InterruptedException, SQLException {
        var logs = state.logs();
        for (var reading : readings.entrySet()) {
            var reader = history.reader("reader of " + reading.getKey(), reading.getKey());
            while (reader.events().size() < size(logs, reading.getKey())) {
                reading.getValue().step();
            }
        }
    }

    private static int size(Map<String, List<String>> logs, String party) {
        return logs.getOrDefault(party, List.of()).size();
    }

    /** Whether each receiver has got each event of its log. */
    private boolean hasDelivered(Map<String, List<String>> logs) {
        return history.delivered().entrySet().stream()
                .allMatch(each -> ids(each.getValue())
                        .containsAll(logs.getOrDefault(each.getKey().party(), List.of())));
    }

    private static Set<String> ids(Collection<Delivered> delivered) {
        return delivered.stream().map(Delivered::eventId).collect(Collectors.toSet());
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(200);
        }
    }

    /** Deposits what nobody will remember, and returns the cursors at its end. */
    Map<String, String> workInVain(int deposits) throws InterruptedException {
        var vain = operator("vain", new History());
        for (int each = 0; each < deposits; each++) {
            vain.step();
        }
        var cursors = new TreeMap<String, String>();
        for (var code : software.keySet()) {
            cursors.put(code, cursor(software.get(code)));
        }
        return cursors;
    }

    private static String cursor(Software reader) throws InterruptedException {
        var answer = reader.get("/feed/v1/events?limit=100");
        var next = next(answer);
        while (!answer.json().isEmpty()) {
            answer = reader.get(next);
            next = next(answer);
        }
        return next;
    }

    private static String next(Software.Answer answer) {
        return answer.header("Link").orElseThrow().replaceFirst("^<(.*)>.*$", "$1");
    }

    /** Returns how often each event was delivered, of all receivers. */
    Map<String, Long> delivered() {
        return history.delivered().values().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(Delivered::eventId, TreeMap::new, Collectors.counting()));
    }

    /** Returns what was acknowledged to be complete. */
    List<Deposit> complete() {
        return history.deposits().stream()
                .filter(deposit -> deposit.completed() == Outcome.DONE)
                .toList();
    }

    /** Returns what is answered, by address: the operator's view of all of them, the towns' of theirs, what everybody reads. */
    Map<String, String> answers() throws InterruptedException {
        var answers = new TreeMap<String, String>();
        var reader = reading();
        for (var deposit : complete()) {
            note(answers, reader, "/folders/" + deposit.folderId());
            note(answers, reader, "/cases/" + deposit.caseId());
            note(answers, reader, "/cases/" + deposit.caseId() + "/events");
            note(answers, reader, "/cases/" + deposit.caseId() + "/receipts");
            if (software.containsKey(deposit.town())) {
                note(answers, software.get(deposit.town()), "/cases/" + deposit.caseId());
            }
        }
        for (var each : software.values()) {
            note(answers, each, "/notifications?maxResult=25");
            note(answers, each, "/feed/v1/endpoints");
        }
        note(answers, reader, "/.well-known/jwks.json");
        return answers;
    }

    private static void note(Map<String, String> answers, Software reader, String path) throws InterruptedException {
        var answer = reader.get(path);
        answers.merge(path, answer.status() + " " + new String(answer.body(), StandardCharsets.UTF_8), String::concat);
    }

    @Override
    public void close() {
        receivers.forEach(Receiver::close);
    }
}
