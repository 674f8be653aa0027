package fr.hubee.kernel.shared;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.ZoneOffset;

/** The time of this machine, in milliseconds, the precision of the contract: answers equal stored values. Beans inject a {@link Clock}. */
@Dependent
public class SystemClock {

    @Produces
    public static Clock get() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
