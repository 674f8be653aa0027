package fr.hubee.exchange.feed;

import fr.hubee.kernel.shared.OrganizationKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The newest events in the memory of this node, and those who wait for the next ones. It answers while it is fresh: the database was asked
 * for new events less than two seconds ago.
 */
@ApplicationScoped
public class LiveFeed {
    private static final System.Logger LOG = System.getLogger(LiveFeed.class.getName());

    /** Most events in memory, some 500 bytes each. */
    private static final int MOST = 20_000;

    private static final long FRESH = TimeUnit.SECONDS.toNanos(2);

    private final LongSupplier nanos;
    private final int most;
    private final Deque<FeedLine> lines = new ArrayDeque<>();
    private final Map<OrganizationKey, Deque<FeedLine>> ofRecipients = new HashMap<>();
    private final Map<OrganizationKey, Set<Runnable>> waiting = new HashMap<>();
    private long provenAt;
    private Head head;
    private boolean followed;

    /** All events above this position are in memory. */
    private long floor;

    /**
     * The end of the log.
     *
     * @param position of the newest event
     * @param dropped up to which events are gone
     * @param epoch another one after a restore
     */
    record Head(long position, long dropped, UUID epoch) {

        /** Whether this end comes after that one: it does not after a restore, and where a stand-by took over without the last commits. */
        boolean follows(Head before) {
            return epoch.equals(before.epoch) && position >= before.position;
        }
    }

    public LiveFeed() {
        this(System::nanoTime, MOST);
    }

    LiveFeed(LongSupplier nanos, int most) {
        this.nanos = nanos;
        this.most = most;
    }

    /** Returns the end of the log; empty when it is not fresh. */
    synchronized Optional<Head> head() {
        return isFresh() ? Optional.of(head) : Optional.empty();
    }

    /** Whether it answers without the database. */
    public synchronized boolean isFresh() {
        return head != null && nanos.getAsLong() - provenAt < FRESH;
    }

    /**
     * Returns the events after a position, up to that end of the log at least; empty when the database must be asked.
     *
     * @param end may be newer than what this node has read
     * @param codes of the démarches
     */
    synchronized Optional<List<FeedLine>> after(
            long position, Head end, OrganizationKey recipient, Collection<String> codes, int limit) {
        if (!isFresh() || position < floor || !head.follows(end)) {
            return Optional.empty();
        }
        var found = new ArrayDeque<FeedLine>();
        var newestFirst =
                ofRecipients.getOrDefault(recipient, new ArrayDeque<>()).descendingIterator();
        while (newestFirst.hasNext()) {
            var line = newestFirst.next();
            if (line.position() <= position) {
                break;
            }
            if (codes.contains(line.processCode())) {
                found.addFirst(line);
            }
        }
        return Optional.of(found.stream().limit(limit).toList());
    }

    /** Returns all events after a position, in their order; empty when some of them are not in memory. */
    synchronized Optional<List<FeedLine>> since(long position) {
        if (position < floor) {
            return Optional.empty();
        }
        var found = new ArrayDeque<FeedLine>();
        for (var newest = lines.descendingIterator(); newest.hasNext(); ) {
            var line = newest.next();
            if (line.position() <= position) {
                break;
            }
            found.addFirst(line);
        }
        return Optional.of(List.copyOf(found));
    }

    /**
     * Calls that once, as soon as the organisation has an event above that position; at once if it has one.
     *
     * @param wake must not block
     */
    public void await(OrganizationKey recipient, long position, Runnable wake) {
        synchronized (this) {
            var known = ofRecipients.get(recipient);
            if (known == null || known.getLast().position() <= position) {
                waiting.computeIfAbsent(recipient, any -> new LinkedHashSet<>()).add(wake);
                return;
            }
        }
        wake.run();
    }

    /** Notes whether webhooks of this node wait for each new event. */
    synchronized void follow(boolean wanted) {
        followed = wanted;
    }

    /** Whether somebody waits here for the next event. */
    synchronized boolean isAwaited() {
        return followed || !waiting.isEmpty();
    }

    public synchronized void awaitNoMore(OrganizationKey recipient, Runnable wake) {
        waiting.computeIfPresent(recipient, (any, all) -> all.remove(wake) && all.isEmpty() ? null : all);
    }

    /**
     * Takes what the database has answered.
     *
     * @param asked the moment of {@code nanos} before the database was asked
     * @param fresh the events between the former end and this one, in their order
     */
    void grow(long asked, Head now, List<FeedLine> fresh) {
        var woken = new ArrayList<Runnable>();
        synchronized (this) {
            if (head == null || !now.follows(head)) {
                lines.clear();
                ofRecipients.clear();
                floor = now.position() - fresh.size();
            }
            head = now;
            provenAt = asked;
            var grown = new HashSet<OrganizationKey>();
            for (var line : fresh) {
                lines.add(line);
                ofRecipients
                        .computeIfAbsent(line.recipient(), any -> new ArrayDeque<>())
                        .add(line);
                grown.add(line.recipient());
            }
            while (lines.size() > most) {
                forgetOldest();
            }
            for (var each : grown) {
                woken.addAll(Optional.ofNullable(waiting.remove(each)).orElse(Set.of()));
            }
        }
        for (var each : woken) {
            try {
                each.run();
            } catch (RejectedExecutionException refused) { // the others are woken all the same
                LOG.log(Level.DEBUG, "The server takes no more work: {0}", refused.toString());
            }
        }
    }

    private void forgetOldest() {
        var oldest = lines.remove();
        floor = oldest.position();
        var ofRecipient = ofRecipients.get(oldest.recipient());
        ofRecipient.remove();
        if (ofRecipient.isEmpty()) {
            ofRecipients.remove(oldest.recipient());
        }
    }

    /** Returns the position after which new events are to be read; empty before the first ones. */
    synchronized Optional<Head> known() {
        return Optional.ofNullable(head);
    }
}
