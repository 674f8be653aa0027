package fr.hubee.kernel.shared;

import java.time.Clock;
import java.time.ZoneOffset;

/**
 * The time of this machine, in milliseconds, the precision of the contract; for programs without a server. Beans inject a {@link Clock}.
 */
public final class SystemClock {
    private SystemClock() {}

    public static Clock get() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
