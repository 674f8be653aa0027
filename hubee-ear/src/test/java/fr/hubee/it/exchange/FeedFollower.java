package fr.hubee.it.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.hubee.it.Wait;
import fr.hubee.it.world.Partner;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Software that follows the feed at its own pace, on some servers in turn: where one fails, it goes on at the next. */
final class FeedFollower {
    /** The messages of connections that were broken off. */
    static final String CUT = "cut";

    private static final long PAUSE = 20_000_000;

    private final List<Partner> servers;
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final Queue<String> trouble = new ConcurrentLinkedQueue<>();
    private final AtomicInteger beats = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private String next;
    private volatile boolean over;

    private FeedFollower(List<Partner> servers, String next) {
        this.servers = servers;
        this.next = next;
    }

    private interface Request {
        void at(Partner server) throws IOException, InterruptedException;
    }

    /** @param wait in seconds, for the first event of an answer */
    static FeedFollower polling(int limit, int wait, Partner... servers) {
        var follower = new FeedFollower(List.of(servers), "/events?limit=" + limit + "&wait=" + wait);
        return follower.begin(follower::poll);
    }

    static FeedFollower streaming(Partner... servers) {
        var follower = new FeedFollower(List.of(servers), "");
        return follower.begin(follower::stream);
    }

    private FeedFollower begin(Request request) {
        var thread = new Thread(() -> repeat(request), "follower");
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    private void repeat(Request request) {
        while (!over) {
            try {
                request.at(
                        servers.get(requests.getAndIncrement() % servers.size()).atFeed());
            } catch (IOException | UncheckedIOException gone) {
                fails(CUT);
            } catch (InterruptedException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private void fails(String how) {
        trouble.add(how);
        LockSupport.parkNanos(PAUSE); // as long as the others need to go on
    }

    private void poll(Partner server) {
        var answer = server.get(next);
        if (answer.status() == 200) {
            answer.json().forEach(events::add);
            next = FeedIT.Reader.next(answer);
        } else {
            fails(String.valueOf(answer.status()));
        }
    }

    /** Reads as the standard says: an event counts, with its identifier, from the empty line on that ends it. */
    private void stream(Partner server) throws IOException, InterruptedException {
        var software = server.with("Accept", "text/event-stream");
        var answer = (next.isEmpty() ? software : software.with("Last-Event-ID", next)).stream("/events");
        if (answer.statusCode() != 200) {
            fails(String.valueOf(answer.statusCode()));
        }
        try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            var id = next;
            JsonNode event = null;
            for (var line = lines.readLine(); line != null && !over; line = lines.readLine()) {
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("data: ")) {
                    event = new ObjectMapper().readTree(line.substring(6));
                } else if (line.isEmpty() && event != null) {
                    events.add(event);
                    event = null;
                    next = id;
                } else if (line.isEmpty()) {
                    next = id;
                    beats.incrementAndGet();
                }
            }
        }
    }

    /** Returns the entries of the history that it was told of, by case, else in the order in which it got them. */
    List<String> messages() {
        return events.stream()
                .filter(event -> event.path("type").asText().equals("fr.hubee.case.message.v1"))
                .sorted(Comparator.comparing(event -> event.path("subject").asText()))
                .map(event -> event.at("/data/eventId").asText())
                .toList();
    }

    boolean knows(String caseId) {
        return events.stream().anyMatch(event -> event.path("subject").asText().equals(caseId));
    }

    /** Returns when it has got something more. */
    void goesOn() {
        int before = events.size();
        Wait.until(() -> events.size() > before);
    }

    /** Returns after so many signs of life of a stream without events. */
    void awaitBeats(int howMany) {
        int wanted = beats.get() + howMany;
        Wait.until(() -> beats.get() >= wanted);
    }

    /** Returns the number of requests that it has made. */
    int requests() {
        return requests.get();
    }

    /** Returns the answers that were none since the last call. */
    List<String> trouble() {
        var some = List.copyOf(trouble);
        trouble.removeAll(some);
        return some;
    }

    void end() {
        over = true;
    }
}
