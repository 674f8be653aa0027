package fr.hubee.kernel.shared;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Identifiers of RFC 9562, version 7: they sort in the order in which this server created them.
 *
 * <p>The 12 bits after the milliseconds count within one millisecond (RFC 9562 §6.2, method 1); when they overflow, the
 * next millisecond is used early.
 */
public final class UuidV7 {
    /** Identifier before all others, where a list in their order begins. */
    public static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AtomicLong LAST = new AtomicLong();

    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private UuidV7() {}

    /** Returns the identifier before all of that millisecond or later, and after all older ones. */
    public static UUID firstOf(Instant moment) {
        return new UUID(moment.toEpochMilli() << 16 | VERSION, VARIANT);
    }

    public static UUID next() {
        long now = System.currentTimeMillis() << 12;
        long tick = LAST.updateAndGet(last -> Math.max(last + 1, now));
        return new UUID((tick >>> 12 << 16) | VERSION | (tick & 0xFFF), VARIANT | (RANDOM.nextLong() >>> 2));
    }
}
