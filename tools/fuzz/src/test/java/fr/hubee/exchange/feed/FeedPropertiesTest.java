package fr.hubee.exchange.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.exchange.feed.LiveFeed.Head;
import fr.hubee.kernel.settings.EncryptionSettings;
import fr.hubee.kernel.shared.HubeeException;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Positive;
import org.junit.jupiter.api.Test;

/** The cursors of the feed, and the events in the memory of a node, held against plain lists and asked by many at once. */
class FeedPropertiesTest {
    private static final UUID EPOCH = new UUID(1, 2);
    private static final List<OrganizationKey> TOWNS = List.of(town("1"), town("2"), town("3"));
    private static final Set<String> CODES = Set.of("A", "B");
    private static final Set<String> ALL_CODES = Set.of("A", "B", "C");

    private final FeedCursor cursors = new FeedCursor(new EncryptionSettings(Optional.empty()));

    private static OrganizationKey town(String code) {
        return new OrganizationKey(OrganizationType.SI, "99000101800011", code);
    }

    private static FeedLine line(long position, Random random) {
        return new FeedLine(
                position,
                new UUID(0, position),
                EPOCH,
                "type",
                Instant.EPOCH,
                TOWNS.get(random.nextInt(3)),
                List.of("A", "B", "C").get(random.nextInt(3)),
                "{}");
    }

    @Property
    void aCursorIsReadBackAndNoOtherOneIs(
            @ForAll @Positive long position,
            @ForAll @IntRange(max = 41) int at,
            @ForAll @IntRange(min = 1, max = 63) int by) {
        var head = new Head(Long.MAX_VALUE, 0, EPOCH);
        var text = cursors.text(position, EPOCH);
        assertEquals(position, cursors.position(text, head));

        var letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        var other = new StringBuilder(text);
        other.setCharAt(at, letters.charAt((letters.indexOf(text.charAt(at)) + by) % letters.length()));
        assertThrows(HubeeException.class, () -> cursors.position(other.toString(), head));
    }

    @Property
    void aNodeRemembersWhatAListWould(@ForAll Random random, @ForAll @IntRange(min = 1, max = 20) int most) {
        var feed = new LiveFeed(() -> 0, most);
        var all = new ArrayList<FeedLine>();
        feed.grow(0, new Head(0, 0, EPOCH), List.of());
        for (int round = 0; round < 30; round++) {
            var fresh = new ArrayList<FeedLine>();
            for (int each = random.nextInt(4); each > 0; each--) {
                fresh.add(line(all.size() + fresh.size() + 1L, random));
            }
            all.addAll(fresh);
            var head = new Head(all.size(), 0, EPOCH);
            feed.grow(0, head, fresh);

            long position = random.nextInt(all.size() + 1);
            var town = TOWNS.get(random.nextInt(3));
            int limit = 1 + random.nextInt(5);
            var wanted = all.stream()
                    .filter(each -> each.position() > position
                            && each.recipient().equals(town)
                            && CODES.contains(each.processCode()))
                    .limit(limit)
                    .toList();
            boolean kept = position >= all.size() - most;
            assertEquals(kept ? Optional.of(wanted) : Optional.empty(), feed.after(position, head, town, CODES, limit));
            assertEquals(
                    kept ? Optional.of(all.subList((int) position, all.size())) : Optional.empty(),
                    feed.since(position));
        }
    }

    /** Reads all events of a town, and is woken when there are more. */
    private static final class Reader implements Runnable {
        private final LiveFeed feed;
        private final OrganizationKey town;
        private final int wanted;
        private final Executor threads;
        private final List<FeedLine> seen = new ArrayList<>();
        private final CountDownLatch ended = new CountDownLatch(1);

        Reader(LiveFeed feed, OrganizationKey town, int wanted, Executor threads) {
            this.feed = feed;
            this.town = town;
            this.wanted = wanted;
            this.threads = threads;
        }

        private long position() {
            return seen.isEmpty() ? 0 : seen.get(seen.size() - 1).position();
        }

        @Override
        public void run() {
            var head = feed.head().orElseThrow();
            seen.addAll(feed.after(position(), head, town, ALL_CODES, 50).orElseThrow());
            if (seen.size() < wanted) {
                feed.await(town, position(), () -> threads.execute(this));
            } else {
                ended.countDown();
            }
        }
    }

    @Test
    void eachOfManyReadersSeesEachEventOnceAndInOrderWhileTheyCome() throws InterruptedException {
        int events = 20_000;
        var random = new Random(33);
        var all = LongStream.rangeClosed(1, events)
                .mapToObj(position -> line(position, random))
                .toList();
        var feed = new LiveFeed(() -> 0, events);
        feed.grow(0, new Head(0, 0, EPOCH), List.of());
        var threads = Executors.newFixedThreadPool(4);
        var readers = TOWNS.stream()
                .map(town -> new Reader(feed, town, of(town, all).size(), threads))
                .toList();
        readers.forEach(threads::execute);
        for (int each = 0; each < events; each += 10) {
            feed.grow(0, new Head(each + 10L, 0, EPOCH), all.subList(each, each + 10));
        }
        for (var reader : readers) {
            assertTrue(reader.ended.await(1, TimeUnit.MINUTES), "it was not woken");
            assertEquals(of(reader.town, all), reader.seen);
        }
        threads.shutdownNow();
    }

    private static List<FeedLine> of(OrganizationKey town, List<FeedLine> all) {
        return all.stream().filter(line -> line.recipient().equals(town)).toList();
    }
}
