package fr.hubee.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.ZoneOffset;

/** The one clock. It ticks in milliseconds, the precision of the contract: what is answered is what is stored. */
@ApplicationScoped
class ClockProducer {

    @Produces
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
