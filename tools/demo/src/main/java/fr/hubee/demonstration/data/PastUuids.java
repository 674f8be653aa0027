package fr.hubee.demonstration.data;

import java.time.Instant;
import java.util.Random;
import java.util.UUID;

/** Identifiers as the hub would have made them at past moments: UUID version 7, in time order. */
final class PastUuids {
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final int COUNTED = 0xFFF;

    private final Random random;
    private int count;

    PastUuids(Random random) {
        this.random = random;
    }

    UUID at(Instant moment) {
        count = (count + 1) & COUNTED;
        return new UUID(moment.toEpochMilli() << 16 | VERSION | count, VARIANT | (random.nextLong() >>> 2));
    }
}
