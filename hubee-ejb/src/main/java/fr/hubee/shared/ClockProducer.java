package fr.hubee.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.ZoneOffset;

/** The application's clock. It ticks in milliseconds, the precision of the contract: answers equal stored values. */
@ApplicationScoped
class ClockProducer {

    @Produces
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
