package fr.hubee.kernel.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.ZoneOffset;

/** The time of this machine. It ticks in milliseconds, the precision of the contract: answers equal stored values. */
@ApplicationScoped
public class SystemClock {

    /** Returns the clock, for beans and for programs without a server. */
    @Produces
    public static Clock get() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
