package fr.hubee.chaos;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** All that the actors did, were answered and were told, as they know it. */
final class History {
    private final Map<String, Deposit> deposits = new ConcurrentHashMap<>();
    private final Map<String, Written> written = new ConcurrentHashMap<>();
    private final Map<String, Reader> readers = new ConcurrentHashMap<>();
    private final Queue<Complement> complements = new ConcurrentLinkedQueue<>();
    private final Queue<Notice> notices = new ConcurrentLinkedQueue<>();
    private final Map<Endpoint, Queue<Delivered>> delivered = new ConcurrentHashMap<>();
    private final Map<Endpoint, Set<String>> earlier = new ConcurrentHashMap<>();
    private final Map<String, Span> announcements = new ConcurrentHashMap<>();
    private final Queue<Span> suspensions = new ConcurrentLinkedQueue<>();
    private final Queue<String> closed = new ConcurrentLinkedQueue<>();
    private volatile long calmSince = Long.MAX_VALUE;
    private final Queue<Answered> answers = new ConcurrentLinkedQueue<>();
    private final Queue<Recovery> recoveries = new ConcurrentLinkedQueue<>();

    /**
     * A folder of one case.
     *
     * @param number its external identifier, which no other one has
     * @param town the branch code of its recipient
     * @param folderId and {@code caseId}: null when its announcement was not acknowledged
     * @param files SHA-256 in hexadecimal by identifier, of those that were acknowledged
     */
    record Deposit(
            String number,
            String town,
            Outcome announced,
            String folderId,
            String caseId,
            Map<String, String> files,
            Outcome completed) {
        Deposit {
            files = Map.copyOf(files);
        }
    }

    /**
     * A message or a status.
     *
     * @param text no other one has it
     * @param status that it sets; null for a message
     */
    record Written(String text, String caseId, String party, String status, Outcome outcome) {}

    /** A file that comes after its folder, with an entry of the history that has the same text. */
    record Complement(String text, String fileId, String sha256) {}

    /** One notification that a party found in its queue, or one webhook. */
    record Notice(String party, String way, String caseId, String eventId) {}

    /** From when to when something lasted: nanoseconds of one clock. */
    record Span(String of, long from, long to) {
        boolean covers(Span other) {
            return from <= other.from && other.to <= to;
        }
    }

    /** A receiver of webhooks; a good one takes whatever it is sent. */
    record Endpoint(String name, String party, boolean good) {}

    /** One event that a receiver has taken. */
    record Delivered(String caseId, String eventId, boolean signed) {}

    /**
     * An answer that may be wrong in itself.
     *
     * @param status of HTTP; 0 when none came
     * @param begin of the call, in nanoseconds of the clock of spans
     */
    record Answered(String request, int status, boolean saysWhenAgain, long begin, long tookMs) {}

    /** @param ms until all worked again; null when it did not within the time allowed */
    record Recovery(String fault, Long ms) {}

    /** The identifiers of events in the order in which a reader of the feed got them. */
    static final class Reader {
        private final String party;
        private final List<String> events = new ArrayList<>();

        private Reader(String party) {
            this.party = party;
        }

        synchronized void got(String event) {
            events.add(event);
        }

        String party() {
            return party;
        }

        synchronized List<String> events() {
            return List.copyOf(events);
        }
    }

    /** Keeps the newest state of a deposit. */
    void note(Deposit deposit) {
        deposits.put(deposit.number(), deposit);
    }

    void note(Written text) {
        written.put(text.text(), text);
    }

    void note(Complement file) {
        complements.add(file);
    }

    void note(Notice one) {
        notices.add(one);
    }

    /** @param announcement from its first call to its last answer, of the number of a deposit */
    void announced(Span announcement) {
        announcements.put(announcement.of(), announcement);
    }

    /** @param suspension of a town, from the answer to the one call to the next one */
    void suspended(Span suspension) {
        suspensions.add(suspension);
    }

    void note(Endpoint endpoint) {
        delivered.put(endpoint, new ConcurrentLinkedQueue<>());
    }

    /** @param events of the log that were there when the endpoint was: it need not get them */
    void joined(Endpoint endpoint, Collection<String> events) {
        earlier.put(endpoint, Set.copyOf(events));
    }

    void note(Endpoint endpoint, Delivered one) {
        delivered.get(endpoint).add(one);
    }

    void note(Answered answer) {
        answers.add(answer);
    }

    void note(Recovery recovery) {
        recoveries.add(recovery);
    }

    Reader reader(String name, String party) {
        return readers.computeIfAbsent(name, fresh -> new Reader(party));
    }

    List<Deposit> deposits() {
        return List.copyOf(deposits.values());
    }

    List<Written> written() {
        return List.copyOf(written.values());
    }

    Map<String, Reader> readers() {
        return new LinkedHashMap<>(readers);
    }

    List<Complement> complements() {
        return List.copyOf(complements);
    }

    List<Notice> notices() {
        return List.copyOf(notices);
    }

    /** Returns the events that each receiver has taken, in their order. */
    Map<Endpoint, List<Delivered>> delivered() {
        return delivered.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> List.copyOf(each.getValue())));
    }

    /** Returns those events of a log that a receiver must get, and has not. */
    Set<String> missed(Endpoint endpoint, Collection<String> log) {
        var missed = new HashSet<>(log);
        missed.removeAll(earlier.getOrDefault(endpoint, Set.of()));
        delivered.get(endpoint).forEach(each -> missed.remove(each.eventId()));
        return missed;
    }

    /** Whether a deposit was announced while its town was suspended, and at no other moment. */
    boolean isForSuspended(Deposit deposit) {
        var announcement = announcements.get(deposit.number());
        return announcement != null
                && suspensions.stream().anyMatch(span -> span.of().equals(deposit.town()) && span.covers(announcement));
    }

    /** @param caseId of a case that is not opened again */
    void closed(String caseId) {
        closed.add(caseId);
    }

    List<String> closed() {
        return List.copyOf(closed);
    }

    /** Says that from now on nothing fails. */
    void calm() {
        calmSince = System.nanoTime();
    }

    /** Whether a call began when nothing failed any more. */
    boolean isCalm(Answered answer) {
        return answer.begin() >= calmSince;
    }

    List<Answered> answers() {
        return List.copyOf(answers);
    }

    List<Recovery> recoveries() {
        return List.copyOf(recoveries);
    }
}
