package fr.hubee.kernel.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UuidV7Test {
    static final int MANY = 20_000;

    @Test
    void itIsOfVersionSevenAndOfTheUsualVariant() {
        var id = UuidV7.next();

        assertEquals(7, id.version());
        assertEquals(2, id.variant());
    }

    @Test
    void itBeginsWithTheMilliseconds() {
        long before = System.currentTimeMillis();
        long told = UuidV7.next().getMostSignificantBits() >>> 16;

        assertTrue(told >= before && told <= System.currentTimeMillis() + 1000, "told " + told);
    }

    @Test
    void olderOnesSortBeforeTheFirstOfAMoment() {
        var before = UuidV7.next();
        var first = UuidV7.firstOf(Instant.now().plusSeconds(2));

        assertTrue(before.compareTo(first) < 0);
        assertTrue(before.compareTo(UuidV7.firstOf(Instant.now().minusSeconds(2))) > 0);
    }

    @Test
    void laterOnesSortAfterEvenWithinOneMillisecond() {
        var ids = Stream.generate(UuidV7::next).limit(MANY).toList();

        assertEquals(ids.stream().sorted().toList(), ids);
        assertEquals(
                ids.stream().map(UUID::toString).sorted().toList(),
                ids.stream().map(UUID::toString).toList());
    }

    @Test
    void noTwoHaveTheSameTickHoweverManyThreadsAsk() {
        var ticks = IntStream.range(0, MANY)
                .parallel()
                .mapToObj(i -> UuidV7.next().getMostSignificantBits())
                .toList();

        assertEquals(MANY, new HashSet<>(ticks).size());
    }
}
